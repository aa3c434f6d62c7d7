import '../../engine/browser';
import fc from 'fast-check';
import { afterEach, beforeEach, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../../engine/clock';
import { command, runDay } from '../../engine/model';

beforeEach(() => stopTheClock());
afterEach(() => {
  startTheClock();
  vi.unstubAllGlobals();
});

// A small seeded sample; the soak runs 20,000 days.
it('a member’s random days never leave the model', { timeout: 120_000 }, async () => {
  const days = Number(process.env.DAYS ?? 40);
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 15 }), async commands => {
      await runDay(commands);
    }),
    { numRuns: days, seed: Number(process.env.SEED ?? 20_260_615) },
  );
});
