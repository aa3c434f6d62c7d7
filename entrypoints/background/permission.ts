import { browser } from 'wxt/browser';
import { apiOrigin, type Space } from '../../utils/portal/space';

/** Whether the browser lets us reach a space's API; the member can withdraw that at any time. */
export const mayReach = (space: Space): Promise<boolean> =>
  browser.permissions.contains({ origins: [`${apiOrigin(space)}/*`] });
