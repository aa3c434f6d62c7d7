import { browser } from 'wxt/browser';
import { knownSpacesItem } from '../../utils/stores';

/** Must be called in the worker's first turn. The welcome page opens once, for somebody who has not used Nametag here. */
export function followInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome().catch(() => {});
  });
}

async function welcome(): Promise<void> {
  if ((await knownSpacesItem.get())?.length) return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
