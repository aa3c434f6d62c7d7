import { expect, vi } from 'vitest';
import { same } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import { type Bench, createBench } from './bench';
import { pass, quiet } from './clock';
import { usual } from './faults/row';

/** What stops the background: the browser the worker alone, or itself with all of its memory. */
export type Stop = 'worker' | 'browser';

async function untilOver(bench: Bench, work: Promise<unknown>): Promise<boolean> {
  const { life } = bench;
  await pass(Promise.race([work, bench.over()]));
  return life.over;
}

/** Nothing typed is lost: it is on the portal, or in a draft. */
async function expectNothingLost(bench: Bench): Promise<void> {
  const drafts = await bench.drafts();
  for (const [name, value] of Object.entries(usual) as [FieldName, string][]) {
    const there = same(fieldOf(name), bench.truth(name) as string, value);
    expect([name, there ? value : drafts[name]?.value]).toEqual([name, value]);
  }
}

/**
 * One save that is stopped at its gate number `first`, and its recovery at gate number `second` where that is given. Gives
 * false when the save has fewer gates. In the end all is saved, by one PATCH and no more.
 */
export async function killAt(stop: Stop, first: number, second?: number): Promise<boolean> {
  const bench = await pass(createBench());
  const wipe = stop === 'browser';
  await bench.type(usual);
  bench.endAt(first);
  if (!(await untilOver(bench, bench.save()))) return false;
  await quiet();
  await expectNothingLost(bench);

  let stopped = true;
  await bench.kill({ wipe, next: { end: second } });
  await expectNothingLost(bench);
  if (second !== undefined) {
    const recovered = async () => {
      if (wipe) await bench.signIn();
      await bench.open();
    };
    stopped = await untilOver(bench, recovered());
    await bench.kill({ wipe });
    await expectNothingLost(bench);
  }
  if (wipe) await pass(bench.signIn());
  await pass(bench.open());
  expect(bench.patches().length).toBeLessThanOrEqual(1);
  expect(await bench.journal()).toEqual([]);
  const progress = await bench.progress();
  if (progress) expect(progress.phase).toBe('done');
  await expectNothingLost(bench);

  // What the portal did not get is still an edit, and Save sends it; what it got is not.
  const left = Object.keys(await bench.edits());
  expect(left.length).toBe(bench.patches().length === 1 ? 0 : Object.keys(usual).length);
  const outcome = await pass(bench.save());
  expect(outcome.problem).toBeUndefined();
  expect(bench.patches().map(({ json }) => json)).toEqual([usual]);
  expect(await bench.edits()).toEqual({});
  expect(await bench.journal()).toEqual([]);
  // Deadlines of lives that are over would be gone through one by one, thousands of them in the end.
  vi.clearAllTimers();
  return stopped;
}

/**
 * One save whose background is stopped at its gate number `first` while its editor waits, and then asks the next one what came of it.
 * The answer is the truth: what never went out is not called sent, and what went out is found. Gives false when the save has fewer gates.
 */
export async function askAfterKillAt(first: number): Promise<boolean> {
  const bench = await pass(createBench());
  await bench.type(usual);
  bench.endAt(first);
  if (!(await untilOver(bench, bench.save('asked')))) return false;
  await quiet();
  await bench.kill();
  const { saved, problem } = await pass(bench.resultOf('asked'));
  const isSent = bench.patches().length > 0;
  const told = isSent
    ? [Object.keys(usual).length, undefined]
    : [0, expect.stringMatching(/^(interrupted|notSaved)$/)];
  expect([first, saved.length, problem?.code]).toEqual([first, ...told]);
  expect(Object.keys(await bench.edits()).length).toBe(isSent ? 0 : Object.keys(usual).length);
  await expectNothingLost(bench);
  vi.clearAllTimers();
  return true;
}
