import { entriesOf } from '../../utils/profile/diff';
import { type Owner, ownerKey, sameOwner } from '../../utils/profile/owner';
import { defaultSettings, settingsItem } from '../../utils/stores';
import { type HistoryEntry, table } from './database';

/** At most this many saves per owner, and no older than this many milliseconds (T36b). */
const mostSaves = 20;
const oldest = 30 * 86_400_000;

const kept = table('history');
const keyOf = ({ owner, saveId }: HistoryEntry) => `${ownerKey(owner)}/${saveId}`;

/** Keeps a save for undo, unless the member turned that off. A failing disk costs only the history. */
export async function remember(entry: HistoryEntry): Promise<void> {
  const { history } = (await settingsItem.get()) ?? defaultSettings;
  if (!history || entriesOf(entry.edits).length === 0) return;
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

async function prune(owner: Owner, now: number): Promise<void> {
  const all = await historyOf(owner);
  const gone = all.filter((entry, index) => index >= mostSaves || Math.abs(now - entry.at) > oldest);
  for (const entry of gone) await kept.delete(keyOf(entry));
}

export async function forgetHistory(space?: string): Promise<void> {
  for (const [key] of await kept.entries()) {
    if (!space || key.startsWith(`${space}/`)) await kept.delete(key);
  }
}
