/** Every wait has a deadline and says what it waited for. */

/** Milliseconds that a person would call "it hangs". */
export const patience = 10_000;

export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));

/** `promise`, or a failure that names `what` when it takes longer than `ms`. */
export async function within<T>(what: string, promise: PromiseLike<T>, ms = patience): Promise<T> {
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

/** Asks `question` until the answer is truthy. What it threw last is part of the failure: usually the reason. */
export async function until<T>(
  what: string,
  question: () => T | Promise<T>,
  ms = patience,
): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  let last = '';
  while (Date.now() < end) {
    try {
      const answer = await within(what, Promise.resolve(question()), Math.max(1, end - Date.now()));
      if (answer) return answer;
      last = '';
    } catch (error) {
      last = ` Last: ${error instanceof Error ? error.message : String(error)}`;
    }
    await pause(25);
  }
  throw new Error(`Waited ${ms} ms for ${what}.${last}`);
}
