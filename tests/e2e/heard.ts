import type { Browser } from '../browsers/driver';

/**
 * Listens to what the content scripts say to the background from now on, for as long as the background lives, and gives the names of
 * those messages. Messages of one page arrive in their order: once a later one is heard, an earlier one that is not was never sent.
 */
export async function listen({ background }: Browser): Promise<() => Promise<string[]>> {
  await background.evaluate(api => {
    const kept = globalThis as unknown as { heard?: string[] };
    const listens = kept.heard !== undefined;
    kept.heard = [];
    if (listens) return;
    api.runtime.onMessage.addListener((message, { tab, url }) => {
      if (tab && url?.startsWith('https:')) kept.heard?.push(String(message?.name ?? message));
    });
  });
  return () => background.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}
