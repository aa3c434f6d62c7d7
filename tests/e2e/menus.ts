import { labels } from '../../utils/labels';
import { type FieldName, fields } from '../../utils/profile/fields';
import { openedMenu, ticksIn } from '../browsers/chromium-menu';
import type { Browser, ExtensionApi, Tab } from '../browsers/driver';
import { toolbarButton } from '../browsers/hand';
import { elapse } from '../browsers/waiting';

/** The switches of the menu, in its order, with the words that a member reads. */
export const switches = fields
  .filter(field => field.menu)
  .map(({ name }) => ({ name, label: labels.en[`field_${name}`] }));

export type Place = 'page' | 'button';

/** Which switches are ticked, in the order of the menu. */
export type Ticks = boolean[];

/** The menu as a member meets it: by real clicks on what the browser draws. */
export interface Menus {
  /** Opens the menu, clicks the switch and gives the ticks that the menu showed; `meanwhile` happens while it is open. */
  toggle(place: Place, name: FieldName, meanwhile?: () => Promise<unknown>): Promise<Ticks>;
  /** The ticks that the menu shows. */
  ticks(place: Place): Promise<Ticks>;
  /** Clicks a switch of the button's menu so many times, as fast as that browser can be made to. */
  again(name: FieldName, times: number): Promise<void>;
  /** Whether the line above the switches opens. */
  switchable(place: Place): Promise<boolean>;
  /** Chooses "Edit profile…". */
  edit(place: Place): Promise<void>;
}

/** Firefox's own menu is read and clicked. */
function firefoxMenus(browser: Browser, tab: () => Tab): Menus {
  const open = (place: Place) =>
    browser.menu(place === 'button' ? 'button' : { tab: tab(), selector: 'body' });
  // With more than one line the page's menu keeps ours under the extension's name.
  const root = (place: Place) => (place === 'page' ? ['Nametag'] : []);
  async function openMenu(place: Place) {
    const menu = await open(place);
    const lines = await menu.items(...root(place));
    return { menu, above: lines.find(({ label }) => label.startsWith(labels.en.menu_notifications)) };
  }
  async function openSwitches(place: Place) {
    const { menu, above } = await openMenu(place);
    const path = [...root(place), above?.label ?? ''];
    const ticks = (await menu.items(...path)).map(({ checked }) => checked);
    return { menu, path, ticks };
  }
  const toggle: Menus['toggle'] = async (place, name, meanwhile) => {
    const { menu, path, ticks } = await openSwitches(place);
    await meanwhile?.();
    await menu.choose(...path, switches.find(one => one.name === name)?.label ?? '');
    return ticks;
  };
  return {
    toggle,
    async again(name, times) {
      for (let click = 0; click < times; click += 1) await toggle('button', name);
    },
    async switchable(place) {
      const { menu, above } = await openMenu(place);
      await menu.close();
      return above?.disabled === false;
    },
    async ticks(place) {
      const { menu, ticks } = await openSwitches(place);
      await menu.close();
      return ticks;
    },
    async edit(place) {
      const menu = await open(place);
      await menu.choose(...root(place), labels.en.menu_edit);
    },
  };
}

/** The line of a switch in the button's menu, as the background has drawn it. */
async function lineOf(api: ExtensionApi, name: string): Promise<{ id: string; checked: boolean }> {
  const { menu } = await api.storage.session.get('menu');
  const { entries } = menu as { entries: { id: string; checked?: boolean }[] };
  const line = entries.find(({ id }) => id.startsWith('action|') && id.endsWith(`|${name}`));
  return { id: line?.id ?? '', checked: line?.checked ?? false };
}

/** Ticks a line and tells of it, as the browser does it: by hand a click takes a second. */
async function tick(api: ExtensionApi, id: string, checked: boolean): Promise<void> {
  const clicked = api.contextMenus.onClicked as unknown as {
    dispatch(info: object, tab: object | undefined): void;
  };
  const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  await api.contextMenus.update(id, { checked });
  clicked.dispatch({ menuItemId: id, checked, wasChecked: !checked }, tab);
}

/** Chromium's menu is a drawing: keys lead through it, and its ticks are read from a picture of the display. */
function chromiumMenus(browser: Browser): Menus {
  const hand = browser.hand();
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
  async function openSwitches(place: Place): Promise<Ticks> {
    await open(place);
    const before = await hand.look();
    await hand.press('Right');
    return ticksIn(before, await hand.look(), switches.length);
  }
  return {
    async toggle(place, name, meanwhile) {
      const ticks = await openSwitches(place);
      const at = switches.findIndex(one => one.name === name);
      await hand.press(...Array.from({ length: at }, () => 'Down'));
      await meanwhile?.();
      await hand.press('Return');
      return ticks;
    },
    async ticks(place) {
      const ticks = await openSwitches(place);
      await hand.press('Escape', 'Escape', 'Escape');
      return ticks;
    },
    async again(name, times) {
      const { id, checked } = await browser.background.evaluate(lineOf, name);
      for (let click = 1; click <= times; click += 1) {
        await browser.background.evaluate(tick, id, (click % 2 === 1) !== checked);
        // All of them in two seconds (F72).
        await elapse(2_000 / times);
      }
    },
    async switchable(place) {
      await open(place);
      const before = await hand.look();
      await hand.press('Right');
      const opened = openedMenu(before, await hand.look()) !== undefined;
      await hand.press('Escape', 'Escape', 'Escape');
      return opened;
    },
    async edit(place) {
      await open(place);
      await hand.press('Down', 'Return');
    },
  };
}

export const menusOf = (browser: Browser, tab: () => Tab): Menus =>
  browser.name === 'firefox' ? firefoxMenus(browser, tab) : chromiumMenus(browser);
