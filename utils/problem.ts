import * as v from 'valibot';

/**
 * Everything that can go wrong on the way to and from the portal, as data. Each has its sentence, `problem_<code>`, in the
 * locales; the sentence says whether something was sent and what to do next. At most 25, so that a member can know them.
 */
export const problemCodes = [
  // Nothing was sent.
  'offline',
  'unreachable',
  'permission',
  'check',
  'conflict',
  'otherProfile',
  'interrupted',
  'notConnected',
  // The portal said no.
  'signedOut',
  'refused',
  'forbidden',
  'notApi',
  'redirected',
  'throttled',
  // It was sent, and the portal's state was read or could not be.
  'notSaved',
  'notKept',
  'changed',
  'unconfirmed',
  'unknown',
  'switched',
  // Passwords.
  'passwordUnknown',
  'passwordUnconfirmed',
  'passwordSignIn',
  // Drafts.
  'draftsUnkept',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const Problem = v.object({
  code: v.picklist(problemCodes),
  /** The portal's own words, already shortened and cleaned; shown as a quotation. */
  message: v.optional(v.string()),
  /** A member's or profile's name that the sentence needs. */
  name: v.optional(v.string()),
  /** When a repeat makes sense, in milliseconds since the epoch. */
  retryAt: v.optional(v.number()),
});
export type Problem = v.InferOutput<typeof Problem>;

export const problem = (code: ProblemCode, more: Omit<Problem, 'code'> = {}): Problem => ({ code, ...more });
