import { labels } from '../../utils/labels';
import { type FieldName, fields } from '../../utils/profile/fields';
import type { Browser, Tab } from '../browsers/driver';
import { toolbarButton } from '../browsers/hand';
import { until } from '../browsers/waiting';

/** The switches of the menu, in its order, with the words that a member reads. */
export const switches = fields
  .filter(field => field.menu)
  .map(({ name }) => ({ name, label: labels.en[`field_${name}`] }));

export type Place = 'page' | 'button';

/** The menu as a member meets it: by real clicks on what the browser draws. */
export interface Menus {
  /** Opens the menu, clicks the switch and gives what its tick was before, where that can be told. */
  toggle(place: Place, name: FieldName): Promise<boolean | undefined>;
  /** Chooses "Edit profile…". */
  edit(place: Place): Promise<void>;
}

/** Firefox's own menu is read and clicked; the tick is the menu's. */
function firefoxMenus(browser: Browser, tab: Tab): Menus {
  const open = (place: Place) => browser.menu(place === 'button' ? 'button' : { tab, selector: 'body' });
  // With more than one line the page's menu keeps ours under the extension's name.
  const root = (place: Place) => (place === 'page' ? ['Nametag'] : []);
  return {
    async toggle(place, name) {
      const { label } = switches.find(one => one.name === name) ?? { label: '' };
      const menu = await open(place);
      const above = (await menu.items(...root(place))).find(item =>
        item.label.startsWith(labels.en.menu_notifications),
      );
      const path = [...root(place), above?.label ?? ''];
      const line = (await menu.items(...path)).find(item => item.label === label);
      await menu.choose(...path, label);
      return line?.checked ?? false;
    },
    async edit(place) {
      const menu = await open(place);
      await menu.choose(...root(place), labels.en.menu_edit);
    },
  };
}

/** Chromium's menu is a drawing: keys lead through it, and what the tick was is told with the click. */
function chromiumMenus(browser: Browser): Menus {
  const hand = browser.hand();
  const clicks = () =>
    browser.background.evaluate(
      async api => (await api.storage.session.get('test-clicks')) as never,
    ) as Promise<{
      'test-clicks'?: { id: string; was: boolean }[];
    }>;
  /** Once for every life of the background. */
  const listen = () =>
    browser.background.evaluate(async api => {
      const page = globalThis as { listening?: boolean };
      if (page.listening) return;
      page.listening = true;
      const kept = await api.storage.session.get('test-clicks');
      let list = (kept['test-clicks'] ?? []) as { id: string; was: boolean }[];
      api.contextMenus.onClicked.addListener(({ menuItemId, wasChecked }) => {
        list = [...list, { id: String(menuItemId), was: wasChecked === true }];
        void api.storage.session.set({ 'test-clicks': list });
      });
    });
  async function open(place: Place) {
    if (place === 'button') {
      await hand.click(...toolbarButton, 3);
      await hand.press('Down');
    } else {
      // Beside the form. Our line is the third from below; its first letter is also that of a browser's own.
      await hand.click(60, 700, 3);
      await hand.press('Up', 'Up', 'Up', 'Right');
    }
  }
  return {
    async toggle(place, name) {
      // Asking a background that is asleep would wake it before the click does.
      const asleep = !(await browser.background.running());
      if (!asleep) await listen();
      const before = asleep ? 0 : ((await clicks())['test-clicks']?.length ?? 0);
      await open(place);
      const at = switches.findIndex(one => one.name === name);
      await hand.press('Right', ...Array.from({ length: at }, () => 'Down'), 'Return');
      if (asleep) return undefined;
      const click = await until(
        'the click in the menu',
        async () => (await clicks())['test-clicks']?.[before],
      );
      if (!click.id.endsWith(`|${name}`)) throw new Error(`Clicked ${click.id} instead of ${name}`);
      return click.was;
    },
    async edit(place) {
      await open(place);
      await hand.press('Down', 'Return');
    },
  };
}

export const menusOf = (browser: Browser, tab: Tab): Menus =>
  browser.name === 'firefox' ? firefoxMenus(browser, tab) : chromiumMenus(browser);
