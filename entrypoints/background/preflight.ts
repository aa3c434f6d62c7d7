import type { Problem } from '../../utils/problem';
import type { FieldName } from '../../utils/profile/fields';
import { type Owner, sameOwner } from '../../utils/profile/owner';
import type { Result } from '../../utils/result';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import { PREFLIGHT_MS, within } from './budget';
import { belongs, readShown, type Shown } from './read-portal';
import type { World } from './world';

type Read = Result<Shown, Problem>;

/** A read that began this long before a save, in milliseconds, is too old to write by: somebody may have changed the profile since. */
const YOUNG_MS = 300;
/** However often the member seems about to save, the portal is read for it this often at most, in milliseconds. */
const THROTTLE_MS = 2_000;

/** The profile, and so every field that waits for Save. A switch is read when it is switched. */
const names: readonly FieldName[] = ['FullName'];

/** A read of the portal that began when the member was about to save. */
interface YoungRead {
  owner: Owner;
  token: string;
  beganAt: number;
  result: Promise<Read>;
  /** The same, once it is there. */
  arrived?: Read;
}

type PreflightDeps = Pick<World, 'session' | 'allowed' | 'api' | 'monotonicNow'>;

/**
 * Reads the portal when the member is about to press Save, so that the save itself need not wait for it. Such a read is believed for
 * 300 ms only, by a clock that nobody can set: what a save writes over has to be what the portal holds now.
 */
export function createPreflight(deps: PreflightDeps) {
  const reads = new Map<Seat, YoungRead>();
  const lastStarts = new Map<Seat, number>();

  /** The portal may hold something else by now: the next save looks for itself. */
  const invalidate = (seat: Seat): void => void reads.delete(seat);

  /** A write to a space was seen that is not ours; nobody knows yet in which container. */
  function invalidateSpace(space: string): void {
    for (const seat of reads.keys()) if (spaceOfSeat(seat) === space) invalidate(seat);
  }

  async function startPreflight(seat: Seat, owner: Owner): Promise<void> {
    const since = deps.monotonicNow() - (lastStarts.get(seat) ?? Number.NEGATIVE_INFINITY);
    if (spaceOfSeat(seat) !== owner.space || since < THROTTLE_MS) return;
    lastStarts.set(seat, deps.monotonicNow());
    const [session, allowed] = await Promise.all([deps.session(seat), deps.allowed(owner.space)]).catch(
      () => [],
    );
    if (!allowed || session?.user !== owner.user) return;
    const api = deps.api(owner.space, session.token);
    const result = within(PREFLIGHT_MS, signal => readShown(api, names, signal));
    const read: YoungRead = { owner, token: session.token, beganAt: deps.monotonicNow(), result };
    reads.set(seat, read);
    void result.then(shown => {
      read.arrived = shown;
    });
  }

  /** The read that this save may go by, if there is one. It serves one save, and none that begins after this one. */
  function consume(seat: Seat, owner: Owner, token: string): YoungRead | undefined {
    const read = reads.get(seat);
    invalidate(seat);
    const isYoung = read && deps.monotonicNow() - read.beganAt <= YOUNG_MS;
    return isYoung && read.token === token && sameOwner(read.owner, owner) ? read : undefined;
  }

  return { startPreflight, invalidate, invalidateSpace, consume };
}

/** Whether a read came back, of this owner's profile, with all of these fields. */
const covers = (read: Read, owner: Owner, names: readonly FieldName[]): boolean =>
  read.ok && belongs(read.value, owner) && names.every(name => name in read.value.reading.values);

/**
 * What the portal shows before anything is sent: a young read, where one is there. A save that has to wait for the wire is written
 * down meanwhile (`prepare`), for the background may be stopped before the answer.
 */
export async function preflight(
  young: YoungRead | undefined,
  owner: Owner,
  read: (names: readonly FieldName[]) => Promise<Read>,
  names: readonly FieldName[],
  prepare: () => Promise<void>,
): Promise<Read> {
  if (young?.arrived && covers(young.arrived, owner, names)) return young.arrived;
  const look = async () => {
    const shown = await young?.result;
    return shown && covers(shown, owner, names) ? shown : read(names);
  };
  const [shown] = await Promise.all([look(), prepare()]);
  return shown;
}
