import type { Json } from '../json';
import type { Switches } from '../switches';
import { type Field, isAccountField, isProfileField } from './fields';
import type { Member, Membership, OperatorMail, Profile, Space } from './model';
import { seedMembers } from './seed';
import { seededSpaces } from './spaces';
import { createTokens } from './tokens';

/** The ground truth of one profile under its wire names: its own fields and the account's five switches, 39 keys. */
export type Truth = Record<Field, Json>;

/** Everything that the portal knows. The API reads and writes it; tests read it as the truth. */
export function createWorld(switches: Switches, now: () => number = Date.now) {
  const spaces = structuredClone(seededSpaces) as Space[];
  const members = seedMembers(spaces);
  const outbox: OperatorMail[] = [];
  const memberships = () => members.flatMap(member => member.memberships);

  function member(name: string): Member {
    const found = members.find(({ key, email }) => key === name || email === name);
    if (!found)
      throw new Error(`Nobody is called ${name}; there are ${members.map(({ key }) => key).join(', ')}`);
    return found;
  }

  /** What a member is in a space; without a space, in the first one they belong to. */
  function membership(name: string, space?: string): Membership {
    const found = member(name).memberships.find(one => space === undefined || one.space.slug === space);
    if (!found) throw new Error(`${name} is no member of ${space}`);
    return found;
  }

  function owner(profileId: number): { membership: Membership; profile: Profile } {
    for (const one of memberships()) {
      const profile = one.profiles.find(({ id }) => id === profileId);
      if (profile) return { membership: one, profile };
    }
    throw new Error(`No profile ${profileId}`);
  }

  /** A copy of what a profile holds now. */
  function record(profileId: number): Truth {
    const { membership: one, profile } = owner(profileId);
    return structuredClone({ ...profile.values, ...one.account });
  }

  /** Stores values as they are, as if someone had saved them elsewhere: no rule is asked. */
  function set(profileId: number, values: Partial<Truth>) {
    const { membership: one, profile } = owner(profileId);
    for (const [name, value] of Object.entries(values)) {
      if (isProfileField(name)) profile.values[name] = value;
      else if (isAccountField(name)) one.account[name] = value;
      else throw new Error(`No field ${name}`);
    }
    profile.updated = new Date(now()).toISOString();
  }

  const tokens = createTokens(now);

  /** Remembers everything that the portal knows; gives what puts it back, in the very objects that are there. */
  function keep(): () => void {
    const keptTokens = tokens.keep();
    const kept = structuredClone({ switches, spaces, members, outbox });
    return () => {
      keptTokens();
      const then = structuredClone(kept);
      Object.assign(switches, then.switches);
      for (const [at, space] of spaces.entries()) Object.assign(space, then.spaces[at]);
      outbox.splice(0, outbox.length, ...then.outbox);
      for (const [at, one] of members.entries()) {
        const { password, invalidAttempts, memberships } = then.members[at] as Member;
        Object.assign(one, { password, invalidAttempts });
        for (const [at, { account, profiles, current }] of memberships.entries()) {
          const membership = one.memberships[at] as Membership;
          Object.assign(membership, { account, current });
          for (const [at, profile] of membership.profiles.entries()) Object.assign(profile, profiles[at]);
        }
      }
    };
  }

  return {
    switches,
    now,
    spaces,
    members,
    outbox,
    memberships,
    member,
    membership,
    record,
    set,
    tokens,
    keep,
    profile: (profileId: number) => owner(profileId).profile,
    /** The truth of every profile, by id, to compare before and after. */
    records: (): Record<number, Truth> =>
      Object.fromEntries(memberships().flatMap(one => one.profiles.map(({ id }) => [id, record(id)]))),
    /** The id of the profile that a member's reads and writes reach. */
    currentProfile(name: string, space?: string): number {
      const { current } = membership(name, space);
      if (current === null) throw new Error(`${name} has no profile there`);
      return current;
    },
    /** Switches the current profile, as the portal's own menu would. */
    switchProfile(name: string, profileId: number, space?: string) {
      membership(name, space).current = profileId;
    },
  };
}

export type World = ReturnType<typeof createWorld>;
