import { type Domains, type Space, spaceOf } from './portal/space';
import { type Seat, seatOf, spaceOfSeat } from './snapshot';

/** What the browser tells of a tab; the URL only where we may see it. */
export interface SeenTab {
  id?: number;
  url?: string;
  cookieStoreId?: string;
}

/** Which seats are signed in, the last used first, and the tabs that each was seen in. */
export interface KnownSeats {
  recent: readonly Seat[];
  tabs: Readonly<Record<string, Seat>>;
}

/** The space that a tab shows. */
export const spaceOfTab = (tab: SeenTab | undefined, domains: Domains): Space | undefined =>
  tab?.url ? spaceOf(tab.url, domains) : undefined;

/**
 * The seat in front of the member: the portal tab's, else the one used last. A portal tab that has shown no token yet has
 * a seat too, in which nobody is signed in.
 */
export function seatInFront(
  tab: SeenTab | undefined,
  { recent, tabs }: KnownSeats,
  domains: Domains,
): Seat | undefined {
  const space = spaceOfTab(tab, domains);
  if (!space) return recent[0];
  const noted = tabs[String(tab?.id)];
  return noted && spaceOfSeat(noted) === space ? noted : seatOf(space, tab?.cookieStoreId);
}
