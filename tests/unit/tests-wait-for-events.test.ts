import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * A test that looks at the clock, or pauses and hopes, fails on a busy machine and proves nothing on a quick one. These are simple
 * patterns, not a proof: they find what is usually written.
 */

const root = join(import.meta.dirname, '../..');
const folders = ['tests/unit', 'tests/e2e', 'tests/threats', 'tests/engine'];
const sources = folders.flatMap(folder =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(tsx?|js)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1)),
);

const now = String.raw`(?:Date|performance)\.now\(\)`;
/** A difference or a comparison with what `name` says. A clock that is set is no clock that is read. */
const compared = (name: string) =>
  new RegExp(
    String.raw`(?<!setSystemTime\()\b${name}\s*(?:-(?!>)|[<>]=?\s)|(?:[-<]|(?<![=-])>)=?\s*${name}(?![\w(])`,
  );
const readings = new RegExp(String.raw`\b(?:const|let)\s+(\w+)\s*=\s*${now}`, 'g');

interface Rule {
  /** Whether a line does what it should not, given the whole source. */
  finds(line: string, source: string): boolean;
  advice: string;
}

const rules = {
  'compares with the clock': {
    finds: (line, source) =>
      [now, ...[...source.matchAll(readings)].map(([, name = '']) => name)].some(name =>
        compared(name).test(line),
      ),
    advice:
      'Count something, look at the order of two events, or stop the clock (tests/engine/clock.ts). What is really about speed belongs in tests/bench.',
  },
  'pauses and hopes': {
    finds: line =>
      /\b(pause|sleep)\(|timers\/promises/.test(line) || /\bset(Timeout|Interval)\((?!\w+\))/.test(line),
    advice:
      'Wait with `until` for what should be there by then. For what must not happen take `staysTrue`, best after something later that is known to be handled; `elapse` only where the time is what is tested (all in tests/browsers/waiting.ts).',
  },
} satisfies Record<string, Rule>;

/** Where one of them is right, and why. */
const allowed: Record<string, Partial<Record<keyof typeof rules, string>>> = {
  'tests/unit/tests-wait-for-events.test.ts': {
    'compares with the clock': 'plants what is looked for',
    'pauses and hopes': 'plants what is looked for',
  },
  'tests/unit/background/portal-api.test.ts': {
    'pauses and hopes': 'answers late by a clock that stands still',
  },
  'tests/unit/portal/faults.test.ts': {
    'compares with the clock': 'counts how far a clock that stands still was moved on',
  },
  'tests/engine/clock.ts': {
    'compares with the clock': 'says how far a clock that stands still was moved on',
  },
  'tests/engine/one-line.ts': {
    'pauses and hopes': 'plays a course by a clock that stands still',
  },
  'tests/engine/schedules.ts': {
    'pauses and hopes': 'plays a schedule by a clock that stands still',
  },
  'tests/threats/arrivals.test.ts': {
    'pauses and hopes': 'the page that floods goes on for some seconds',
  },
  'tests/engine/stand-in.ts': {
    'pauses and hopes': 'answers late by a clock that stands still',
  },
  'tests/e2e/driver.test.ts': {
    'pauses and hopes': 'throws where nobody catches it, in the next turn',
  },
  'tests/e2e/faults/member.ts': {
    'compares with the clock':
      'asks whether a profile was read after a moment, and whether a token has run out: data, not speed',
  },
};

const isCode = (line: string) => !/^\s*(\/\/|\/?\*)/.test(line);

/** The lines of a source that break a rule, without the rules that it may break. */
function findings(source: string, mayBreak: Partial<Record<string, string>> = {}): string[] {
  const lines = source.split('\n');
  return Object.entries(rules as Record<string, Rule>)
    .filter(([name]) => !mayBreak[name])
    .flatMap(([name, { finds, advice }]) =>
      lines.flatMap((line, at) =>
        isCode(line) && finds(line, source) ? `line ${at + 1} ${name}: ${line.trim()} – ${advice}` : [],
      ),
    );
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');

it.each(sources)('%s', path => {
  expect(findings(read(path), allowed[path])).toEqual([]);
});

const exceptions = Object.entries(allowed).flatMap(([path, reasons]) =>
  Object.keys(reasons).map(name => [path, name] as const),
);
it.each(exceptions)('the exception of %s is still needed (%s)', (path, name) => {
  expect(sources).toContain(path);
  const others = Object.fromEntries(Object.keys(rules).map(rule => [rule, rule === name ? '' : 'yes']));
  expect(findings(read(path), others), 'Take it off the list.').not.toEqual([]);
});

describe('what is found', () => {
  it.each([
    ['compares with the clock', 'expect(Date.now() - began).toBeLessThan(500);'],
    ['compares with the clock', 'expect(performance.now() - timeStamp).toBeLessThan(16);'],
    ['compares with the clock', 'const ended = Date.now();\nexpect(ended - started).toBeLessThan(9);'],
    [
      'compares with the clock',
      'const began = performance.now();\nawait work();\nconst took = end() - began;',
    ],
    ['compares with the clock', 'while (!opened && performance.now() < end) await turn();'],
    ['compares with the clock', 'await wait(Math.max(0, clicked + 1050 - Date.now()));'],
    ['compares with the clock', 'const end = Date.now() + 9000;\nfor (; look() < end; ) {}'],
    ['pauses and hopes', 'await pause(500);'],
    ['pauses and hopes', 'await new Promise(resolve => setTimeout(resolve, 100));'],
    ['pauses and hopes', 'const rest = (ms = 20) => new Promise(resolve => setTimeout(resolve, ms));'],
    ['pauses and hopes', "import { setTimeout as wait } from 'node:timers/promises';"],
    ['pauses and hopes', "setTimeout(() => resolve('silence'), 1_500);"],
  ])('%s: %s', (name, source) => {
    expect(findings(source).length).toBeGreaterThan(0);
    for (const found of findings(source)) expect(found).toContain(name);
    // Each finding says what to do.
    expect(findings(source)[0]).toContain(rules[name as keyof typeof rules].advice);
  });

  it.each([
    'const entry = { base: 1, value: 2, at: Date.now() };',
    'const at = Date.now();\nawait save({ at });\nconst ids = rows.map(({ id }) => at);',
    'const tomorrow = new Date(Date.now() + 86_400_000);',
    'vi.setSystemTime(Date.now() - 86_400_000);',
    'await until(`the popup to close`, () => popup.closed);',
    'await staysTrue(`nothing is sent`, () => patches().length === 0, 700);',
    'await new Promise(resolve => setTimeout(resolve));',
    'await vi.advanceTimersByTimeAsync(1_000);',
    '// It was: expect(Date.now() - began).toBeLessThan(500) and pause(3_000)',
  ])('and not: %s', source => {
    expect(findings(source)).toEqual([]);
  });
});
