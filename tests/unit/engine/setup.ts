import '../../engine/browser';
import { afterEach, beforeEach, vi } from 'vitest';
import { type Bench, createBench } from '../../engine/bench';
import { pass, startTheClock, stopTheClock } from '../../engine/clock';

/** The bench of the test that runs: imported, it is always the newest. */
export let bench: Bench;

export const start = async (options?: Parameters<typeof createBench>[0]) => {
  bench = await pass(createBench(options));
};

/** A fresh bench for each test of a file, on a clock that stands still. */
export function onTheBench(): void {
  beforeEach(async () => {
    stopTheClock();
    await start();
  });
  afterEach(async () => {
    await vi.advanceTimersByTimeAsync(90_000);
    startTheClock();
    vi.unstubAllGlobals();
  });
}

export const bodies = () => bench.patches().map(({ json }) => json);
export const position = (base: string, value: string) => ({ Position: { base, value } });
/** The requests since a mark, as method and path. */
export const asked = (mark: number) =>
  bench.portal.log.since(mark).map(({ method, path }) => `${method} ${path}`);
export const onPatch = (fault: object) => bench.portal.faults.add({ match: { method: 'PATCH' }, ...fault });
