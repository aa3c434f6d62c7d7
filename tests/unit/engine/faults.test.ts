import '../../engine/browser';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../../engine/clock';
import { faults } from '../../engine/faults';
import { runWay } from '../../engine/matrix';

beforeEach(() => stopTheClock());
afterEach(async () => {
  // Whatever is still on its way comes to its end.
  await vi.advanceTimersByTimeAsync(90_000);
  startTheClock();
  vi.unstubAllGlobals();
});

const results = new Map<string, { ways: number; failed: string[] }>();

describe.each(faults)('$id $fault', row => {
  it.each(row.ways)('$way', async way => {
    const { ways, failed } = results.get(row.id) ?? { ways: 0, failed: [] };
    results.set(row.id, { ways: ways + 1, failed: [...failed, way.way] });
    await runWay(row, way);
    results.set(row.id, { ways: ways + 1, failed });
  });
});

it('has all 76 faults, each once', () => {
  const ids = Array.from({ length: 76 }, (_, n) => `F${String(n + 1).padStart(2, '0')}`);
  expect(faults.map(({ id }) => id)).toEqual(ids);
});

afterAll(() => {
  const rows = faults.map(({ id, fault, draft, patches }) => {
    const { ways = 0, failed = ['not run'] } = results.get(id) ?? {};
    return `${id}  ${failed.length === 0 ? 'ok  ' : 'FAIL'}  ${draft}  ${patches}  ${String(ways).padStart(2)}  ${fault}${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`;
  });
  const passed = faults.filter(({ id }) => results.get(id)?.failed.length === 0).length;
  console.log(
    ['id   engine draft PATCH ways fault', ...rows, `faults: ${passed} of ${faults.length}`].join('\n'),
  );
});
