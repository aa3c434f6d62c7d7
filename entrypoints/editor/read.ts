import type * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Start } from '../../components/editor/contract';
import { type Edits, entriesOf } from '../../utils/profile/diff';
import { fieldNames } from '../../utils/profile/fields';
import type { Owner } from '../../utils/profile/owner';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import {
  type Changes,
  countriesOf,
  domainsItem,
  draftKeys,
  draftOf,
  knownSpacesItem,
  progressOf,
  seatsItem,
  settingsItem,
  snapshotOf,
  type View,
  viewOf,
  wantedItem,
} from '../../utils/stores';
import type { Under } from './choose';
import { standing } from './wanted';

type Stored = Record<string, unknown>;

/** What every opening begins with, and what changed since. */
interface Begun {
  session: Promise<Stored>;
  local: Promise<Stored>;
  tabs: Promise<Under[]>;
  changes: Changes;
}

declare global {
  /** From `public/early.js`: its `session` is all that an editor shows. Browsers that cannot tell their keys have none. */
  var early: (Omit<Begun, 'session'> & Partial<Begun>) | undefined;
}

const { storage, tabs } = browser;
const ask = (): Begun => ({
  session: storage.session.get([seatsItem.key, wantedItem.key]),
  local: storage.local.get([settingsItem.key, knownSpacesItem.key, domainsItem.key]),
  tabs: tabs.query({ active: true, currentWindow: true }).catch(() => []),
  changes: {},
});

/** How long an answer to `public/early.js` is waited for, in milliseconds; it takes less than ten. */
const patience = 250;

const answersOf = ({ session, local, tabs, changes }: Begun) => Promise.all([session, local, tabs, changes]);

/**
 * For a page's first opening `public/early.js` has asked already. A browser that refuses so early, while a popup's window is still
 * being made, or that never answers, is asked once more.
 */
async function answers() {
  const { early } = globalThis;
  globalThis.early = undefined;
  if (!early?.session) return answersOf(ask());
  const late = new Promise<undefined>(resolve => setTimeout(resolve, patience));
  return (await Promise.race([answersOf(early as Begun).catch(() => undefined), late])) ?? answersOf(ask());
}

/** What decides what is shown, and how. */
export async function readFirst() {
  const [session, local, [tab], changes] = await answers();
  return {
    session,
    changes,
    seats: seatsItem.parse(session[seatsItem.key]) ?? { recent: [], tabs: {} },
    wanted: standing(wantedItem.parse(session[wantedItem.key])),
    settings: settingsItem.parse(local[settingsItem.key]),
    known: knownSpacesItem.parse(local[knownSpacesItem.key]) ?? [],
    domains: domainsItem.parse(local[domainsItem.key]) ?? {},
    tab: tab && ({ id: tab.id, url: tab.url } satisfies Under),
  };
}

/** What was last stored of a seat and its owner, as far as it was not read before; undefined where the portal was never read. */
export async function readSeat(seat: Seat, before: Stored) {
  const [snapshots, countries] = [snapshotOf(seat), countriesOf(spaceOfSeat(seat))];
  const read = async (keys: string[]): Promise<Stored> =>
    snapshots.key in before ? before : storage.session.get(keys);
  const first = await read([snapshots.key, countries.key]);
  const snapshot = snapshots.parse(first[snapshots.key]);
  if (!snapshot) return undefined;
  const { owner } = snapshot;
  const [progress, view] = [progressOf(owner), viewOf(owner)];
  const more = await read([progress.key, view.key, ...draftKeys(owner)]);
  return {
    snapshot,
    countries: countries.parse(first[countries.key]) ?? [],
    edits: editsOf(owner, more),
    progress: progress.parse(more[progress.key]),
    view: view.parse(more[view.key]) as v.InferOutput<typeof View> | undefined,
  } satisfies Partial<Start> & Stored;
}

const editsOf = (owner: Owner, stored: Stored): Edits =>
  Object.fromEntries(
    entriesOf(
      Object.fromEntries(
        fieldNames.map(name => {
          const item = draftOf(owner, name);
          const draft = item.parse(stored[item.key]);
          return [name, draft && !('gone' in draft) ? { base: draft.base, value: draft.value } : undefined];
        }),
      ),
    ),
  );
