import type { ProblemCode } from '../../../utils/problem';
import type { FieldName } from '../../../utils/profile/fields';
import type { Value } from '../../../utils/profile/kinds';
import type { Owner } from '../../../utils/profile/owner';
import type { BrowserName } from '../../browsers/driver';
import type { Fault } from '../../portal/faults/types';
import type { StandIn } from '../stand-in';

/** What a fault may do to the portal and to the way there; the stand-in portal that browsers talk to has the same parts. */
export interface Stage {
  portal: Pick<
    StandIn,
    'faults' | 'switches' | 'set' | 'record' | 'member' | 'switchProfile' | 'expireTokens' | 'log'
  >;
  owner: Owner;
  /** The member's name in the stand-in portal. */
  member: string;
  /** Cuts the browser off, or mends it. */
  network(state: 'fine' | 'offline' | 'refused'): void | Promise<void>;
  /** The portal shows a new token of that member. */
  signIn(member: string): Promise<unknown>;
  /** Sets the computer's clock. */
  clock(shift: number): void;
  /** The portal's own page, in the member's browser, saves these. */
  writeOnPage(values: Partial<Record<FieldName, Value>>): void | Promise<void>;
}

/** The stand-in portal gives Ada a company beside her own profile. */
export const company = ({ owner }: Stage) => owner.profile + 1;

/** One way in which a fault comes about, and what is seen of it. */
export interface Way {
  way: string;
  /** What the save says, nothing when it went well. */
  says?: ProblemCode;
  /** Where a browser answers such a request itself, in place of what the portal said. */
  saysIn?: Partial<Record<BrowserName, ProblemCode>>;
  /** Where this way differs from its row. */
  draft?: Row['draft'];
  patches?: number;
  /** How often a browser may send the write again by itself, below all that we can prevent or hear of. */
  repeats?: number;
  /** What is typed before the save. */
  typed?: Partial<Record<FieldName, Value>>;
  /** What the portal holds in the end where that is not what was typed. */
  ends?: Partial<Record<FieldName, unknown>>;
  /** Pressing Save again cannot help. */
  hopeless?: true;
  /** Milliseconds from the edit to what provokes it, where the row is about that. */
  wait?: number;
  provoke?(stage: Stage): void | Promise<void>;
}

export interface Row {
  id: `F${string}`;
  fault: string;
  /** What becomes of the draft: K kept, P gone as far as it was saved, C cleared (passwords), M kept in memory only. */
  draft: 'K' | 'P' | 'C' | 'M';
  /** How many PATCH requests the portal has seen for the one action. */
  patches: number;
  /** Whether it is safe to try again: a plain field, a password. */
  again: [plain: string, password: string];
  ways: Way[];
}

export const usual: Partial<Record<FieldName, Value>> = { Position: 'Designer', NickName: 'Countess' };

/** The write meets this; unless `apply` is set it has no effect. */
export const onPatch =
  (fault: Fault) =>
  ({ portal }: Stage) =>
    void portal.faults.add({ match: { method: 'PATCH', path: '/api/public/coworker/profile' }, ...fault });

/** Every read of the profile meets this. */
export const onRead =
  (fault: Fault) =>
  ({ portal }: Stage) =>
    void portal.faults.add({
      match: { method: 'GET', path: /^\/[a-z]{2}\/profile$/ },
      times: Number.POSITIVE_INFINITY,
      ...fault,
    });

/** A lost answer: once with the change made, once without. */
export const lost = (way: string, fault: Fault, says: ProblemCode = 'notSaved'): Way[] => [
  { way: `${way}, saved`, provoke: onPatch({ ...fault, apply: true }) },
  { way: `${way}, not saved`, says, provoke: onPatch({ ...fault, apply: false }) },
];
