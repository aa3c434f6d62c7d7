import { browser } from 'wxt/browser';
import { type Space, spaceOfApi } from '../../utils/portal/space';
import type { SeenRequest } from './capture-token';

const methods = ['PUT', 'PATCH'];

/**
 * Hears of every write to a space that is not ours, when it is sent and when it was answered: what was read of that space before
 * may no longer be true. Who made it does not matter, for all that a stranger's could cost is a read. Must be called in the worker's
 * first turn.
 */
export function watchPortalWrites(onWrite: (space: Space) => void): void {
  const own = browser.runtime.getURL('/').replace(/\/$/, '');
  const filter = { urls: ['https://*.spaces.nexudus.com/api/*'] };
  const look = (details: object) => {
    const { method, url, initiator, originUrl } = details as SeenRequest;
    if (!methods.includes(method) || (initiator ?? originUrl)?.startsWith(own)) return undefined;
    const space = spaceOfApi(url);
    if (space) onWrite(space);
    return undefined;
  };
  browser.webRequest.onBeforeSendHeaders.addListener(look, filter);
  browser.webRequest.onCompleted.addListener(look, filter);
}
