import '../engine/browser';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../engine/clock';
import { courses } from '../engine/courses';
import { runWay } from '../engine/matrix';
import { promises } from '../engine/promises';
import { anyWays, randomFault } from '../engine/random-faults';

const runs = process.env.SOAK ? 1_000 : 50;

beforeEach(() => stopTheClock());
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(90_000);
  startTheClock();
  vi.unstubAllGlobals();
});

const ways = anyWays(id => courses[id] ?? promises[id]);

it(`${runs} random faults of random saves lose nothing and send nothing twice`, async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(randomFault(ways), async ({ row, way }) => {
      await runWay(row, way);
      await vi.advanceTimersByTimeAsync(90_000);
      count += 1;
    }),
    { numRuns: runs, seed: 76 },
  );
  console.log(`random faults: ${count} of ${ways.length} kinds, 0 lost, 0 doubled`);
  expect([count, ways.length > 40]).toEqual([runs, true]);
});
