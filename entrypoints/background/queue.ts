/** One line of work per key: tasks of a key run one after the other, tasks of different keys side by side. */
export function createQueue() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine.catch(() => {});
    last.set(key, settled);
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return mine;
  };
}

export type Queue = ReturnType<typeof createQueue>;

/** The same with patience: a task whose turn has not come after `ms` is given up, and `late` says what it comes to. */
export function enqueueWithin<T>(
  ms: number,
  inLine: Queue,
  key: string,
  task: () => Promise<T>,
  late: () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve(late());
    }, ms);
    void inLine(key, async () => {
      clearTimeout(timer);
      if (!isLate) await task().then(resolve, reject);
    });
  });
}
