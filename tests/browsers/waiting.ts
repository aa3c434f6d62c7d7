/** Waiting is for events: every wait says what it waited for. Its deadline only ends a hang, and is no verdict about speed. */

/**
 * Far more than a busy machine needs, and less than vitest gives a test (vitest.config.ts), so that a test which hangs fails with
 * the wait's own words.
 */
export const HANG_MS = 60_000;

export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));

/**
 * Lets time pass where the time itself is what is tested: somebody who closes the popup 30 ms after a key, clicks that are a tenth of a
 * second apart. Anything else that takes time is waited for with `until`.
 */
export const elapse = pause;

/** `promise`, or a failure that names `what` when it hangs. */
export async function within<T>(what: string, promise: PromiseLike<T>, ms = HANG_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${ms} ms for ${what}.`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long `until` pauses before it asks again, in milliseconds: a question to a browser costs it more than most waits are long. */
const pauses = { first: 20, last: 150, growth: 1.2 } as const;

/** Asks `question` until the answer is truthy, at growing intervals. What it threw last is part of the failure: usually the reason. */
export async function until<T>(
  what: string,
  question: () => T | Promise<T>,
  ms = HANG_MS,
): Promise<NonNullable<T>> {
  let last = '';
  let over = false;
  const asking = async (): Promise<NonNullable<T>> => {
    for (let rest: number = pauses.first; ; rest = Math.min(rest * pauses.growth, pauses.last)) {
      try {
        const answer = await question();
        if (answer) return answer;
        last = '';
      } catch (error) {
        last = ` Last: ${error instanceof Error ? error.message : String(error)}`;
      }
      if (over) return new Promise(() => {});
      await pause(rest);
    }
  };
  try {
    return await within(what, asking(), ms);
  } catch (error) {
    over = true;
    throw new Error(`${(error as Error).message}${last}`);
  }
}

/**
 * The counterpart of `until`, for what must not happen and so has no event: checks now and for `ms` more that `question` is answered
 * with yes. A slow machine cannot make it fail. Where something later is known to be handled after what is feared, wait for that first.
 */
export async function staysTrue(
  what: string,
  question: () => unknown | Promise<unknown>,
  ms = 500,
): Promise<void> {
  const started = performance.now();
  for (;;) {
    if (!(await question())) throw new Error(`No longer true: ${what}.`);
    if (performance.now() - started >= ms) return;
    await pause(50);
  }
}
