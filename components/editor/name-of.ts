import { type Seat, type Snapshot, spaceOfSeat } from '../../utils/snapshot';

/** A space by the name it gives itself, and whose profile is in use there; by its address while nothing is known. */
export function nameOf(snapshot: Snapshot | undefined, seat: Seat): { says: string; more?: string } {
  if (!snapshot) return { says: spaceOfSeat(seat) };
  const { spaceName, member, owner, profiles } = snapshot;
  const more = profiles.find(({ id }) => id === owner.profile)?.name || member.name || member.email;
  return { says: spaceName || owner.space, more };
}
