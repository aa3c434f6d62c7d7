import en from '../../../locales/en';
import { type Edits, entriesOf } from '../../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../../utils/profile/fields';
import type { Value } from '../../../utils/profile/kinds';
import { type Owner, ownerKey, sameOwner } from '../../../utils/profile/owner';
import { emptyOutcome, type Outcome, type Progress } from '../../../utils/save-data';
import type { Snapshot } from '../../../utils/snapshot';
import type { Draft } from '../../../utils/stores';
import type { Browser, ExtensionApi, Surface, Tab } from '../../browsers/driver';
import { until } from '../../browsers/waiting';
import type { Subject } from '../../engine/checks';
import type { Portal } from '../../portal/portal';
import { defaultSwitches } from '../../portal/switches';
import { showSection } from '../stage';

const space = 'acme';
const member = 'ada';
const host = `${space}.spaces.nexudus.com`;
const pageOf = (where: string) => `https://${where}.nexudus.site/shows`;

type Stored = Record<string, unknown>;
type Tables = Record<'drafts' | 'journal' | 'history', [key: string, value: unknown][]>;
type Globals = Record<'browser' | 'chrome', ExtensionApi>;

/** What a test changes between two starts of the browser. */
export interface Place {
  browser: Browser;
  portal: Portal;
  /** Ends the browser and starts it again with the same profile, for an update with the next version of the extension. */
  restart(how: 'close' | 'kill' | 'update', preferences?: Record<string, number>): Promise<void>;
}

/**
 * Ada at a real browser: types and saves in the real popup, and is asked what the engine's bench is asked. `place.browser` may
 * be another one after a restart.
 */
export function createMember(place: Place) {
  const { portal } = place;
  const owner: Owner = {
    space,
    user: portal.member(member).id,
    profile: portal.currentProfile(member, space),
  };
  const first = portal.record(owner.profile);
  let popup: Surface | undefined;
  let shows: Tab | undefined;
  let mark = 0;

  for (const { slug } of portal.spaces)
    portal.pages.set(`${slug}.nexudus.site`, '/shows', '<!doctype html><title>Portal</title><p>Portal</p>');

  const stored = (): Promise<Stored> =>
    place.browser.background.evaluate(async api => (await api.storage.session.get(null)) as never);
  /** What rests on the disk. */
  const tables = (): Promise<Tables> =>
    place.browser.background.evaluate(async () => {
      const opening = indexedDB.open('nametag');
      const done = (request: IDBRequest) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = (await done(opening)) as IDBDatabase;
      const found: Record<string, unknown> = {};
      for (const name of ['drafts', 'journal', 'history']) {
        const store = database.transaction(name).objectStore(name);
        const [keys, values] = (await Promise.all([done(store.getAllKeys()), done(store.getAll())])) as [
          string[],
          unknown[],
        ];
        found[name] = keys.map((key, at) => [key, values[at]]);
      }
      database.close();
      return found as never;
    });

  /** The saves that are written down; what is no entry counts as absent (F58). */
  const journal = async () =>
    ((await tables()).journal as Awaited<ReturnType<Subject['journal']>>).filter(([, { phase }]) => phase);
  const snapshot = async (): Promise<Snapshot | undefined> =>
    (await stored())[`snapshot/${space}`] as Snapshot | undefined;
  const progress = async (of = owner): Promise<Progress | undefined> =>
    (await stored())[`progress/${ownerKey(of)}`] as Progress | undefined;
  const session = (): Promise<{ token: string; user: number } | undefined> =>
    place.browser.background.evaluate(
      async (api, key) => (await api.storage.session.get(key))[key] as never,
      `token/${space}`,
    );

  async function drafts(of = owner): Promise<Edits> {
    const prefix = `draft/${ownerKey(of)}/`;
    const found = Object.entries(await stored()).flatMap(([key, raw]) => {
      const draft = raw as Draft;
      // Some are no drafts (F58): text, or by nobody.
      if (!key.startsWith(prefix) || typeof draft !== 'object' || 'gone' in draft || !draft.by) return [];
      return [[key.slice(prefix.length), { base: draft.base, value: draft.value }] as const];
    });
    return Object.fromEntries(found);
  }

  /** The rows that the popup marks as changed. */
  async function edits(): Promise<Edits> {
    const [names, kept] = [await (await surface()).evaluate(changedRows), await drafts()];
    return Object.fromEntries(
      names.map(name => [name, kept[name as FieldName] ?? { base: null, value: null }]),
    );
  }

  /** The portal's page in front, which does nothing by itself. */
  async function portalTab(): Promise<Tab> {
    if (!shows || shows.closed) shows = await place.browser.newTab(pageOf(space));
    return shows;
  }

  /** The portal's page of a space calls its API with a member's new token, as it does after a sign-in. */
  async function show(who: string, where = space): Promise<string> {
    const token = portal.issueToken(who, where).access;
    const home = where === space;
    const tab = home ? await portalTab() : await place.browser.newTab(pageOf(where));
    await tab.evaluate(
      async (url, bearer) => {
        await fetch(url, { headers: { authorization: `Bearer ${bearer}` } });
      },
      `https://${where}.spaces.nexudus.com/api/public/configuration`,
      token,
    );
    if (!home) await tab.close();
    return token;
  }

  /** Waits until the background has taken the latest token of a member, and read their profile `since`. */
  async function taken(who = member, since = 0): Promise<Snapshot> {
    const { id } = portal.member(who);
    return until(`${who} to be known`, async () => {
      const [now, held] = [await snapshot(), await session()];
      const known = now?.owner.user === id && held?.user === id && !now.problem;
      return known && now.readAt >= since ? now : undefined;
    });
  }

  /** A background that remembers nothing; it asks whose a new token is without a pause. */
  async function restart(): Promise<void> {
    await place.browser.background.stop();
    await place.browser.background.evaluate(() => null);
  }

  async function signIn(who = member): Promise<string> {
    const since = Date.now();
    const token = await show(who);
    await until(`${who}’s token to be taken`, async () => (await session())?.token === token);
    await taken(who, since);
    return token;
  }

  async function close(): Promise<void> {
    if (popup && !popup.closed) await popup.close();
    popup = undefined;
  }

  async function isSignedIn(): Promise<boolean> {
    const [held, now] = [await session(), await snapshot()];
    const living = portal
      .tokens({ member, space })
      .some(({ access, expires }) => access === held?.token && expires > Date.now());
    return living && held?.user === owner.user && now?.owner.user === owner.user;
  }

  /** Opens the real popup and waits until it has read the portal and looked after what was left. */
  async function open(): Promise<Surface> {
    await close();
    await portalTab();
    const at = Date.now();
    const opened = await place.browser.openPopup();
    popup = opened;
    await opened.waitFor('the editor to be ready', () => {
      if (document.querySelector('[data-state=ready]')) return true;
      throw new Error(`It says “${document.body.textContent}”`);
    });
    await until('the portal to be read', async () => {
      const now = await snapshot();
      if (now && sameOwner(now.owner, owner) && now.readAt >= at && !now.problem) return true;
      const asked = portal.log.entries
        .filter(({ time }) => time >= at)
        .map(({ method, path, state, time }) => `${method} ${path} ${state} after ${time - at} ms`);
      const over = await place.browser.background.evaluate(async api =>
        (await api.tabs.query({ active: true })).map(({ url }: { url?: string }) => url ?? 'another site'),
      );
      throw new Error(
        `Over ${over.join(' and ')}, last read ${now ? at - now.readAt : '?'} ms before, ${now?.problem?.code ?? 'no problem'}; since: ${asked.join(', ')}`,
      );
    });
    await until('the journal to be looked after', async () => (await journal()).length === 0);
    return opened;
  }

  /** The browser is about to go, and all that it shows. */
  function left(): void {
    popup = undefined;
    shows = undefined;
  }

  const surface = async (): Promise<Surface> => (popup && !popup.closed ? popup : open());

  /** Everything is well again, and an editor opens. */
  async function mend(): Promise<void> {
    await close();
    portal.faults.clear();
    portal.mendCertificate(host);
    await network('fine');
    portal.switchProfile(member, owner.profile, space);
    if (!(await isSignedIn())) {
      await restart();
      await signIn();
    }
    await open();
  }

  async function network(state: 'fine' | 'offline' | 'refused'): Promise<void> {
    await place.browser.setOffline(state === 'offline');
    if (state === 'refused') await portal.stop();
    else if (!portal.listening) await portal.start();
  }

  /** As after a first sign-in: the profile as it was seeded, nothing drafted, nothing saved. */
  async function begin(): Promise<void> {
    await close();
    Object.assign(portal.switches, structuredClone(defaultSwitches), { keepAlive: false });
    portal.set(owner.profile, first);
    await until('the background to have its database', async () =>
      place.browser.background.evaluate(async () =>
        (await indexedDB.databases()).some(({ name, version }) => name === 'nametag' && version),
      ),
    );
    await wipe();
    await mend();
    mark = portal.log.mark();
  }

  /** Everything but who is signed in. */
  const wipe = () =>
    place.browser.background.evaluate(
      async (api, kept) => {
        const all = Object.keys(await api.storage.session.get(null));
        const gone = all.filter(key => !kept.some(prefix => key.startsWith(prefix)));
        await api.storage.session.remove(gone);
        const opening = indexedDB.open('nametag');
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const names = [...database.objectStoreNames];
        const emptied = database.transaction(names, 'readwrite');
        for (const name of names) emptied.objectStore(name).clear();
        await new Promise(resolve => {
          emptied.oncomplete = resolve;
        });
        database.close();
      },
      ['token/', 'snapshot/', 'seats', 'countries/'],
    );

  async function type(typed: Partial<Record<FieldName, Value>>): Promise<void> {
    const editor = await surface();
    for (const [name, value] of entriesOf(typed)) {
      const { kind, section } = fieldOf(name);
      await showSection(editor, section);
      if (kind === 'tags') await emptyTags(editor, name);
      await editor.fill(`#field-${name}`, kind === 'tags' ? `${value},` : String(value));
    }
    const { length } = Object.keys(typed);
    await until('the drafts to be kept', async () => Object.keys(await drafts()).length >= length);
  }

  /** How the save after `before` ended. */
  const outcomeAfter = (before: string | undefined): Promise<Outcome> =>
    until('the save to end', async () => {
      const now = await progress();
      return now?.phase === 'done' && now.saveId !== before ? now.outcome : undefined;
    });

  async function save(): Promise<Outcome> {
    const editor = await surface();
    // Nothing to send: Save cannot be pressed.
    if (await editor.evaluate(isIdle)) return emptyOutcome('', Date.now());
    const before = (await progress())?.saveId;
    await editor.click('[data-action=save]');
    const outcome = await outcomeAfter(before);
    await editor.waitFor('the popup to say it', isStill, en.bar_saving);
    return outcome;
  }

  const isOurs = ({ origin }: { origin?: string }) => !origin?.startsWith('https:');

  /** The portal's own page saves these for the member. */
  async function writeOnPage(values: Partial<Record<FieldName, Value>>): Promise<void> {
    const token = (await session())?.token ?? '';
    const tab = await portalTab();
    const status = await tab.evaluate(
      async (url, bearer, body) => {
        const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
        return (await fetch(url, { method: 'PATCH', headers, body })).status;
      },
      `https://${host}/api/public/coworker/profile`,
      token,
      JSON.stringify(values),
    );
    if (status !== 200) throw new Error(`The page could not save: ${status}`);
  }

  const subject = {
    owner,
    portal,
    patches: () => portal.log.since(mark).filter(entry => entry.method === 'PATCH' && isOurs(entry)),
    truth: (name: FieldName) => portal.record(owner.profile)[name],
    drafts,
    edits,
    session,
    snapshot,
    progress,
    journal,
    save,
  } satisfies Subject;

  return {
    ...subject,
    place,
    member,
    /** Where the portal's API is. */
    host,
    /** What the profile holds when a fault begins. */
    first,
    stored,
    begin,
    left,
    mend,
    open,
    close,
    surface,
    type,
    outcomeAfter,
    show,
    taken,
    signIn,
    restart,
    network,
    writeOnPage,
    tables,
    portalTab,
    /** The requests that the extension made since the fault was set up. */
    ours: () => portal.log.since(mark).filter(entry => entry.method !== 'OPTIONS' && isOurs(entry)),
    isOurs,
    /** Sends a message as one of our pages does: another window that asks at the same time. */
    ask: async <R>(name: string, request: object, from?: Surface): Promise<R> =>
      (from ?? (await surface())).evaluate(
        async (name, request) => {
          const { browser, chrome } = globalThis as unknown as Globals;
          return (await (browser ?? chrome).runtime.sendMessage({ name, request })) as never;
        },
        name,
        request as never,
      ),
  };
}

export type Member = ReturnType<typeof createMember>;

const changedRows = () =>
  [...document.querySelectorAll('[data-row][data-changed]')].map(row => row.getAttribute('data-row') ?? '');
const isIdle = () => document.querySelector('[data-part=bar]')?.hasAttribute('data-idle') ?? true;
/** No save is on its way. */
const isStill = (saving: string) => document.querySelector('[data-action=save]')?.textContent !== saving;

async function emptyTags(editor: Surface, name: FieldName): Promise<void> {
  const chips = () => document.querySelectorAll('[data-row=ProfileTags] [data-tag]').length;
  await editor.click(`#field-${name}`);
  for (let left = await editor.evaluate(chips); left > 0; left -= 1) {
    await editor.press('Backspace');
    await editor.waitFor(
      'a tag to go',
      before => document.querySelectorAll('[data-tag]').length < before,
      left,
    );
  }
}
