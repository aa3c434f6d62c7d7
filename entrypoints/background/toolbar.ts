import { browser } from 'wxt/browser';
import { defaultSettings, type Settings, settingsItem } from '../../utils/stores';

type Surface = Settings['surface'];

/** Firefox has a sidebar in place of Chrome's panel; there the background is a page and has a store that answers at once. */
const quick = (globalThis as { localStorage?: Storage }).localStorage;
const key = 'surface';

/** The choice as far as it is known without waiting: Firefox opens a sidebar in the very turn of the click only. */
const remembered = (): Surface | undefined => {
  const kept = quick?.getItem(key);
  return kept === 'popup' || kept === 'panel' || kept === 'page' ? kept : undefined;
};

/** What the toolbar button opens. `click` hears of a click when that is not a popup, nor Chrome's own panel. */
export function createToolbar() {
  let surface = remembered();

  async function apply(settings: Settings | undefined): Promise<void> {
    surface = (settings ?? defaultSettings).surface;
    quick?.setItem(key, surface);
    await browser.action.setPopup({ popup: surface === 'popup' ? 'popup.html' : '' });
    await browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: surface === 'panel' });
  }

  settingsItem.watch(settings => void apply(settings));
  const applied = settingsItem.get().then(apply);

  return {
    /** Undefined until the settings were read. */
    surface: () => surface,
    applied,
  };
}

export type Toolbar = ReturnType<typeof createToolbar>;
