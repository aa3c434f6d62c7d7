/**
 * As much of the browser as the background needs, in memory. Importing this file puts it where `wxt/browser` looks, so it
 * comes before everything that uses the browser.
 */

type Changes = Record<string, { newValue?: unknown; oldValue?: unknown }>;

import { gate } from './life';

/** A set of listeners, as the browser's events are. */
function event<A extends unknown[]>() {
  const listeners = new Set<(...args: A) => unknown>();
  return {
    addListener: (listener: (...args: A) => unknown) => void listeners.add(listener),
    removeListener: (listener: (...args: A) => unknown) => void listeners.delete(listener),
    hasListener: (listener: (...args: A) => unknown) => listeners.has(listener),
    /** What each listener gave back. */
    emit: (...args: A) => [...listeners].map(listener => listener(...args)),
    size: () => listeners.size,
    clear: () => listeners.clear(),
  };
}

/**
 * Seats and tokens are changed one after the other, in a line that a module keeps and so outlives a life here: what the end of
 * a life leaves in it has to fail, or the next life would wait for it. Anything else waits for ever.
 */
const inLine = (keys: readonly string[]) =>
  keys.some(key => key === 'seats' || key.startsWith('token/'))
    ? () => Promise.reject(new Error('this life is over'))
    : undefined;

function area() {
  const data = new Map<string, unknown>();
  const onChanged = event<[Changes]>();
  const state = { failing: false, quota: Number.POSITIVE_INFINITY };
  const refuse = () => {
    if (state.failing) throw new Error('storage failed');
  };
  const size = () => JSON.stringify([...data]).length;

  function change(next: Map<string, unknown>) {
    const keys = new Set([...data.keys(), ...next.keys()]);
    const changes: Changes = {};
    for (const key of keys) {
      const [oldValue, newValue] = [data.get(key), next.get(key)];
      if (JSON.stringify(oldValue) !== JSON.stringify(newValue)) changes[key] = { oldValue, newValue };
    }
    if (JSON.stringify([...next]).length > state.quota && next.size > 0)
      throw new Error('quota bytes exceeded');
    data.clear();
    for (const [key, value] of next) data.set(key, value);
    // The event comes on its own time, after the write.
    if (Object.keys(changes).length > 0) setImmediate(() => onChanged.emit(structuredClone(changes)));
  }

  return {
    onChanged,
    async get(keys: string | string[] | null) {
      const ended = inLine([keys ?? []].flat());
      await gate('storage.get', ended);
      refuse();
      const wanted = keys === null ? [...data.keys()] : [keys].flat();
      const found = Object.fromEntries(wanted.filter(key => data.has(key)).map(key => [key, data.get(key)]));
      await gate('storage.got', ended);
      return structuredClone(found);
    },
    async set(items: Record<string, unknown>) {
      const copy = Object.entries(structuredClone(items));
      await gate('storage.set', inLine(Object.keys(items)));
      refuse();
      change(new Map([...data, ...copy]));
      await gate('storage.was set', inLine(Object.keys(items)));
    },
    async remove(keys: string | string[]) {
      await gate('storage.remove', inLine([keys].flat()));
      refuse();
      const gone = new Set([keys].flat());
      change(new Map([...data].filter(([key]) => !gone.has(key))));
    },
    /** For tests: how it fails, what is in it, and as good as new. */
    state,
    size,
    now: (): Record<string, unknown> => structuredClone(Object.fromEntries(data)),
    put: (key: string, value: unknown) => void data.set(key, value),
    reset() {
      data.clear();
      onChanged.clear();
      Object.assign(state, { failing: false, quota: Number.POSITIVE_INFINITY });
    },
  };
}

export const us = { id: 'nametag-id', origin: 'chrome-extension://nametag-id' };

export const fakeBrowser = {
  runtime: {
    id: us.id,
    getURL: (path: string) => `${us.origin}${path}`,
    onMessage: event<[message: unknown, sender: object, answer: (reply: unknown) => void]>(),
    /** What `sendMessage` gives back; tests say. */
    reply: async (_message: unknown): Promise<unknown> => undefined,
    sendMessage: (message: unknown) => fakeBrowser.runtime.reply(message),
    heartbeats: 0,
    async getPlatformInfo() {
      fakeBrowser.runtime.heartbeats += 1;
      return { os: 'linux' };
    },
  },
  storage: { local: area(), session: area() },
  permissions: {
    granted: true,
    async contains() {
      await gate('permissions.contains');
      return fakeBrowser.permissions.granted;
    },
  },
  webRequest: { onBeforeSendHeaders: event<[details: object]>(), onCompleted: event<[details: object]>() },

  /** A browser that was just started: nothing in memory, nothing on disk, nobody listening. */
  reset() {
    fakeBrowser.storage.local.reset();
    fakeBrowser.storage.session.reset();
    fakeBrowser.runtime.onMessage.clear();
    fakeBrowser.runtime.heartbeats = 0;
    fakeBrowser.permissions.granted = true;
    fakeBrowser.webRequest.onBeforeSendHeaders.clear();
    fakeBrowser.webRequest.onCompleted.clear();
  },
};

Object.assign(globalThis, { chrome: fakeBrowser });
