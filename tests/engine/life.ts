import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * One life of the background. Everything that it waits for outside of itself passes a gate; once the life is over, nothing
 * that it began goes on, as when the browser stops a worker.
 */
export interface Life {
  over: boolean;
  /** The gates that were passed, by name. */
  passed: string[];
  /** The gate at which it ends, by its number or name; there is none by default. */
  end?: number | string;
  /** Called when it ends. */
  ended?: () => void;
}

const lives = new AsyncLocalStorage<Life>();

export const newLife = (more: Partial<Life> = {}): Life => ({ over: false, passed: [], ...more });

/** Does something as part of a life. */
export const live = <T>(life: Life, work: () => T): T => lives.run(life, work);

/** Does something that no life's end can stop, such as the portal's own work. */
export const outside = <T>(work: () => T): T => lives.exit(work);

export function stop(life: Life): void {
  if (life.over) return;
  life.over = true;
  life.ended?.();
}

/** A new one each time: one for all would hold on to everything that ever waited for it. */
const never = () => new Promise<never>(() => {});

/**
 * Passed by all that a life waits for. At its end the wait is for ever, or an error where something of the test's own
 * process must not wait with it.
 */
export async function gate(name: string, onEnd: () => Promise<never> = never): Promise<void> {
  const life = lives.getStore();
  if (!life) return;
  if (life.over) return onEnd();
  life.passed.push(name);
  if (life.end === name || (typeof life.end === 'number' && life.passed.length > life.end)) {
    stop(life);
    return onEnd();
  }
}
