import { browser } from 'wxt/browser';
import { sectionOf } from '../../utils/portal/pages';
import type { SectionId } from '../../utils/profile/fields';
import { defaultSettings, type Settings, settingsItem, wantedItem } from '../../utils/stores';

export interface Where {
  tabId?: number;
  windowId?: number;
}

type Surface = Settings['surface'];

/** Firefox's sidebar; Chrome has `sidePanel` instead. */
interface SidebarAction {
  open(): Promise<void>;
}
const sidebar = () => (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;

async function openPanel({ tabId, windowId }: Where): Promise<void> {
  if (sidebar()) return sidebar()?.open();
  if (windowId !== undefined) return browser.sidePanel.open({ windowId });
  if (tabId !== undefined) return browser.sidePanel.open({ tabId });
  throw new Error('no window');
}

const openPopup = ({ windowId }: Where): Promise<void> =>
  browser.action.openPopup(windowId === undefined ? {} : { windowId });

async function openPage(): Promise<void> {
  const url = browser.runtime.getURL('/editor.html');
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}

const open: Record<Surface, (where: Where) => Promise<void>> = {
  popup: openPopup,
  panel: openPanel,
  page: openPage,
};
/** What is tried, in order, when a browser refuses. A page always opens. */
const order: Record<Surface, readonly Surface[]> = {
  popup: ['popup', 'panel', 'page'],
  panel: ['panel', 'page'],
  page: ['page'],
};

/**
 * Opens the editor on the member's surface. Browsers open a panel only in the same turn as the member's click, so the choice
 * must be at hand: it is read when the background starts and followed.
 */
export function createOpener(now = Date.now) {
  let surface: Surface | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const chose = (settings: Settings | undefined) => {
    surface = (settings ?? defaultSettings).surface;
  };
  settingsItem.watch(chose);
  const loaded = settingsItem.get().then(chose);

  /** At most one a second, whatever a page does (T24). `section` undefined leaves the editor where it was. */
  async function show(section: SectionId | undefined, where: Where, asked?: Surface): Promise<void> {
    const at = now();
    if (at - last >= 0 && at - last < 1000) return;
    last = at;
    if (section) void wantedItem.set({ section, at });
    if (!surface) await loaded;
    for (const way of order[asked ?? surface ?? 'popup']) {
      try {
        return await open[way](where);
      } catch {
        // This browser wants a gesture, a window in front, or has no such surface: the next way.
      }
    }
  }

  return {
    show,
    /** On the section of the portal page in that tab, where it shows one. */
    showFor: (tab: { id?: number; windowId?: number; url?: string } | undefined) =>
      show(tab?.url ? sectionOf(tab.url) : undefined, { tabId: tab?.id, windowId: tab?.windowId }),
  };
}
