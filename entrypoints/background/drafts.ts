import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { same } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
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
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith(draftPrefix)) copy(key, parse(newValue)).catch(() => {});
    }
  });
}

/**
 * Brings memory and disk together when the background starts: an editor may have written while it slept, and after a
 * browser restart or an update only the disk knows. The later one of each field wins; old ones are dropped.
 */
export async function reconcileDrafts(now: number, days: number): Promise<void> {
  const session = await browser.storage.session.get(null);
  const live = new Map(
    Object.entries(session).flatMap(([key, raw]) => {
      const draft = key.startsWith(draftPrefix) ? parse(raw) : undefined;
      return draft ? [[key, draft] as const] : [];
    }),
  );
  for (const [key, stored] of await kept.entries()) {
    const ours = live.get(key);
    // A clock set back must not make every draft look fresh for years, nor one set forward drop them at once.
    const old = Math.abs(now - stored.at) > days * day;
    if (old && !ours) await kept.delete(key);
    else if (!ours) await browser.storage.session.set({ [key]: stored });
  }
  for (const [key, draft] of live) await copy(key, draft);
}

/** After a read-back: a draft that is now on the portal goes, one that was typed further starts from the new value. */
export async function settleDraft(
  owner: Owner,
  name: FieldName,
  sent: Values[FieldName],
  shown: Values[FieldName],
  at: number,
): Promise<void> {
  const draft = await draftOf(owner, name).get();
  if (!draft || 'gone' in draft || sent === undefined || shown === undefined) return;
  const field = fieldOf(name);
  const value = tidy(name, draft.value);
  const next: Draft =
    same(field, value, sent) || same(field, value, shown)
      ? { gone: true, at, by: us }
      : { base: shown, value: draft.value, at, by: us };
  await draftOf(owner, name).set(next);
}

/** Removes every draft of a space, in memory and on disk. */
export async function forgetDrafts(space: string): Promise<void> {
  const prefix = `${draftPrefix}${space}/`;
  const session = Object.keys(await browser.storage.session.get(null)).filter(key => key.startsWith(prefix));
  await browser.storage.session.remove(session);
  for (const [key] of await kept.entries()) if (key.startsWith(prefix)) await kept.delete(key);
}
