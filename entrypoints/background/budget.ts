/**
 * The one deadline of a save (D15), in milliseconds: whatever each of its requests does, the member is told within 25 s what is known.
 * A browser may stop the background after 30 s.
 */
const WHOLE_MS = 25_000;
export const PREFLIGHT_MS = 8_000;
export const WRITE_MS = 15_000;

/** What is left of a save's time. It runs from when the save was asked for, by a clock that nobody can set. */
export interface Budget {
  /** For everything that is still to come. */
  left(): number;
  /** For the reads before the write; none once a write would no longer have all of its time. */
  forPreflight(): number;
  /** For the wait behind other saves. */
  forTurn(): number;
  /** Whether a write may begin: it needs all of its time, because one that is given up may still count. */
  hasWrite(): boolean;
}

export function startBudget(monotonicNow: () => number): Budget {
  const end = monotonicNow() + WHOLE_MS;
  const left = () => Math.max(0, Math.floor(end - monotonicNow()));
  const beforeWrite = () => Math.max(0, left() - WRITE_MS);
  return {
    left,
    forPreflight: () => Math.min(PREFLIGHT_MS, beforeWrite()),
    forTurn: beforeWrite,
    hasWrite: () => left() >= WRITE_MS,
  };
}

/** Does some work with a signal that ends it after so many milliseconds. The signal is let go of with the work. */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  // `AbortSignal.timeout` would keep all that listens to it until the deadline, long after the work was done.
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
