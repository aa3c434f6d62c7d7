import { browser } from 'wxt/browser';
import type { Sites } from '../../components/frame/stage';
import { send } from '../../utils/messaging';
import { patternOf } from '../../utils/portal/patterns';

/** Portals on addresses of their own, looked up and bound by the background. */
export const sites: Sites = {
  async lookUp(origin) {
    const found = await send('lookUp', { origin }).catch(() => undefined);
    return found?.ok ? found.value : undefined;
  },
  async bind(origin, space) {
    // Both in the turn of the click: the browser's question needs it, and may close the page that asked.
    const told = send('bindDomain', { origin, space });
    const granted = await browser.permissions.request({ origins: [patternOf(origin)] });
    await told;
    return granted;
  },
};
