import { test } from 'vitest';
import type { BrowserName } from '../browsers/driver';
import { browserName } from '../e2e/stage';

/** The long run has the full counts; `npm test` the quick form of every one. */
export const isSoak = process.env.SOAK === '1';
export const count = (quick: number, full: number): number => (isSoak ? full : quick);

/** What was tried and what came of it, as the one line of a threat says it. */
export type Figure = readonly [tried: string, found: string];

const line = (id: string, [tried, found]: Figure, end: string) =>
  process.stdout.write(`${id.padEnd(5)} ${tried}  ${found}  ${browserName}  ${end}\n`);

/** One threat of the model: a test that ends with one line. */
export function threat(id: string, what: string, run: () => Promise<Figure>, milliseconds?: number): void {
  test(
    `${id} ${what}`,
    async () => {
      try {
        line(id, await run(), 'ok');
      } catch (error) {
        line(id, [what, String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''], 'FAIL');
        throw error;
      }
    },
    milliseconds,
  );
}

/** A threat that only one of the browsers has. */
export const threatIn = (browser: BrowserName): typeof threat =>
  browser === browserName ? threat : (id, what) => test.skip(`${id} ${what}`, () => {});

export const plural = (number: number, what: string): string => `${number.toLocaleString('en')} ${what}`;
