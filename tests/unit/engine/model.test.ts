import '../../engine/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../../engine/clock';
import { runDays } from '../../engine/days';

beforeEach(() => stopTheClock());
afterEach(() => {
  startTheClock();
  vi.unstubAllGlobals();
});

// A small seeded sample; the soak runs 20,000 days.
it('a member’s random days never leave the model', async () => {
  const { days, commands } = await runDays(30, 20_260_615);
  expect([days, commands > 8 * days]).toEqual([30, true]);
});
