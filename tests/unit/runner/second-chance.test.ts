import { expect, it } from 'vitest';
import {
  closing,
  type Failure,
  giveSecondChances,
  MAX_FLAKY,
  MAX_SECOND_CHANCES,
} from '../../../scripts/second-chance';
import { vitest } from '../../../scripts/vitest';

/** Runs the planted tests for real, quietly, as `npm test` runs those of a browser. */
async function runPlanted(...planted: string[]) {
  const { passed, failures } = await vitest({
    name: 'planted',
    args: ['--config', 'tests/unit/runner/fixture/vitest.config.ts'],
    env: { PLANTED: planted.join(',') },
    inBrowser: true,
    quiet: true,
  });
  return { failures, ...closing(passed, await giveSecondChances(failures)) };
}

it('a test that fails only the first time is flaky, named, and costs nothing', async () => {
  const { text, exitCode } = await runPlanted('flaky-1');
  expect(text).toContain('flaky: 1 (planted: planted (a+b) flaky-1? [once])');
  expect(text.split('\n').at(-1)).toBe('2 passed, 0 failed');
  expect(exitCode).toBe(0);
}, 60_000);

it('a second chance is for the test alone: none of its file runs beside it', async () => {
  const { text, exitCode } = await runPlanted('neighbour');
  expect(text).toContain('flaky: 1 (planted: planted (a+b) neighbour)');
  expect(exitCode).toBe(0);
}, 60_000);

it('what tests share is reset before each, and new after one that failed', async () => {
  const { text, failures } = await runPlanted('shared');
  expect(failures.map(({ test }) => test)).toEqual(['shared begins with the same one, reset; and breaks it']);
  expect(text.split('\n').at(-1)).toBe('4 passed, 1 failed');
}, 60_000);

it('a test that fails twice fails the run, and the last lines say where its traces are', async () => {
  const { text, exitCode } = await runPlanted('broken');
  expect(text).not.toContain('flaky');
  expect(text).toContain('— failed: planted: planted (a+b) broken');
  expect(text).toContain("expected 'broken' to be 'whole'");
  expect(text).toContain('Traces: .output/failures/planted/planted-a-b-broken');
  expect(text.split('\n').at(-1)).toBe('1 passed, 1 failed');
  expect(exitCode).toBe(1);
}, 60_000);

it('more than two flaky tests fail the run', async () => {
  const { text, exitCode } = await runPlanted('flaky-1', 'flaky-2', 'flaky-3');
  expect(text).toContain('flaky: 3 (');
  expect(text.split('\n').at(-1)).toBe('1 passed, 3 failed');
  expect(exitCode).toBe(1);
}, 60_000);

const failing = (test: string, again?: Failure['again']): Failure => ({
  run: 'e2e-firefox',
  file: 'tests/e2e/some.test.ts',
  test,
  reason: 'No reason.',
  ...(again && { again }),
});

it('what has no second chance fails at once, and a second run without a test is no pass', async () => {
  const nothing = async () => ({ passed: 0, failures: [] });
  const failures = [failing('unit'), failing('renamed', nothing)];
  const verdict = await giveSecondChances(failures);
  expect(verdict.failed).toEqual(failures);
  expect(closing(10, verdict)).toMatchObject({ exitCode: 1 });
});

it('where very much fails nothing is run again', async () => {
  let runs = 0;
  const again = async () => {
    runs += 1;
    return { passed: 1, failures: [] };
  };
  const many = Array.from({ length: MAX_SECOND_CHANCES + 1 }, (_, at) => failing(`test ${at}`, again));
  expect((await giveSecondChances(many)).failed).toHaveLength(many.length);
  expect(runs).toBe(0);
  expect((await giveSecondChances(many.slice(0, MAX_FLAKY))).flaky).toHaveLength(MAX_FLAKY);
});
