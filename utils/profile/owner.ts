import * as v from 'valibot';
import { isSpace } from '../portal/space';

/** Whose profile it is. A draft, a save and a history belong to exactly one owner and never cross to another. */
export const Owner = v.object({
  space: v.pipe(v.string(), v.check(isSpace)),
  /** `User.Id` of the member. */
  user: v.number(),
  /** `Coworker.Id` of the profile. */
  profile: v.number(),
});
export type Owner = v.InferOutput<typeof Owner>;

export const ownerKey = ({ space, user, profile }: Owner): string => `${space}/${user}/${profile}`;

export const sameOwner = (a: Owner, b: Owner): boolean => ownerKey(a) === ownerKey(b);
