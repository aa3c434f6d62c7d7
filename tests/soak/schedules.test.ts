import '../engine/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../engine/clock';
import { runSchedules } from '../engine/schedules';

/** 10,000 schedules altogether; fewer without SOAK, to try it out. */
const all = process.env.SOAK ? 10_000 : 200;
const portion = 100;

beforeEach(() => stopTheClock());
afterEach(() => {
  startTheClock();
  vi.unstubAllGlobals();
});

const count = { schedules: 0 };
it.each(Array.from({ length: all / portion }, (_, n) => n))('schedules of seed %i', async seed => {
  count.schedules += await runSchedules(portion, seed);
});
it('were as many as promised', () => {
  console.log(`schedules: ${count.schedules}, 0 written over`);
  expect(count.schedules).toBe(all);
});
