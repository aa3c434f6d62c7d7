/** Edge: every stored item but the token and the background's own database. Reads are parsed; what does not fit counts as absent. */

import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { languages } from './language';
import { isSpace } from './portal/space';
import { fits } from './profile/diff';
import { type FieldName, fieldNames, fieldOf, isFieldName, sectionIds } from './profile/fields';
import { type Owner, ownerKey } from './profile/owner';
import { Name, Progress, Value } from './save-data';
import { Countries, Seat, Snapshot } from './snapshot';

type Area = 'local' | 'session';
/** What a storage area says of a change, by key; without a new value the item is gone. */
export type Changes = Record<string, { newValue?: unknown }>;

export interface Item<T> {
  key: string;
  get(): Promise<T | undefined>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with every later value, undefined once removed. Gives the function that stops it. */
  watch(onChange: (value: T | undefined) => void): () => void;
  parse(raw: unknown): T | undefined;
}

// The hint below lets a bundle leave out the items that it does not use.
/* @__NO_SIDE_EFFECTS__ */
export function item<S extends v.GenericSchema>(area: Area, key: string, schema: S): Item<v.InferOutput<S>> {
  const storage = browser.storage[area];
  const parse = (raw: unknown) => {
    const parsed = v.safeParse(schema, raw);
    return parsed.success ? parsed.output : undefined;
  };
  return {
    key,
    parse,
    get: async () => parse((await storage.get(key))[key]),
    set: value => storage.set({ [key]: value }),
    remove: () => storage.remove(key),
    watch(onChange) {
      const listener = (changes: Changes) => {
        if (key in changes) onChange(parse(changes[key]?.newValue));
      };
      storage.onChanged.addListener(listener);
      return () => storage.onChanged.removeListener(listener);
    },
  };
}

// --- storage.session: gone when the browser closes, never on disk, not readable by content scripts ---

/** What the portal last showed. Replaced by every read; removed by Forget. */
export const snapshotOf = (seat: Seat) => item('session', `snapshot/${seat}`, Snapshot);

/** The portal's countries, per space. */
export const countriesOf = (space: string) => item('session', `countries/${space}`, Countries);

/** Which seats are signed in, the last used first, and the portal tabs that each was seen in. */
export const Seats = v.object({
  recent: v.array(Seat),
  tabs: v.record(v.string(), Seat),
});
export const seatsItem = item('session', 'seats', Seats);

/** The last save of an owner, until an editor has shown how it ended. */
export const progressPrefix = 'progress/';
export const progressOf = (owner: Owner) => item('session', `${progressPrefix}${ownerKey(owner)}`, Progress);

/** Where the member was: section and field, so that a popup opens where the last one closed. */
export const View = v.object({
  section: v.picklist(sectionIds),
  field: v.optional(v.string()),
  caret: v.optional(v.number()),
});
export const viewPrefix = 'view/';
export const viewOf = (owner: Owner) => item('session', `${viewPrefix}${ownerKey(owner)}`, View);

/**
 * One drafted field. The editor writes it in the same tick as the input; the background copies it to its database.
 * `gone` marks a field that was saved, reverted or discarded, so that an older copy cannot bring it back.
 */
export const Draft = v.union([
  v.object({ base: Value, value: Value, at: v.number(), by: v.string() }),
  v.object({ gone: v.literal(true), at: v.number(), by: v.string() }),
]);
export type Draft = v.InferOutput<typeof Draft>;

export const draftPrefix = 'draft/';
export const draftKey = (owner: Owner, name: FieldName) => `${draftPrefix}${ownerKey(owner)}/${name}`;
export const draftKeys = (owner: Owner) => fieldNames.map(name => draftKey(owner, name));
/** The field that a draft's key names, when it is one of this owner's. */
export function draftedField(owner: Owner, key: string): FieldName | undefined {
  const prefix = `${draftPrefix}${ownerKey(owner)}/`;
  const name = key.startsWith(prefix) ? key.slice(prefix.length) : '';
  return isFieldName(name) ? name : undefined;
}
/** A draft that the field could not hold counts as absent (F58). */
export const draftOf = (owner: Owner, name: FieldName) =>
  item(
    'session',
    draftKey(owner, name),
    v.pipe(
      Draft,
      v.check(
        draft => 'gone' in draft || (fits(fieldOf(name), draft.base) && fits(fieldOf(name), draft.value)),
      ),
    ),
  );

/** How long a wish stands, in milliseconds: time enough for an editor to open. */
export const wantedFor = 5_000;

/** What a shortcut, a menu, a command or the address bar asked for: the editors that are open, or open now, show it. */
export const Wanted = v.object({
  section: v.picklist(sectionIds),
  field: v.optional(v.string()),
  at: v.number(),
});
export type Wanted = v.InferOutput<typeof Wanted>;
export const wantedItem = item('session', 'wanted', Wanted);

/**
 * A custom domain on its way: `offered` once the look-up named its space, `wanted` once the member clicked. It is bound when
 * the browser grants the origin, which may be after the page that asked is gone.
 */
export const Binding = v.object({
  origin: v.string(),
  space: v.pipe(v.string(), v.check(isSpace)),
  state: v.picklist(['offered', 'wanted']),
  at: v.number(),
});
export const bindingItem = item('session', 'binding', Binding);

/**
 * All hints that are waved away, once one more is: the background copies it to `dismissedHintsItem`. A popup that closes in the
 * same moment loses what it writes to disk (Firefox) and what it asks of a sleeping background (Chromium), and only those.
 */
export const newlyDismissedHintsItem = item('session', 'hints', v.array(Name));

/** For diagnostics: when each seat's token was last seen, and the hosts whose requests were not believed, with how often. */
export const Sightings = v.object({
  seen: v.record(v.string(), v.number()),
  refused: v.record(v.string(), v.number()),
});
export const sightingsItem = item('session', 'sightings', Sightings);

// --- storage.local: survives; nothing personal rests here ---

export const Settings = v.object({
  language: v.fallback(v.picklist(['auto', ...languages]), 'auto'),
  theme: v.fallback(v.picklist(['auto', 'light', 'dark']), 'auto'),
  /** What the toolbar button opens. */
  surface: v.fallback(v.picklist(['popup', 'panel', 'page']), 'popup'),
  /** The small launcher on portal pages where no menu was found. */
  launcher: v.fallback(v.boolean(), true),
  /** Whether the last saves are kept for undo. */
  history: v.fallback(v.boolean(), true),
  /** How long a draft waits, in days. */
  draftDays: v.fallback(v.pipe(v.number(), v.minValue(1), v.maxValue(30)), 7),
});
export type Settings = v.InferOutput<typeof Settings>;
export const settingsItem = item('local', 'settings', Settings);
export const defaultSettings: Settings = v.parse(Settings, {});

/** Spaces that the member used: the names of hosts, nothing about the person. Removed by Forget. */
export const KnownSpace = v.object({
  space: v.pipe(v.string(), v.check(isSpace)),
  generation: v.picklist(['v5', 'v4']),
});
export type KnownSpace = v.InferOutput<typeof KnownSpace>;
export const knownSpacesItem = item('local', 'spaces', v.array(KnownSpace));

/** Custom domains that the member bound: origin → space. */
export const domainsItem = item(
  'local',
  'domains',
  v.record(v.string(), v.pipe(v.string(), v.check(isSpace))),
);

/** Fields that the member does not want to be reminded of: their names, nothing else. */
export const dismissedHintsItem = item('local', 'hints', v.array(Name));
