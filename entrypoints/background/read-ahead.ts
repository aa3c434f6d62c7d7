import type { Problem } from '../../utils/problem';
import type { FieldName } from '../../utils/profile/fields';
import type { Owner } from '../../utils/profile/owner';
import type { Result } from '../../utils/result';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import { readShown, type Shown } from './read-portal';
import type { World } from './world';

/** How long a read made ahead of a save may stand for its preflight, in milliseconds. */
const warmFor = 2_000;

/** It covers the profile, and so all forms; a switch is read when it is switched. */
const names: readonly FieldName[] = ['FullName'];

interface Ahead {
  token: string;
  at: number;
  shown: Promise<Result<Shown, Problem>>;
  /** The same, once it is there. */
  arrived?: Result<Shown, Problem>;
}

/** The portal as read ahead of a save that is likely to come, so that the save itself has nothing to wait for. */
export function createReadAhead(world: Pick<World, 'session' | 'api' | 'now'>) {
  const reads = new Map<Seat, Ahead>();

  function fresh(seat: Seat, token: string): Ahead | undefined {
    const ahead = reads.get(seat);
    // A clock that is set back must not keep an old read fresh.
    const age = ahead ? world.now() - ahead.at : warmFor;
    return ahead?.token === token && age >= 0 && age < warmFor ? ahead : undefined;
  }

  /** Something changed on the portal: what was read ahead no longer stands. */
  const cool = (seat: Seat): void => void reads.delete(seat);

  return {
    cool,

    async warm(seat: Seat, owner: Owner): Promise<void> {
      if (spaceOfSeat(seat) !== owner.space) return;
      const session = await world.session(seat).catch(() => undefined);
      if (!session || session.user !== owner.user || fresh(seat, session.token)) return;
      const shown = readShown(world.api(owner.space, session.token), names);
      const ahead: Ahead = { token: session.token, at: world.now(), shown };
      reads.set(seat, ahead);
      void shown.then(result => {
        ahead.arrived = result;
      });
    },

    /** The read that still stands for this token; it serves one save. */
    take(seat: Seat, token: string): Ahead | undefined {
      const ahead = fresh(seat, token);
      cool(seat);
      return ahead;
    },
  };
}
