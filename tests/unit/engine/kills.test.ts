import '../../engine/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../../engine/clock';
import { askAfterKillAt, killAt, type Stop } from '../../engine/kills';

beforeEach(() => stopTheClock());
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(90_000);
  startTheClock();
  vi.unstubAllGlobals();
});

// A sample; the soak stops every await of a save, and every await of the recovery after each.
describe.each<[Stop, number]>([
  ['worker', 2],
  ['browser', 5],
])('a save whose %s is stopped', (stop, stride) => {
  it(`at every ${stride}. of its awaits loses nothing and sends nothing twice`, async () => {
    let gate = stride - 1;
    while (await killAt(stop, gate)) gate += stride;
    expect(gate).toBeGreaterThanOrEqual(25);
  });
});

it('an editor that is never answered is told the truth, wherever its save was stopped', async () => {
  let gate = 0;
  while (await askAfterKillAt(gate)) gate += 1;
  expect(gate).toBeGreaterThanOrEqual(25);
});
