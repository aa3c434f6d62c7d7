import { browser } from 'wxt/browser';
import type { Sites } from '../../components/frame/stage';
import { send } from '../../utils/messaging';
import { patternOf } from '../../utils/portal/patterns';

/** What Firefox has of its own. */
interface Firefox {
  browser_specific_settings?: { gecko?: { data_collection_permissions?: { optional?: string[] } } };
}
interface Consent {
  request(what: { data_collection: string[] }): Promise<boolean>;
}

/**
 * Whether a host's name may be sent. Firefox asks for that kind of data, once, because the manifest there names it as optional; Chrome
 * has no such question, and the click is the yes.
 */
async function maySend(): Promise<boolean> {
  const { browser_specific_settings: own } = browser.runtime.getManifest() as Firefox;
  const optional = own?.gecko?.data_collection_permissions?.optional;
  return !optional || (browser.permissions as unknown as Consent).request({ data_collection: optional });
}

/** Portals on addresses of their own, looked up and bound by the background. */
export const sites: Sites = {
  async lookUp(origin) {
    if (!(await maySend().catch(() => false))) return { kind: 'unasked' };
    const found = await send('lookUp', { origin }).catch(() => undefined);
    if (!found?.ok) return { kind: 'failed' };
    return found.value === null ? { kind: 'unknown' } : { kind: 'found', space: found.value };
  },
  async bind(origin, space) {
    // Both in the turn of the click: the browser's question needs it, and may close the page that asked.
    const told = send('bindDomain', { origin, space });
    const granted = await browser.permissions.request({ origins: [patternOf(origin)] });
    await told;
    return granted;
  },
};
