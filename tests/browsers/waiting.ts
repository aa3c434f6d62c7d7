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
  let last = '';
  let over = false;
  const asking = async (): Promise<NonNullable<T>> => {
    for (;;) {
      try {
        const answer = await question();
        if (answer) return answer;
        last = '';
      } catch (error) {
        last = ` Last: ${error instanceof Error ? error.message : String(error)}`;
      }
      if (over) return new Promise(() => {});
      await pause(25);
    }
  };
  try {
    return await within(what, asking(), ms);
  } catch (error) {
    over = true;
    throw new Error(`${(error as Error).message}${last}`);
  }
}
