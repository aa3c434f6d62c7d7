import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { median, p95, spread } from './stats';

export type Unit = 'ms' | 'bytes' | 'count' | 'kB' | '%';

/** One line of the table: a figure beside what it cannot be better than, and what it should reach. */
export interface Figure {
  row: string;
  unit: Unit;
  floor?: number;
  figure: number;
  p95?: number;
  /** The interquartile range: how far a median may wander by itself. */
  spread?: number;
  rounds?: number;
  /** In words; absent for what is reported and not judged. */
  target?: string;
  reached?: boolean;
  note?: string;
}

/** A figure from samples, judged by `reaches`. */
export function figureOf(
  row: string,
  samples: readonly number[],
  rest: Omit<Figure, 'row' | 'figure' | 'p95' | 'spread' | 'rounds' | 'unit'> & { unit?: Unit },
): Figure {
  return {
    unit: 'ms',
    ...rest,
    row,
    figure: median(samples),
    p95: p95(samples),
    spread: spread(samples),
    rounds: samples.length,
  };
}

const round = (value: number | undefined, unit: Unit) => {
  if (value === undefined) return '–';
  return unit === 'ms' || unit === 'kB' || unit === '%' ? value.toFixed(1) : String(Math.round(value));
};

const ratio = ({ figure, floor }: Figure) => (floor ? `×${(figure / floor).toFixed(2)}` : '–');
const difference = ({ figure, floor, unit }: Figure) =>
  floor === undefined ? '–' : `${figure < floor ? '−' : '+'}${round(Math.abs(figure - floor), unit)}`;
const verdict = ({ reached }: Figure) => {
  if (reached === undefined) return '';
  return reached ? 'ok' : 'MISS';
};

const columns: readonly [title: string, cell: (figure: Figure) => string][] = [
  ['figure', ({ row }) => row],
  ['floor', ({ floor, unit }) => round(floor, unit)],
  ['median', ({ figure, unit }) => `${round(figure, unit)} ${unit === 'count' ? '' : unit}`.trim()],
  ['p95', ({ p95, unit }) => round(p95, unit)],
  ['iqr', ({ spread, unit }) => round(spread, unit)],
  ['n', ({ rounds }) => String(rounds ?? '–')],
  ['difference', difference],
  ['ratio', ratio],
  ['target', ({ target }) => target ?? 'reported'],
  ['', verdict],
];

/** The table, as text of even columns. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    columns.map(([title]) => title),
    ...figures.map(each => columns.map(([, cell]) => cell(each))),
  ];
  const widths = columns.map((_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0)));
  const lines = rows.map(row =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map(width => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}

export function writeFigures(file: string, figures: readonly Figure[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}
