import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { createArrivals } from '../../entrypoints/background/arrivals';
import { table } from '../../entrypoints/background/database';
import { followDrafts, reconcileDrafts } from '../../entrypoints/background/drafts';
import { createPortalApi } from '../../entrypoints/background/portal-api';
import { watchPortalWrites } from '../../entrypoints/background/portal-writes';
import type { Queue } from '../../entrypoints/background/queue';
import { createSaver, type World } from '../../entrypoints/background/save';
import { forgetSeats, getSession } from '../../entrypoints/background/sessions';
import { refreshSeat, settleSeat, signOut } from '../../entrypoints/background/snapshots';
import { forgetSave, forgetSpace, switchTo } from '../../entrypoints/background/spaces';
import { todayText } from '../../utils/profile/date';
import { diff, type Edits, entriesOf, same } from '../../utils/profile/diff';
import { type FieldName, fieldNames, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import type { Owner } from '../../utils/profile/owner';
import type { Outcome } from '../../utils/save-data';
import type { Seat } from '../../utils/snapshot';
import { countriesOf, draftOf, progressOf, snapshotOf } from '../../utils/stores';
import type { Switches } from '../portal/switches';
import { fakeBrowser } from './browser';
import { quiet } from './clock';
import { gate, type Life, live, newLife, stop } from './life';
import { createStandIn } from './stand-in';

const tables = { drafts: table('drafts'), journal: table('journal'), history: table('history') };

export interface BenchOptions {
  member?: string;
  space?: string;
  switches?: Partial<Switches>;
}

/**
 * A member at work: the whole background but its wiring, over a browser in memory and the stand-in portal. `type`, `save`
 * and `toggle` are what an editor does; `kill` and `restart` are what browsers do.
 */
export async function createBench({ member = 'ada', space = 'acme', switches = {} }: BenchOptions = {}) {
  fakeBrowser.reset();
  await forgetSeats(space);
  for (const kept of Object.values(tables)) for (const [key] of await kept.entries()) await kept.delete(key);
  const portal = createStandIn(switches);
  vi.stubGlobal('fetch', portal.fetch);

  const world: World = {
    session: getSession,
    snapshot: seat => snapshotOf(seat).get(),
    countries: async name => new Set((await countriesOf(name).get())?.map(country => country.id)),
    api: createPortalApi,
    allowed: () => fakeBrowser.permissions.contains(),
    online: () => portal.state.network !== 'offline',
    journal: gated(tables.journal),
    publish: (owner, progress) => progressOf(owner).set(progress),
    published: owner => progressOf(owner).get(),
    settle: settleSeat,
    async drafted(owner, name) {
      const draft = await draftOf(owner, name).get();
      return draft && !('gone' in draft) ? draft : undefined;
    },
    signedOut: signOut,
    forget: forgetSave,
    now: Date.now,
    monotonicNow: () => performance.now(),
    today: todayText,
  };

  const seat: Seat = space;
  let life = newLife();
  let saver = createSaver(world);
  followDrafts();
  watchPortalWrites(name => saver.invalidateSpace(name));

  /** The portal shows a token, as its pages do; the editor fills. */
  async function signIn(who = member, where = space, token = portal.issueToken(who, where)): Promise<string> {
    // Each time anew: the pause between two look-ups is no matter here.
    const arrivals = createArrivals(() => {});
    await live(life, () => arrivals.take({ space: where, token, tab: 3, container: '' }));
    return token;
  }

  const ownerOf = async (of: Seat = seat): Promise<Owner> => {
    const snapshot = await snapshotOf(of).get();
    if (!snapshot) throw new Error(`nobody is known in ${of}`);
    return snapshot.owner;
  };

  await signIn();
  const owner = await ownerOf();
  const base = portal.records();

  /** What the editor finds drafted, of any owner. */
  async function drafts(of: Owner = owner): Promise<Edits> {
    const found = await Promise.all(
      fieldNames.map(async name => [name, await draftOf(of, name).get()] as const),
    );
    return Object.fromEntries(
      found.flatMap(([name, draft]) =>
        draft && !('gone' in draft) ? [[name, { base: draft.base, value: draft.value }]] : [],
      ),
    );
  }

  /** What the editor would send: the drafts that differ from what is shown as saved. */
  async function edits(of: Owner = owner): Promise<Edits> {
    return diff((await snapshotOf(of.space).get())?.values ?? {}, await drafts(of));
  }

  async function type(typed: Partial<Record<FieldName, Value>>, of: Owner = owner): Promise<void> {
    const saved = (await snapshotOf(of.space).get())?.values ?? {};
    const before = await drafts(of);
    await Promise.all(
      entriesOf(typed).map(([name, value]) => {
        const ground = before[name]?.base ?? saved[name];
        if (ground === undefined) throw new Error(`${name} is not offered`);
        const isBack = same(fieldOf(name), value, ground);
        const mark = { at: Date.now(), by: 'editor' };
        return draftOf(of, name).set(isBack ? { gone: true, ...mark } : { base: ground, value, ...mark });
      }),
    );
    await quiet();
  }

  const request = (asked: Edits, saveId: string = randomUUID(), of: Owner = owner) => ({
    seat: of.space,
    owner: of,
    saveId,
    edits: asked,
  });
  const send = (asked: Edits, saveId?: string, of?: Owner): Promise<Outcome> =>
    live(life, () => saver.save(request(asked, saveId, of)));

  return {
    portal,
    member,
    owner,
    seat,
    base,
    world,
    tables,
    signIn,
    ownerOf,
    drafts,
    edits,
    type,
    send,
    get life() {
      return life;
    },
    /** Presses Save. */
    save: async (saveId?: string) => send(await edits(), saveId),
    /** What an editor asks whose save was never answered. */
    resultOf: (saveId: string) => live(life, () => saver.resultOf({ seat, owner, saveId })),
    toggle: (name: FieldName, value: boolean, saveId?: string) =>
      send({ [name]: { base: !value, value } }, saveId),
    /** The member is about to press Save. */
    startPreflight: (of: Owner = owner) => live(life, () => saver.startPreflight(of.space, of)),
    invalidate: () => saver.invalidate(seat),
    invalidateSpace: (name: string) => saver.invalidateSpace(name),
    /** The next opening of an editor: the portal is read again, and what was left half done is looked after. */
    async open() {
      await live(life, async () => {
        const read = await refreshSeat(seat);
        if (read.ok) await saver.recover(seat, read.value.owner);
      });
      await quiet();
    },
    /** The member chooses another of their profiles in Nametag's own menu. */
    async switchProfile(profile: number, of: Owner = owner) {
      const switched = await live(life, () => switchTo({ seat, owner: of, profile }, saver.inLine));
      saver.invalidate(seat);
      await quiet();
      return switched;
    },
    /** The line in which all that the session writes stands. */
    inLine: ((...work) => saver.inLine(...work)) as Queue,
    recover: () => live(life, () => saver.recover(seat, owner)),
    /** The member presses Forget. */
    async forget() {
      saver.forget(space);
      await live(life, () => forgetSpace(space));
    },
    /** The browser stops the background; the next event starts it again. `wipe` is a restart of the browser or an update. */
    async kill({ wipe = false, next = {} as Partial<Life> } = {}) {
      stop(life);
      if (wipe) await forgetSeats(space);
      fakeBrowser.storage.session.onChanged.clear();
      if (wipe) fakeBrowser.storage.session.reset();
      life = newLife(next);
      saver = createSaver(world);
      followDrafts();
      await reconcileDrafts(Date.now(), 7).catch(() => {});
      await quiet();
    },
    /** The gate at which the present life ends. */
    endAt(gate: number | string) {
      life.passed.length = 0;
      life.end = gate;
    },
    /** Resolves when the present life ends. */
    over: () =>
      new Promise<void>(resolve => {
        if (life.over) resolve();
        life.ended = resolve;
      }),
    progress: () => progressOf(owner).get(),
    snapshot: () => snapshotOf(seat).get(),
    journal: () => tables.journal.entries(),
    history: () => tables.history.entries(),
    patches: () => portal.log.patches(),
    truth: (name: FieldName): unknown => portal.record(owner.profile)[name],
  };
}

export type Bench = Awaited<ReturnType<typeof createBench>>;

/** A table whose calls pass the gates of a life. */
function gated(kept: typeof tables.journal): typeof tables.journal {
  const around =
    <A extends unknown[], T>(name: string, work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      await gate(`journal.${name}`);
      const result = await work(...args);
      await gate(`journal.${name} done`);
      return result;
    };
  return {
    get: around('get', kept.get),
    put: around('put', kept.put),
    delete: around('delete', kept.delete),
    entries: around('entries', kept.entries),
  };
}
