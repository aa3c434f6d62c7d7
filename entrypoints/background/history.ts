import type { Reply } from '../../utils/messages';
import { entriesOf } from '../../utils/profile/diff';
import { type Owner, ownerKey, sameOwner } from '../../utils/profile/owner';
import { defaultSettings, settingsItem } from '../../utils/stores';
import { type HistoryEntry, table } from './database';

/** At most this many saves per owner, and no older than this many milliseconds (T36b). */
const mostSaves = 20;
const oldest = 30 * 86_400_000;

const kept = table('history');
const keyOf = ({ owner, saveId }: HistoryEntry) => `${ownerKey(owner)}/${saveId}`;

const isKept = async () => ((await settingsItem.get()) ?? defaultSettings).history;

/** Keeps a save for undo, unless the member turned that off. A failing disk costs only the history. */
export async function remember(entry: HistoryEntry): Promise<void> {
  if (!(await isKept()) || entriesOf(entry.edits).length === 0) return;
  await kept.put(keyOf(entry), entry).catch(() => {});
  await prune(entry.owner, entry.at).catch(() => {});
}

/** The saves of an owner, the last one first. */
export async function historyOf(owner: Owner): Promise<HistoryEntry[]> {
  const entries = await kept.entries().catch(() => []);
  return entries
    .map(([, entry]) => entry)
    .filter(entry => sameOwner(entry.owner, owner))
    .sort((a, b) => b.at - a.at);
}

/** What the editor lists. */
export async function showHistory(owner: Owner, now: number): Promise<Reply<'history'>> {
  const [kept, entries] = await Promise.all([isKept(), historyOf(owner)]);
  const saves = kept ? entries.filter(entry => !isOld(entry, now)) : [];
  return { kept, saves: saves.map(({ saveId, at, edits }) => ({ saveId, at, edits })) };
}

/** Takes off the disk what is too old, of every owner: one who never saves again leaves nothing behind either. */
export async function pruneHistory(now: number): Promise<void> {
  for (const [key, entry] of await kept.entries()) if (isOld(entry, now)) await kept.delete(key);
}

// Also one from the future, which a clock that was wrong has written.
const isOld = ({ at }: HistoryEntry, now: number) => Math.abs(now - at) > oldest;

async function prune(owner: Owner, now: number): Promise<void> {
  const all = await historyOf(owner);
  const gone = all.filter((entry, index) => index >= mostSaves || isOld(entry, now));
  for (const entry of gone) await kept.delete(keyOf(entry));
}

/** Removes the saves whose key begins so: those of a space, one save, or all. */
export async function forgetHistory(start = ''): Promise<void> {
  for (const [key] of await kept.entries()) if (key.startsWith(start)) await kept.delete(key);
}
