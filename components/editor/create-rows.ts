import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Edit, type Edits, same } from '../../utils/profile/diff';
import { type FieldName, fields } from '../../utils/profile/fields';
import type { Fault, Value } from '../../utils/profile/kinds';
import type { Snapshot } from '../../utils/snapshot';

/** What is wrong with a field: our own rule, the portal's words, or a switch that the portal did not turn. */
export type RowProblem = { fault: Fault } | { message: string } | { putBack: true };

/** A portal may hold something unreadable, or not offer the field at all. */
export type Access = 'open' | 'locked' | 'missing';

export interface RowState {
  name: FieldName;
  access: ReadonlySignal<Access>;
  /** What the control shows: the draft, else what is saved. */
  value: ReadonlySignal<Value | undefined>;
  saved: ReadonlySignal<Value | undefined>;
  edit: Signal<Edit | undefined>;
  changed: ReadonlySignal<boolean>;
  problem: Signal<RowProblem | undefined>;
  /** A switch whose change is on its way. */
  pending: Signal<boolean>;
}

/** One set of signals per field, so that typing in one draws nothing else. */
export function createRows(snapshot: ReadonlySignal<Snapshot>, edits: Edits) {
  const rows = new Map<FieldName, RowState>();
  for (const field of fields) {
    const { name } = field;
    const saved = computed(() => snapshot.value.values[name]);
    const edit = signal(field.apply === 'on save' ? edits[name] : undefined);
    rows.set(name, {
      name,
      saved,
      edit,
      access: computed(() => {
        if (saved.value !== undefined) return 'open';
        return snapshot.value.locked.includes(name) ? 'locked' : 'missing';
      }),
      value: computed(() => (edit.value ? edit.value.value : saved.value)),
      changed: computed(
        () => !!edit.value && saved.value !== undefined && !same(field, edit.value.value, saved.value),
      ),
      problem: signal(undefined),
      pending: signal(false),
    });
  }
  return (name: FieldName) => rows.get(name) as RowState;
}
