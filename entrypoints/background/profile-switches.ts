import { browser } from 'wxt/browser';
import type { Domains } from '../../utils/portal/space';
import { type Seat, seatOf } from '../../utils/snapshot';
import { type SeenRequest, spaceOfRequest } from './capture-token';

/** A page that makes switches without end has the portal asked this often at most, in milliseconds. */
const quiet = 1_000;

/**
 * Hears when the portal itself made another profile current, so that the editor shows that one at once (F65). A save would
 * find out by itself: this only spares the member the surprise.
 */
export function followProfileSwitches(
  domains: () => Promise<Domains>,
  onSwitch: (seat: Seat) => Promise<unknown>,
): void {
  const running = new Set<Seat>();
  const again = new Set<Seat>();

  /** However many a page makes, one is looked at, and one more after it. */
  async function heard(seat: Seat): Promise<void> {
    if (running.has(seat)) {
      again.add(seat);
      return;
    }
    running.add(seat);
    try {
      await onSwitch(seat);
    } finally {
      setTimeout(() => {
        running.delete(seat);
        if (again.delete(seat)) void heard(seat);
      }, quiet);
    }
  }

  browser.webRequest.onCompleted.addListener(
    details => {
      const request = details as unknown as SeenRequest;
      if (request.method !== 'PUT') return;
      void domains().then(bound => {
        const space = spaceOfRequest(request, bound);
        if (space) void heard(seatOf(space, request.cookieStoreId));
      });
    },
    { urls: ['https://*.spaces.nexudus.com/api/public/coworkers/profiles/current*'] },
  );
}
