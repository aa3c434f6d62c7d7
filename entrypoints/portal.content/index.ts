import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Request } from '../../utils/messages';
import { sectionOf } from '../../utils/portal/pages';
import { noPortalPatterns, portalPatterns } from '../../utils/portal/patterns';
import { startShortcuts } from './shortcuts';

/** In-page shortcuts: they open the editor and do nothing else. */
export default defineContentScript({
  matches: portalPatterns,
  excludeMatches: noPortalPatterns,
  runAt: 'document_idle',
  main() {
    startShortcuts({
      /** Undefined once the extension was updated, reloaded or removed: this copy of the script is an orphan. */
      alive: () => browser.runtime?.id !== undefined,
      settings: async () => (await browser.storage.local.get('settings')).settings,
      open() {
        const request: Request<'openEditor'> = { section: sectionOf(location.href) };
        browser.runtime.sendMessage({ name: 'openEditor', request }).catch(() => {});
      },
    }).catch(() => {});
  },
});
