import * as v from 'valibot';

/** Why the portal proposed no bio; each has its sentence, `bio_fault_…`, in the locales. Nothing is ever saved by asking. */
export const bioFaults = [
  'unavailable',
  'empty',
  'signedOut',
  'slow',
  'unreadable',
  'throttled',
  'offline',
  'unreachable',
  'permission',
  'otherProfile',
] as const;
export type BioFault = (typeof bioFaults)[number];

/** A proposed bio, or why there is none; `message` is the portal's own words, shortened and cleaned. */
export const Proposal = v.union([
  v.object({ ok: v.literal(true), bio: v.string() }),
  v.object({ ok: v.literal(false), fault: v.picklist(bioFaults), message: v.optional(v.string()) }),
]);
export type Proposal = v.InferOutput<typeof Proposal>;
