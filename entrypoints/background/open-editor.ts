import { browser } from 'wxt/browser';
import { sectionOf } from '../../utils/portal/pages';
import type { SectionId } from '../../utils/profile/fields';
import { type Settings, type Wanted, wantedFor, wantedItem } from '../../utils/stores';
import type { ClickedTab } from './menu';
import type { Toolbar } from './toolbar';

export interface Where {
  tabId?: number;
  windowId?: number;
}

type Surface = Settings['surface'];
type Wish = Omit<Wanted, 'at'>;

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
 * Opens the editor on the member's surface, or as near to it as the browser lets us. A panel opens only in the very turn of
 * the member's click, so nothing is waited for where the choice is known.
 */
export function createOpener(toolbar: Toolbar, now = Date.now) {
  let last = Number.NEGATIVE_INFINITY;

  /** Said to every editor that is open or opens meanwhile. */
  function wish(wanted: Wish): void {
    const at = now();
    void wantedItem.set({ ...wanted, at });
    setTimeout(async () => {
      if ((await wantedItem.get())?.at === at) await wantedItem.remove();
    }, wantedFor);
  }

  /** `wanted` undefined leaves the editor where it was. */
  async function show(wanted: Wish | undefined, where: Where, asked?: Surface): Promise<void> {
    if (wanted) wish(wanted);
    else void wantedItem.remove();
    if (!asked && !toolbar.surface()) await toolbar.applied;
    for (const way of order[asked ?? toolbar.surface() ?? 'popup']) {
      try {
        return await open[way](where);
      } catch {
        // This browser wants a gesture, a window in front, or has no such surface: the next way.
      }
    }
  }

  return {
    show,
    /** For portal pages: at most one a second, whatever a page does (T24). */
    async showForPage(section: SectionId | undefined, where: Where): Promise<void> {
      const at = now();
      if (Math.abs(at - last) < 1000) return;
      last = at;
      await show(section && { section }, where);
    },
    /** On the section of the portal page in that tab, where it shows one. */
    showFor(tab: ClickedTab | undefined): void {
      const section = tab?.url ? sectionOf(tab.url) : undefined;
      void show(section && { section }, { tabId: tab?.id, windowId: tab?.windowId });
    },
  };
}

/** Must be called in the worker's first turn. Firefox runs the sidebar's command by itself. */
export function followOpeners({ show }: ReturnType<typeof createOpener>): void {
  browser.action.onClicked.addListener(({ id, windowId }) => void show(undefined, { tabId: id, windowId }));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open_panel') void show(undefined, { tabId: tab?.id, windowId: tab?.windowId }, 'panel');
  });
}
