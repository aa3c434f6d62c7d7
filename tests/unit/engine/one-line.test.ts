import '../../engine/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../../engine/clock';
import { runOneLine } from '../../engine/one-line';

beforeEach(() => stopTheClock());
afterEach(() => {
  startTheClock();
  vi.unstubAllGlobals();
});

// A seeded sample.
it('T65 a switch of profile of our own never falls between a look and its write', {
  timeout: 120_000,
}, async () => {
  expect(await runOneLine(60, 7)).toBe(60);
});
