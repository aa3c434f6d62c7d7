import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { same } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import type { Owner } from '../../utils/profile/owner';
import type { Values } from '../../utils/profile/record';
import { tidy } from '../../utils/profile/validate';
import { Draft, draftOf, draftPrefix } from '../../utils/stores';
import { table } from './database';

const day = 86_400_000;
const kept = table('drafts');
/** What the background signs its own draft writes with. */
export const us = 'background';

const parse = (raw: unknown): Draft | undefined => {
  const parsed = v.safeParse(Draft, raw);
  return parsed.success ? parsed.output : undefined;
};

/** Copies one drafted field to the disk, or takes it off. */
async function copy(key: string, draft: Draft | undefined): Promise<void> {
  if (draft && !('gone' in draft)) return kept.put(key, draft);
  await kept.delete(key);
}

/** Follows the editors' writes. A failing disk costs only what a browser restart would need (F57). */
export function followDrafts(): void {
  browser.storage.session.onChanged.addListener(changes => {
    for (const [key, { newValue, oldValue }] of Object.entries(changes)) {
      if (!key.startsWith(draftPrefix)) continue;
      const draft = parse(newValue);
      copy(key, draft).catch(() => {});
      const typed = parse(oldValue);
      if (draft?.by === us && typed && typed.by !== us && typed.at >= draft.at) void settleAgain(key, typed);
    }
  });
}

/** What the last settling of a draft went by, in case a keystroke came between its read and its write. */
const grounds = new Map<string, Ground>();

interface Ground {
  name: FieldName;
  sent: Value;
  shown: Value;
}

/** A keystroke that our own write ran over is put back, on the ground that was settled meanwhile. */
async function settleAgain(key: string, typed: Draft): Promise<void> {
  const ground = grounds.get(key);
  if (ground) await browser.storage.session.set({ [key]: settled(typed, ground, Date.now()) });
}

/**
 * Brings memory and disk together when the background starts: an editor may have written while it slept, and after a
 * browser restart or an update only the disk knows. The later one of each field wins; old ones are dropped.
 */
export async function reconcileDrafts(now: number, days: number): Promise<void> {
  const onDisk = await kept.entries();
  const session = await browser.storage.session.get(null);
  const live = new Map(
    Object.entries(session).flatMap(([key, raw]) => {
      const draft = key.startsWith(draftPrefix) ? parse(raw) : undefined;
      return draft ? [[key, draft] as const] : [];
    }),
  );
  const restore = async (key: string, stored: Draft) => {
    if (now - stored.at > days * day) return kept.delete(key);
    // A draft from the future was written by a clock that was wrong: it ages from now on (F60).
    const draft = { ...stored, at: Math.min(stored.at, now) };
    await browser.storage.session.set({ [key]: draft }).catch(() => {});
  };
  // All in the turn of that read: whatever is typed meanwhile comes after it, in memory and on disk.
  await Promise.all([
    ...onDisk.filter(([key]) => !live.has(key)).map(([key, stored]) => restore(key, stored)),
    ...[...live].map(([key, draft]) => copy(key, draft)),
  ]);
}

/** After a read-back: a draft that is now on the portal goes, one that was typed further starts from the new value. */
export async function settleDraft(
  owner: Owner,
  name: FieldName,
  sent: Values[FieldName],
  shown: Values[FieldName],
  at: number,
): Promise<void> {
  if (sent === undefined || shown === undefined) return;
  const kept = draftOf(owner, name);
  grounds.set(kept.key, { name, sent, shown });
  const draft = await kept.get();
  if (draft && !('gone' in draft)) await kept.set(settled(draft, { name, sent, shown }, at));
}

function settled(draft: Draft, { name, sent, shown }: Ground, at: number): Draft {
  if ('gone' in draft) return draft;
  const value = tidy(name, draft.value);
  return same(fieldOf(name), value, sent) || same(fieldOf(name), value, shown)
    ? { gone: true, at, by: us }
    : { base: shown, value: draft.value, at, by: us };
}

/** Removes every draft of a space, in memory and on disk. */
export async function forgetDrafts(space: string): Promise<void> {
  const prefix = `${draftPrefix}${space}/`;
  const session = Object.keys(await browser.storage.session.get(null)).filter(key => key.startsWith(prefix));
  await browser.storage.session.remove(session);
  for (const [key] of await kept.entries()) if (key.startsWith(prefix)) await kept.delete(key);
}
