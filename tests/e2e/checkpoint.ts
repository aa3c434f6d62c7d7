import type { Browser as Api } from 'wxt/browser';
import type { Browser, ExtensionApi, Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import type { Portal } from '../portal/portal';

/**
 * Remembers how browser, extension and portal stand; gives the way back there. What was opened since is closed, what was stored, granted
 * or changed since is undone, and the background begins anew. The way answers false where a tab of then was closed: there is none.
 */
export async function checkpoint(browser: Browser, portal: Portal): Promise<() => Promise<boolean>> {
  const { background } = browser;
  await portal.log.atRest();
  await until('the background to have begun', () => background.evaluate(hasBegun));
  const restorePortal = portal.keep();
  const held = await background.evaluate(readHeld);
  const state = stateOf(held);
  const documents = new Map<Tab, Shown>();
  for (const tab of await browser.tabs()) documents.set(tab, await tab.evaluate(readShown));

  async function closeOthers(): Promise<void> {
    const sites = [...documents.values()].map(({ url }) => new URL(url).origin);
    for (const surface of await browser.surfaces()) {
      if (documents.has(surface as Tab)) continue;
      // Whom a portal's page knows would be known to the next one, too; but for the site of a page that stays. Some may keep nothing.
      const { protocol, origin } = new URL(await surface.evaluate(() => location.href));
      if (protocol === 'https:' && !sites.includes(origin))
        await surface.evaluate(keepAgain, '[{}, {}]').catch(() => {});
      await surface.close();
    }
    // Those that the extension opened and no test has met.
    const open = await background.evaluate(openBesideTabs);
    if (open.includes('POPUP')) await browser.waitForPopup().then(popup => popup.close());
    if (open.includes('SIDE_PANEL')) await browser.waitForPanel().then(panel => panel.close());
  }

  /** Loads a page again that was left or reloaded, or that keeps something else. Gives whether it had to. */
  async function showAgain(tab: Tab, then: Shown): Promise<boolean> {
    const now = await tab.evaluate(readShown);
    const isAsThen = (['url', 'loaded', 'kept'] as const).every(part => now[part] === then[part]);
    if (isAsThen) return false;
    if (new URL(now.url).origin === new URL(then.url).origin) await tab.evaluate(keepAgain, then.kept);
    await tab.goto(then.url);
    return true;
  }

  async function beginAnew(): Promise<void> {
    await background.stop();
    await until('the extension to be as it was', async () => {
      if (!(await background.evaluate(hasBegun))) return false;
      const now = stateOf(await background.evaluate(readHeld));
      if (now === state) return true;
      throw new Error(`It is ${now}, and was ${state}`);
    });
    portal.log.clear();
  }

  /** What waits for an answer would write it down after all was put back; and one that is broken off Chromium sends again. */
  async function endRequests(): Promise<void> {
    if (portal.log.entries.some(({ state }) => state === 'open')) await background.stop();
  }

  // So that the first test begins as every other does.
  await beginAnew();
  return async () => {
    // While the background is there to hear of it.
    await browser.setOffline(false);
    await browser.emulate({});
    await endRequests();
    await restorePortal();
    await closeOthers();
    if ([...documents.keys()].some(({ closed }) => closed)) return false;
    for (const [tab, then] of documents) {
      if (!(await showAgain(tab, then))) continue;
      documents.set(tab, { ...then, loaded: (await tab.evaluate(readShown)).loaded });
      await portal.log.atRest(100);
    }
    for (const [tab, { isInFront }] of documents) if (isInFront) await tab.activate();
    await endRequests();
    await background.evaluate(writeHeld, held);
    await beginAnew();
    return true;
  };
}

/** What a tab shows, and what its site keeps there, as text. */
interface Shown {
  url: string;
  /** Which document it is. */
  loaded: number;
  kept: string;
  isInFront: boolean;
}

function readShown(): Shown {
  let kept = '';
  try {
    kept = JSON.stringify([localStorage, sessionStorage]);
  } catch {
    // A blank page keeps nothing.
  }
  const isInFront = document.visibilityState === 'visible';
  return { url: location.href, loaded: performance.timeOrigin, kept, isInFront };
}

function keepAgain(kept: string): void {
  const [local, session] = JSON.parse(kept) as [Record<string, string>, Record<string, string>];
  for (const [area, items] of [
    [localStorage, local],
    [sessionStorage, session],
  ] as const) {
    area.clear();
    for (const [key, text] of Object.entries(items)) area.setItem(key, text);
  }
}

async function openBesideTabs(api: ExtensionApi): Promise<string[]> {
  const contexts = await api.runtime.getContexts({});
  return contexts.map(({ contextType }) => String(contextType));
}

/** The background has its database, and has drawn its menu: the last thing that its start does before it waits. */
async function hasBegun(api: ExtensionApi): Promise<boolean> {
  const databases = await indexedDB.databases();
  const { menu } = await api.storage.session.get('menu');
  return Boolean(menu) && databases.some(({ name, version }) => name === 'nametag' && version);
}

/** Everything that the extension keeps in the browser, and how it shows there, as JSON. */
async function readHeld(api: ExtensionApi): Promise<string> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('nametag'));
  const tables: Held['tables'] = {};
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    tables[name] = keys.map((key, at) => [String(key), values[at]]);
  }
  database.close();
  const sorted = (items: Items) =>
    Object.fromEntries(Object.entries(items).sort(([a], [b]) => a.localeCompare(b)));
  const granted: Granted = await api.permissions.getAll();
  const held: Held = {
    session: sorted(await api.storage.session.get(null)),
    local: sorted(await api.storage.local.get(null)),
    tables,
    origins: (granted.origins ?? []).sort(),
    data: (granted.data_collection ?? []).sort(),
    scripts: (await api.scripting.getRegisteredContentScripts()).map(({ id }) => id).sort(),
    button: {
      badge: await api.action.getBadgeText({}),
      title: await api.action.getTitle({}),
      popup: await api.action.getPopup({}),
    },
  };
  return JSON.stringify(held);
}

type Items = Record<string, unknown>;
/** What only Firefox asks for, the kinds of data that leave the browser, is not in the types of Chrome's API. */
type Granted = Api.permissions.Permissions & { data_collection?: string[] };
interface Held {
  session: Items;
  local: Items;
  tables: Record<string, [key: string, value: unknown][]>;
  origins: string[];
  data: string[];
  /** The content scripts that were registered for bound domains. */
  scripts: string[];
  /** How the toolbar button looks and what it opens. */
  button: Record<'badge' | 'title' | 'popup', string>;
}

/** What has to be the same again. The menu is drawn anew each time, and what was read again was read at another time. */
function stateOf(held: string): string {
  const { session, ...others } = JSON.parse(held) as Held;
  const { menu: _menu, sightings: _sightings, ...kept } = session;
  return JSON.stringify({ session: kept, ...others }).replace(/"readAt":\d+/g, '"readAt":0');
}

/** Puts back what is stored and takes back what was granted since; scripts and button follow when the background begins anew. */
async function writeHeld(api: ExtensionApi, held: string): Promise<void> {
  const { session, local, tables, origins, data } = JSON.parse(held) as Held;
  // As drawn counts what is stored: without it every line is drawn.
  delete session.menu;
  const replace = async (area: 'session' | 'local', items: Items) => {
    const all = Object.keys(await api.storage[area].get(null));
    await api.storage[area].remove(all.filter(key => !(key in items)));
    await api.storage[area].set(items);
  };
  await replace('local', local);
  await replace('session', session);
  const opening = indexedDB.open('nametag');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const names = Object.keys(tables);
  const writing = database.transaction(names, 'readwrite');
  for (const name of names) {
    const store = writing.objectStore(name);
    store.clear();
    for (const [key, value] of tables[name] ?? []) store.put(value, key);
  }
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(writing.error);
  });
  database.close();
  const granted: Granted = await api.permissions.getAll();
  const since = granted.origins?.filter(origin => !origins.includes(origin)) ?? [];
  if (since.length > 0) await api.permissions.remove({ origins: since });
  const dataSince = granted.data_collection?.filter(kind => !data.includes(kind)) ?? [];
  if (dataSince.length > 0) await api.permissions.remove({ data_collection: dataSince } as Granted);
}
