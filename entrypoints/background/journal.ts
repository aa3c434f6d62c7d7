import { type Edits, entriesOf, normal } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import type { JournalEntry } from './database';

/** A value's fingerprint, salted by the save, so that the journal holds no value and equal values of two saves look different. */
export async function fingerprint(saveId: string, name: FieldName, value: Value): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([saveId, name, normal(fieldOf(name), value)]));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

const fingerprints = async (saveId: string, edits: Edits, side: 'base' | 'value') =>
  Object.fromEntries(
    await Promise.all(
      entriesOf(edits).map(
        async ([name, edit]) => [name, await fingerprint(saveId, name, edit[side])] as const,
      ),
    ),
  );

/** What is written down before anything is sent, so that the next start knows what to look for. */
export async function journalEntry(
  save: Pick<JournalEntry, 'saveId' | 'seat' | 'owner' | 'at'>,
  edits: Edits,
): Promise<JournalEntry> {
  const [base, target] = await Promise.all([
    fingerprints(save.saveId, edits, 'base'),
    fingerprints(save.saveId, edits, 'value'),
  ]);
  return { ...save, names: entriesOf(edits).map(([name]) => name), base, target, phase: 'prepared' };
}
