import type { Identity } from '../../utils/portal/replies';
import { type Seat, seatOf } from '../../utils/snapshot';
import { knownSpacesItem } from '../../utils/stores';
import type { Captured } from './capture-token';
import { createPortalApi, type PortalApi } from './portal-api';
import { readIdentity } from './read-portal';
import { getSession, keepSession, noteTab } from './sessions';
import { noteProblem, readSeat } from './snapshots';

/** The pause, in milliseconds, between an answer and the next look-up of a seat's identity, whatever a page throws at us (T08). */
const quiet = 5_000;

/**
 * Takes in the tokens that the portal shows. A new one is asked whose it is before anything is stored; the same one again
 * costs nothing. `arrived` hears of every seat that is ready.
 */
export function createArrivals(arrived: (seat: Seat, tab: number) => void, now = Date.now) {
  const answered = new Map<Seat, number>();
  const latest = new Map<Seat, Captured>();
  const refused = new Set<string>();

  async function take(captured: Captured): Promise<void> {
    const seat = seatOf(captured.space, captured.container);
    if ((await getSession(seat))?.token === captured.token) {
      await noteTab(seat, captured.tab).catch(() => {});
      arrived(seat, captured.tab);
      return;
    }
    if (refused.has(captured.token)) return;
    const pending = latest.has(seat);
    latest.set(seat, captured);
    if (pending) return;
    const since = now() - (answered.get(seat) ?? Number.NEGATIVE_INFINITY);
    // A clock that is set back must not keep a new token waiting for a day (F60).
    const wait = since < 0 ? quiet : quiet - since;
    if (wait > 0) setTimeout(() => void look(seat), wait);
    else await look(seat);
  }

  /** Resolves whose token the latest one of a seat is, and keeps it with the picture of that member. */
  async function look(seat: Seat): Promise<void> {
    const captured = latest.get(seat);
    if (!captured) return;
    const api = createPortalApi(captured.space, captured.token);
    const identity = await readIdentity(api);
    answered.set(seat, now());
    // One that came while this was asked is looked at in its turn.
    const next = latest.get(seat);
    latest.delete(seat);
    if (next && next.token !== captured.token) void take(next);
    if (!identity.ok) {
      // A refused token is not asked about again; any other trouble may pass.
      if (identity.error.code === 'signedOut' && refused.size < 100) refused.add(captured.token);
      return;
    }
    await keepSession(seat, { token: captured.token, user: identity.value.User.Id });
    // Storage that is full costs what it would have kept, and no more: the token is in memory by now (F56).
    await noteTab(seat, captured.tab).catch(() => {});
    await knowSpace(captured.space).catch(() => {});
    await picture(seat, api, identity.value).catch(() => {});
    arrived(seat, captured.tab);
  }

  async function picture(seat: Seat, api: PortalApi, identity: Identity): Promise<void> {
    const snapshot = await readSeat(seat, api, identity.User.Id, identity);
    if (!snapshot.ok) await noteProblem(seat, identity.User.Id, snapshot.error);
  }

  return { take };
}

/** More than anybody is a member of. */
const mostSpaces = 50;

/** The space is offered as "Connect to …" after a restart; the last one used comes first. */
async function knowSpace(space: string): Promise<void> {
  const known = (await knownSpacesItem.get()) ?? [];
  if (known[0]?.space === space) return;
  const entry = known.find(other => other.space === space) ?? { space, generation: 'v5' as const };
  const others = known.filter(other => other.space !== space);
  await knownSpacesItem.set([entry, ...others.slice(0, mostSpaces - 1)]);
}
