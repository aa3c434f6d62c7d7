import '../../engine/browser';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../../engine/clock';
import { faults } from '../../engine/faults';
import { runWay } from '../../engine/matrix';
import { createReport } from '../../engine/table';

beforeEach(() => stopTheClock());
afterEach(async () => {
  // Whatever is still on its way comes to its end.
  await vi.advanceTimersByTimeAsync(90_000);
  startTheClock();
  vi.unstubAllGlobals();
});

const report = createReport('engine', faults);

describe.each(faults)('$id $fault', row => {
  it.each(row.ways)('$way', way => report.watch(row.id, way.way, () => runWay(row, way)));
});

it('has all the faults, each once', () => {
  const ids = Array.from({ length: 85 }, (_, n) => `F${String(n + 1).padStart(2, '0')}`);
  expect(faults.map(({ id }) => id)).toEqual(ids);
});

afterAll(() => console.log(report.table()));
