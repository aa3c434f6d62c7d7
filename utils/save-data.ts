import * as v from 'valibot';
import { Problem } from './problem';
import { type FieldName, isFieldName } from './profile/fields';
import { faults } from './profile/kinds';

/** What a save is asked with and how it ends, as data: it crosses from the background to every open editor. */

export const Value = v.union([v.string(), v.number(), v.boolean(), v.null()]);

/** A map by field name; keys that the table does not know are dropped. */
export const byField = <S extends v.GenericSchema>(entry: S) =>
  v.pipe(
    v.record(v.string(), entry),
    v.transform(
      record =>
        Object.fromEntries(Object.entries(record).filter(([name]) => isFieldName(name))) as Partial<
          Record<FieldName, v.InferOutput<S>>
        >,
    ),
  );

export const Name = v.custom<FieldName>(name => typeof name === 'string' && isFieldName(name));

export const Edits = byField(v.object({ base: Value, value: Value }));

export const Outcome = v.object({
  saveId: v.string(),
  /** Milliseconds since the epoch. */
  at: v.number(),
  /** Confirmed by reading the portal back. */
  saved: v.array(Name),
  /** Saved, but the portal now shows something else than was sent. */
  changed: byField(v.object({ wanted: Value, got: Value })),
  /** Accepted by the portal and yet not there. */
  notKept: v.array(Name),
  /** Both sides changed it: nothing was sent until the member decides. */
  conflicts: byField(v.object({ base: Value, value: Value, theirs: Value })),
  /** What Nametag found wrong before sending. */
  faults: byField(v.picklist(faults)),
  /** What the portal said about a field. */
  refusals: byField(v.string()),
  /** What the portal said about things that are not in the table. */
  otherRefusals: v.array(v.object({ field: v.string(), message: v.string() })),
  /** The entry of the history that an undo would take back. */
  undo: v.optional(Edits),
  problem: v.optional(Problem),
});
export type Outcome = v.InferOutput<typeof Outcome>;

/** Where a save stands; the last one of each owner is kept until an editor has shown it. */
export const Progress = v.object({
  saveId: v.string(),
  names: v.array(Name),
  phase: v.picklist(['checking', 'sending', 'confirmed', 'reading back', 'done']),
  outcome: v.optional(Outcome),
  /** An editor has shown the outcome. */
  seen: v.optional(v.boolean()),
});
export type Progress = v.InferOutput<typeof Progress>;

/** One save of the past: for each field what the portal held before (`base`) and what it kept of it (`value`). */
export const PastSave = v.object({
  saveId: v.string(),
  /** Milliseconds since the epoch. */
  at: v.number(),
  edits: Edits,
});
export type PastSave = v.InferOutput<typeof PastSave>;

export const emptyOutcome = (saveId: string, at: number): Outcome => ({
  saveId,
  at,
  saved: [],
  changed: {},
  notKept: [],
  conflicts: {},
  faults: {},
  refusals: {},
  otherRefusals: [],
});
