import { browser } from 'wxt/browser';

type Stored = Record<string, unknown>;

/**
 * What rests in storage.local, from one shape to the next: step n makes shape n + 1 of shape n. A step is never changed once
 * it was released; the fixtures of every shape are in tests/fixtures/stored. (The database has IndexedDB's own version.)
 */
const steps: readonly ((stored: Stored) => Stored)[] = [
  // What was stored before shapes were counted has the form of 1.0.
  stored => stored,
];

/** The number of the shape that this version reads and writes. */
export const shape = steps.length;

/** Brings what an earlier version left to this version's shape. What a later one left stays as it is: what fits is read. */
export async function upgradeStored(taken = steps): Promise<void> {
  const stored: Stored = await browser.storage.local.get(null);
  const from = Math.max(0, Number(stored.shape) || 0);
  if (from >= taken.length) return;
  const next = taken.slice(from).reduce((earlier, step) => step(earlier), stored);
  await browser.storage.local.set({ ...next, shape: taken.length });
  const gone = Object.keys(stored).filter(key => !(key in next));
  if (gone.length > 0) await browser.storage.local.remove(gone);
}
