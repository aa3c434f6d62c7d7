import type * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Start } from '../../components/editor/contract';
import { type Edits, entriesOf } from '../../utils/profile/diff';
import { fieldNames } from '../../utils/profile/fields';
import type { Owner } from '../../utils/profile/owner';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import {
  countriesOf,
  domainsItem,
  draftKeys,
  draftOf,
  knownSpacesItem,
  progressOf,
  seatsItem,
  snapshotOf,
  type View,
  viewOf,
} from '../../utils/stores';
import type { Under } from './choose';

type Stored = Record<string, unknown>;

/** What decides which seat is shown: the tab under the popup, the signed-in seats, and the spaces known from before. */
export async function readPlaces(withTab: boolean) {
  const [[tab], seats, local] = await Promise.all([
    withTab ? browser.tabs.query({ active: true, currentWindow: true }).catch(() => []) : [],
    seatsItem.get(),
    browser.storage.local.get([knownSpacesItem.key, domainsItem.key]) as Promise<Stored>,
  ]);
  const under: Under | undefined = tab && { id: tab.id, url: tab.url };
  return {
    under,
    seats: seats ?? { recent: [], tabs: {} },
    known: knownSpacesItem.parse(local[knownSpacesItem.key]) ?? [],
    domains: domainsItem.parse(local[domainsItem.key]) ?? {},
  };
}

/** What was last stored of a seat and its owner; undefined where the portal was never read. */
export async function readSeat(seat: Seat) {
  const [snapshots, countries] = [snapshotOf(seat), countriesOf(spaceOfSeat(seat))];
  const first: Stored = await browser.storage.session.get([snapshots.key, countries.key]);
  const snapshot = snapshots.parse(first[snapshots.key]);
  if (!snapshot) return undefined;
  const { owner } = snapshot;
  const [progress, view] = [progressOf(owner), viewOf(owner)];
  const more: Stored = await browser.storage.session.get([progress.key, view.key, ...draftKeys(owner)]);
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
