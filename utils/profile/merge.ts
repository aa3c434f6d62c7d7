import { type Edit, type Edits, entriesOf, same } from './diff';
import { type FieldName, fieldOf } from './fields';
import type { Value } from './kinds';
import type { Values } from './record';

/** Both sides changed the field, to different values. */
export interface Conflict extends Edit {
  theirs: Value;
}

export interface Merged {
  /** To be sent: only the member changed these. */
  send: Edits;
  /** The portal already holds what the member wants. */
  already: FieldName[];
  /** To be decided by the member. */
  conflicts: Partial<Record<FieldName, Conflict>>;
  /** The portal does not offer the field, or holds something unreadable: never written. */
  closed: FieldName[];
}

/** Three-way merge of the member's edits with what the portal holds now. Only real collisions are asked about. */
export function merge(edits: Edits, now: Values): Merged {
  const merged = {
    send: {} as Record<string, Edit>,
    already: [] as FieldName[],
    conflicts: {} as Merged['conflicts'],
    closed: [] as FieldName[],
  };
  for (const [name, edit] of entriesOf(edits)) {
    const field = fieldOf(name);
    const theirs = now[name];
    if (theirs === undefined) merged.closed.push(name);
    else if (same(field, theirs, edit.value)) merged.already.push(name);
    else if (same(field, theirs, edit.base)) merged.send[name] = edit;
    else merged.conflicts[name] = { ...edit, theirs };
  }
  return merged;
}
