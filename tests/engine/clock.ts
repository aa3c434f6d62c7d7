import { createHash } from 'node:crypto';
import { vi } from 'vitest';

/** A clock that stands still until `pass` moves it; deadlines and pauses of minutes take no time. */
export function stopTheClock(at = Date.parse('2026-06-15T12:00:00Z')): void {
  vi.useFakeTimers({
    now: at,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(hash);
}

/** Hashes are made on another thread, in real time; here they are made at once, so that nothing real is waited for. */
const hash: typeof crypto.subtle.digest = async (_, data) =>
  new Uint8Array(
    createHash('sha256')
      .update(data as Uint8Array)
      .digest(),
  ).buffer;

export function startTheClock(): void {
  vi.useRealTimers();
  vi.restoreAllMocks();
}

/** Lets everything happen that can happen without time passing. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise(setImmediate);
}

/** Waits for some work; time passes only when nothing else can happen. */
export async function pass<T>(work: Promise<T>): Promise<T> {
  let done = false;
  const end = () => {
    done = true;
  };
  work.then(end, end);
  while (!done) {
    for (let turn = 0; turn < 250 && !done; turn += 1) await new Promise(setImmediate);
    if (!done) await vi.advanceTimersToNextTimerAsync();
  }
  return work;
}

/** The same, and how many milliseconds the clock went on meanwhile. */
export async function timed<T>(work: Promise<T>): Promise<[answer: T, ms: number]> {
  const started = Date.now();
  return [await pass(work), Date.now() - started];
}
