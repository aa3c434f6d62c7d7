import type { Browser } from '../browsers/driver';

/**
 * Counts what the content scripts say to the background from now on, for as long as the background lives. Messages of one page arrive
 * in their order: once a later one is heard, an earlier one that is not was never sent.
 */
export async function countMessages({ background }: Browser): Promise<() => Promise<number>> {
  await background.evaluate(api => {
    const kept = globalThis as unknown as { heard: number };
    kept.heard = 0;
    api.runtime.onMessage.addListener((_message, { tab, url }) => {
      if (tab && url?.startsWith('https:')) kept.heard += 1;
    });
  });
  return () => background.evaluate(() => (globalThis as unknown as { heard: number }).heard);
}
