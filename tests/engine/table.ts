import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Row } from './faults';

const folder = '.output/reports';
const places = ['engine', 'chromium', 'firefox'] as const;
export type Place = (typeof places)[number];
const fileOf = (place: Place) => `${folder}/faults-${place}.json`;

type Results = Record<string, string>;
const resultsOf = (place: Place): Results =>
  existsSync(fileOf(place)) ? (JSON.parse(readFileSync(fileOf(place), 'utf8')) as Results) : {};

const isGood = (result: string | undefined) => result === 'ok' || result?.startsWith('engine only');

/** How the ways of each fault went at one place. */
export function createReport(place: Place, rows: readonly Row[], engineOnly: Record<string, string> = {}) {
  const ways = new Map<string, { run: number; failed: string[] }>();

  const resultOf = ({ id }: Row): string => {
    if (engineOnly[id]) return `engine only: ${engineOnly[id]}`;
    const { run = 0, failed = [] } = ways.get(id) ?? {};
    if (run === 0) return 'not run';
    return failed.length > 0 ? `FAILED: ${failed.join(', ')}` : 'ok';
  };

  return {
    /** Runs one way, and remembers whether it held. */
    async watch(id: string, way: string, work: () => Promise<void>): Promise<void> {
      const row = ways.get(id) ?? { run: 0, failed: [] };
      ways.set(id, row);
      row.run += 1;
      row.failed.push(way);
      await work();
      row.failed.splice(row.failed.indexOf(way), 1);
    },

    /**
     * Writes this place's results beside those of the others, and gives fault × browser × result as text, with what the last
     * runs of the others found.
     */
    table(): string {
      mkdirSync(folder, { recursive: true });
      // A second attempt runs one row alone; of the others counts what the first one found.
      const earlier = process.env.ATTEMPT === 'second' ? resultsOf(place) : {};
      const resultFor = (row: Row) => (ways.has(row.id) ? undefined : earlier[row.id]) ?? resultOf(row);
      const own = Object.fromEntries(rows.map(row => [row.id, resultFor(row)]));
      writeFileSync(fileOf(place), JSON.stringify(own, null, 2));
      const all = places.map(resultsOf);
      const cell = (text: string) => text.split(':')[0]?.padEnd(11) ?? '';
      const lines = rows.map(
        ({ id, fault }) => `${id}  ${all.map(of => cell(of[id] ?? '–')).join('  ')}  ${fault}`,
      );
      const notes = rows.flatMap(({ id }) => (own[id] === 'ok' ? [] : [`${id} in ${place}: ${own[id]}`]));
      const passed = rows.filter(({ id }) => isGood(own[id])).length;
      return [
        `id   ${places.map(cell).join('  ')}  fault`,
        ...lines,
        ...notes,
        `${place}: ${rows.filter(({ id }) => own[id] === 'ok').length} run, ${Object.keys(engineOnly).length} engine only`,
        `faults: ${passed} of ${rows.length}`,
      ].join('\n');
    },
  };
}
