/** A browser in memory, as far as the surfaces use one: storage, context menus, tabs, badge. Installed before the product is imported. */

import { labels } from '../../../utils/labels';
import { labelsFile, languages } from '../../../utils/language';

type Listener = (...args: never[]) => unknown;

export function createEvent() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    /** As when the pages that listen are closed. */
    forget: () => listeners.clear(),
    emit: (...args: unknown[]) => [...listeners].map(listener => listener(...(args as never[]))),
  };
}

export function createArea() {
  const onChanged = createEvent();
  let items: Record<string, unknown> = {};
  const change = (next: Record<string, unknown>) => {
    const before = items;
    items = next;
    const keys = [...new Set([...Object.keys(before), ...Object.keys(next)])];
    const changed = keys.filter(key => JSON.stringify(before[key]) !== JSON.stringify(next[key]));
    if (changed.length > 0)
      onChanged.emit(
        Object.fromEntries(changed.map(key => [key, { oldValue: before[key], newValue: next[key] }])),
      );
  };
  return {
    onChanged,
    get: async (keys: string | string[] | null) =>
      structuredClone(
        keys === null
          ? items
          : Object.fromEntries([keys].flat().flatMap(key => (key in items ? [[key, items[key]]] : []))),
      ),
    set: async (more: Record<string, unknown>) => change({ ...items, ...structuredClone(more) }),
    remove: async (keys: string | string[]) =>
      change(Object.fromEntries(Object.entries(items).filter(([key]) => ![keys].flat().includes(key)))),
    clear: async () => change({}),
  };
}

export interface Line {
  id: string;
  title: string;
  contexts: string[];
  type?: string;
  checked?: boolean;
  enabled?: boolean;
  visible?: boolean;
  parentId?: string;
  documentUrlPatterns?: string[];
}

function createMenus(runtime: { lastError?: { message: string } | undefined }) {
  let lines: Line[] = [];
  return {
    onClicked: createEvent(),
    lines: () => lines,
    lose: () => {
      lines = [];
    },
    create(line: Line, done: () => void) {
      const twice = lines.some(({ id }) => id === line.id);
      const orphan = line.parentId !== undefined && !lines.some(({ id }) => id === line.parentId);
      if (twice || orphan) runtime.lastError = { message: twice ? 'duplicate id' : 'no such parent' };
      else lines.push({ ...line });
      done();
      runtime.lastError = undefined;
    },
    async update(id: string, more: Partial<Line>) {
      const line = lines.find(other => other.id === id);
      if (!line) throw new Error('no such line');
      Object.assign(line, more);
    },
    async removeAll() {
      lines = [];
    },
  };
}

export interface FakeTab {
  id: number;
  windowId: number;
  url?: string;
  active?: boolean;
}

export function createBrowser() {
  const runtime = {
    id: 'nametag',
    lastError: undefined as { message: string } | undefined,
    getURL: (path: string) => `chrome-extension://nametag${path}`,
    onInstalled: createEvent(),
    onStartup: createEvent(),
    onMessage: createEvent(),
  };
  const tabs: FakeTab[] = [];
  const windows = [1, 2];
  const badge = { text: '', title: '' };
  return {
    runtime,
    i18n: { getUILanguage: () => 'en-GB' },
    storage: { local: createArea(), session: createArea(), managed: createArea() },
    contextMenus: createMenus(runtime),
    tabs: {
      list: tabs,
      query: async ({ active }: { active?: boolean }) => tabs.filter(tab => !active || tab.active),
      onActivated: createEvent(),
      onUpdated: createEvent(),
    },
    windows: {
      list: windows,
      getAll: async () => windows.map(id => ({ id })),
      onFocusChanged: createEvent(),
      onCreated: createEvent(),
      onRemoved: createEvent(),
    },
    badge,
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        badge.text = text;
      },
      setTitle: async ({ title }: { title: string }) => {
        badge.title = title;
      },
      setBadgeBackgroundColor: async () => {},
      setBadgeTextColor: async () => {},
    },
  };
}

export type FakeBrowser = ReturnType<typeof createBrowser>;

/** The one thing that the surfaces fetch: the labels, as a build writes them. */
const ownFile = ({ runtime }: FakeBrowser) =>
  async function fetch(url: string) {
    const language = languages.find(each => runtime.getURL(`/${labelsFile(each)}`) === url);
    if (!language) throw new TypeError(`nothing at ${url}`);
    return Response.json(labels[language]);
  };

/** A new browser, in place before the product's modules are loaded. */
export function installBrowser(): FakeBrowser {
  const made = createBrowser();
  Object.assign(globalThis, { browser: made, fetch: ownFile(made) });
  return made;
}

/** Lets everything happen that can happen without time passing: turns are counted, and not milliseconds. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise(setImmediate);
}
