import '../engine/browser';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FieldName } from '../../utils/profile/fields';
import { startTheClock, stopTheClock } from '../engine/clock';
import { courses } from '../engine/courses';
import { faults } from '../engine/faults';
import { runWay } from '../engine/matrix';
import { promises } from '../engine/promises';

const runs = process.env.SOAK ? 1_000 : 50;

beforeEach(() => stopTheClock());
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(90_000);
  startTheClock();
  vi.unstubAllGlobals();
});

/** The ways that may befall any save, whatever is in it. */
const ways = faults
  .filter(({ id }) => !courses[id] && !promises[id])
  .flatMap(row => row.ways.filter(({ typed, hopeless }) => !typed && !hopeless).map(way => ({ row, way })));

const names =
  'NickName Position CompanyName CityName State BillingName BillingCityName ProfileSummary Skype MobilePhone TaxIDNumber';
const typed = fc
  .subarray(names.split(' ') as FieldName[], { minLength: 2 })
  .chain(all => fc.record(Object.fromEntries(all.map(name => [name, fc.nat().map(n => `New ${n}`)]))));

it(`${runs} random faults of random saves lose nothing and send nothing twice`, async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ways), typed, async ({ row, way }, edits) => {
      await runWay(row, { ...way, typed: edits });
      await vi.advanceTimersByTimeAsync(90_000);
      count += 1;
    }),
    { numRuns: runs, seed: 76 },
  );
  console.log(`random faults: ${count} of ${ways.length} kinds, 0 lost, 0 doubled`);
  expect([count, ways.length > 40]).toEqual([runs, true]);
});
