import '../../engine/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../../engine/clock';
import { runSchedules } from '../../engine/schedules';

beforeEach(() => stopTheClock());
afterEach(() => {
  startTheClock();
  vi.unstubAllGlobals();
});

// A seeded sample; the soak plays 10,000.
it('in whatever order things happen, a save never writes over what a look could have seen', {
  timeout: 120_000,
}, async () => {
  expect(await runSchedules(300, 5)).toBe(300);
});
