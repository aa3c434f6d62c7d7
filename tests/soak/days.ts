import '../engine/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTheClock, stopTheClock } from '../engine/clock';
import { runDays } from '../engine/days';

/** 20,000 days altogether; fewer without SOAK, to try it out. */
const all = process.env.SOAK ? 20_000 : 200;
const portion = 500;

/** One half of the days, so that two cores share them. */
export function daysOf(half: 0 | 1): void {
  beforeEach(() => stopTheClock());
  afterEach(() => {
    startTheClock();
    vi.unstubAllGlobals();
  });

  const count = { days: 0, commands: 0 };
  const portions = Math.max(1, Math.round(all / 2 / portion));
  it.each(Array.from({ length: portions }, (_, n) => 2 * n + half))('days of seed %i', async seed => {
    const { days, commands } = await runDays(Math.min(portion, all / 2), seed);
    count.days += days;
    count.commands += commands;
  });
  it('were as many as promised', () => {
    console.log(`days: ${count.days}, ${count.commands} commands, 0 divergences`);
    expect([count.days, count.commands >= 10 * count.days]).toEqual([all / 2, true]);
  });
}
