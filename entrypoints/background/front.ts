import { browser } from 'wxt/browser';
import { type SeenTab, seatInFront } from '../../utils/front';
import { type Seat, type Snapshot, spaceOfSeat } from '../../utils/snapshot';
import { domainsItem, snapshotOf } from '../../utils/stores';
import { getSession, seats } from './sessions';

/** The tab in front of the window that was used last. */
export const tabInFront = async (): Promise<SeenTab | undefined> =>
  (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];

export const seatOfTab = async (tab: SeenTab | undefined): Promise<Seat | undefined> =>
  seatInFront(tab, await seats(), (await domainsItem.get()) ?? {});

export interface InFront {
  seat?: Seat;
  snapshot?: Snapshot;
  /** A token is at hand. */
  signedIn: boolean;
}

/** The seat that a tab is about, and what is known of it. */
export async function inFront(tab: SeenTab | undefined): Promise<InFront> {
  const seat = await seatOfTab(tab);
  if (!seat) return { signedIn: false };
  const [snapshot, session] = await Promise.all([snapshotOf(seat).get(), getSession(seat)]);
  return {
    seat,
    signedIn: session !== undefined && session.user === snapshot?.owner.user,
    ...(snapshot && snapshot.owner.space === spaceOfSeat(seat) ? { snapshot } : {}),
  };
}
