import { test } from 'vitest';
import { browserName } from '../e2e/stage';
import { type ThreatId, threatOf } from './table';

/** The long run has the full counts; `npm test` the quick form of every one. */
export const isSoak = process.env.SOAK === '1';
export const count = (quick: number, full: number): number => (isSoak ? full : quick);

/** What was tried and what came of it, as the one line of a threat says it. */
export type Figure = readonly [tried: string, found: string];

export const line = (id: string, [tried, found]: Figure, end = 'ok') =>
  process.stdout.write(`${id.padEnd(5)} ${tried}  ${found}  ${browserName}  ${end}\n`);

/** One threat of the table: a test that ends with one line. Skipped in a browser that does not have it. */
export function threat(id: ThreatId, what: string, run: () => Promise<Figure>, milliseconds?: number): void {
  const { only = browserName } = threatOf(id);
  test.skipIf(only !== browserName)(
    `${id} ${what}`,
    async () => {
      try {
        line(id, await run());
      } catch (error) {
        line(id, [what, String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''], 'FAIL');
        throw error;
      }
    },
    milliseconds,
  );
}

export const plural = (number: number, what: string): string => `${number.toLocaleString('en')} ${what}`;
