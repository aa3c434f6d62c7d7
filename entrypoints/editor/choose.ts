import { sectionOf } from '../../utils/portal/pages';
import { type Domains, spaceOf } from '../../utils/portal/space';
import type { SectionId } from '../../utils/profile/fields';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import type { seatsItem } from '../../utils/stores';

type Seats = NonNullable<Awaited<ReturnType<typeof seatsItem.get>>>;

/** The browser tab under a popup. */
export interface Under {
  id?: number | undefined;
  url?: string | undefined;
}

/** Which seat to show: the one of the portal page under the popup, else the last used. `space` is that page's, known or not. */
export function seatUnder(
  tab: Under | undefined,
  { recent, tabs }: Seats,
  domains: Domains,
): { seat?: Seat | undefined; space?: string | undefined } {
  const space = tab?.url ? spaceOf(tab.url, domains) : undefined;
  if (!space) return { seat: recent[0] };
  const seen = tab?.id === undefined ? undefined : tabs[tab.id];
  const seat =
    seen && spaceOfSeat(seen) === space ? seen : recent.find(other => spaceOfSeat(other) === space);
  return { seat, space };
}

/**
 * Which tab to open on: where the member was typing when the editor closed, else what the portal page under it shows, else
 * the last one used.
 */
export function sectionFor(
  url: string | undefined,
  view: { section: SectionId; field?: string | undefined } | undefined,
  drafted: readonly string[],
): SectionId {
  if (view?.field && drafted.includes(view.field)) return view.section;
  return (url && sectionOf(url)) || view?.section || 'personal';
}
