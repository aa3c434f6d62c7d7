import * as v from 'valibot';
import { isSpace } from './portal/space';
import { Problem } from './problem';
import { Owner } from './profile/owner';
import { byField, Name, Value } from './save-data';

/**
 * One signed-in place: a space, and in Firefox the container it is open in. `acme`, or `acme@firefox-container-2`.
 * Tokens, snapshots and saves are kept per seat, so two members of one space in two containers never meet.
 */
export const Seat = v.pipe(
  v.string(),
  v.check(seat => isSpace(seat.split('@', 1)[0] ?? '') && /^[^@]+(@[\w-]{1,64})?$/.test(seat)),
);
export type Seat = v.InferOutput<typeof Seat>;

const defaultContainers = new Set(['', '0', 'firefox-default']);

export const seatOf = (space: string, container = ''): Seat =>
  defaultContainers.has(container) ? space : `${space}@${container}`;

export const spaceOfSeat = (seat: Seat): string => seat.split('@', 1)[0] ?? seat;

export const ProfileSummary = v.object({
  id: v.number(),
  name: v.string(),
  company: v.string(),
  current: v.boolean(),
  /** 2 is a company. */
  type: v.nullable(v.number()),
});

/** What the editor paints from: the profile as the portal last showed it, who and where, and how the last read went. No token. */
export const Snapshot = v.object({
  seat: Seat,
  owner: Owner,
  member: v.object({ name: v.string(), email: v.string() }),
  spaceName: v.string(),
  profiles: v.array(ProfileSummary),
  values: byField(Value),
  /** The portal's own spelling of the rows whose wire form follows it, so that Review can show exactly what will be sent. */
  held: v.optional(byField(v.union([v.string(), v.number()]))),
  locked: v.array(Name),
  /** The beginnings of those that are locked because they are too long to edit here. */
  cut: v.optional(byField(v.string())),
  missing: v.array(Name),
  /** The space offers a proposed bio. */
  suggestsBio: v.boolean(),
  /** When `values` were read, in milliseconds since the epoch. */
  readAt: v.number(),
  /** Why the last refresh failed, or why nothing can be sent now. */
  problem: v.optional(Problem),
});
export type Snapshot = v.InferOutput<typeof Snapshot>;

export interface Country {
  id: number;
  name: string;
  code: string;
}

/** Some 250 countries, checked without a schema for each: that took 2 to 4 ms of every opening. */
export const Countries = v.custom<Country[]>(
  (list: unknown) =>
    Array.isArray(list) &&
    list.every(
      (each: Partial<Country> | null) =>
        typeof each?.id === 'number' && typeof each.name === 'string' && typeof each.code === 'string',
    ),
);
