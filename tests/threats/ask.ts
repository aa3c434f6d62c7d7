import type { ExtensionApi, Json, Surface } from '../browsers/driver';

/** Sends a message from a page of ours and gives the reply as JSON; a reply of undefined is null. */
export const ask = (surface: Surface, name: string, request: Json): Promise<Json> =>
  surface.evaluate(
    async (name, request) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
      const reply = await (browser ?? chrome).runtime.sendMessage({ name, request });
      return JSON.parse(JSON.stringify(reply ?? null)) as Json;
    },
    name,
    request,
  );
