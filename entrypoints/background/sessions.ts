/**
 * The token: the only file that stores it and the only item that holds it. `storage.session` is in memory, is not
 * readable by content scripts, and is gone when the browser closes. Nothing outside of this folder imports this file.
 */
import * as v from 'valibot';
import type { Space } from '../../utils/portal/space';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import { item, seatsItem, snapshotOf } from '../../utils/stores';

const mostSeats = 20;
const mostTabs = 100;

const Session = v.object({ token: v.string(), user: v.number() });
export type Session = v.InferOutput<typeof Session>;

const sessionOf = (seat: Seat) => item('session', `token/${seat}`, Session);

/**
 * For this life of the background, should storage refuse (F56). It goes before what is stored: only this file writes either,
 * and a token that could not be stored is newer than the one that is still there.
 */
const inMemory = new Map<Seat, Session>();

export const getSession = async (seat: Seat): Promise<Session | undefined> =>
  inMemory.get(seat) ??
  (await sessionOf(seat)
    .get()
    .catch(() => undefined));

export const seats = async () => (await seatsItem.get()) ?? { recent: [], tabs: {} };

/** Changes to the list are made one after the other: two captures at once must not lose one. */
let turn: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const next = turn.then(work, work);
  turn = next.catch(() => {});
  return next;
};

/** Keeps a token whose identity has been resolved, as the seat last used. The least recently used beyond twenty are dropped. */
export async function keepSession(seat: Seat, session: Session): Promise<void> {
  inMemory.set(seat, session);
  await inTurn(async () => {
    const { recent, tabs } = await seats();
    const order = [seat, ...recent.filter(other => other !== seat)];
    await Promise.all(order.slice(mostSeats).map(dropSeat));
    await sessionOf(seat).set(session);
    await seatsItem.set({ recent: order.slice(0, mostSeats), tabs });
  }).catch(() => {
    // Storage is full or failing: this life of the background goes on from memory.
  });
}

/** Remembers that a tab shows a seat; written only when it is news. */
export const noteTab = (seat: Seat, tab: number): Promise<void> =>
  inTurn(async () => {
    const { recent, tabs } = await seats();
    if (tabs[tab] === seat && recent[0] === seat) return;
    const others = Object.entries(tabs).filter(([id]) => id !== String(tab));
    await seatsItem.set({
      recent: recent.includes(seat) ? [seat, ...recent.filter(other => other !== seat)] : recent,
      tabs: Object.fromEntries([...others.slice(1 - mostTabs), [String(tab), seat]]),
    });
  });

async function dropSeat(seat: Seat): Promise<void> {
  inMemory.delete(seat);
  await Promise.all([sessionOf(seat).remove(), snapshotOf(seat).remove()]);
}

/**
 * Drops a token that the portal refused; only if it is still the one kept, for a newer one may have come meanwhile (F22).
 * True when it was dropped, and so nobody is signed in there any more.
 */
export async function dropToken(seat: Seat, token: string): Promise<boolean> {
  if ((await getSession(seat))?.token !== token) return false;
  inMemory.delete(seat);
  await sessionOf(seat).remove();
  return true;
}

/** Forgets every seat of a space. */
export const forgetSeats = (space: Space): Promise<void> =>
  inTurn(async () => {
    const { recent, tabs } = await seats();
    const of = (seat: Seat) => spaceOfSeat(seat) === space;
    await Promise.all(recent.filter(of).map(dropSeat));
    await seatsItem.set({
      recent: recent.filter(seat => !of(seat)),
      tabs: Object.fromEntries(Object.entries(tabs).filter(([, seat]) => !of(seat))),
    });
  });
