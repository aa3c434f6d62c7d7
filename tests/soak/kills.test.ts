import '../engine/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../engine/clock';
import { killAt, type Stop } from '../engine/kills';

beforeEach(() => stopTheClock());
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(90_000);
  startTheClock();
  vi.unstubAllGlobals();
});

describe.each<Stop>(['worker', 'browser'])('a save whose %s is stopped', stop => {
  it('at any of its awaits, and again at any of the awaits of the recovery, loses nothing and sends nothing twice', async () => {
    let first = 0;
    let pairs = 0;
    while (await killAt(stop, first)) {
      let second = 0;
      while (await killAt(stop, first, second)) second += 1;
      pairs += second;
      first += 1;
    }
    expect(first).toBeGreaterThanOrEqual(25);
    console.log(
      `kills by the ${stop}: ${first} awaits of a save, ${pairs} with a second kill; 0 lost, 0 doubled`,
    );
  });
});
