import { describe, expect, test } from 'vitest';
import { pageOf } from '../../utils/portal/pages';
import { type SectionId, sectionIds } from '../../utils/profile/fields';
import type { ExtensionApi, Tab } from '../browsers/driver';
import { elapse, staysTrue, until } from '../browsers/waiting';
import type { Restyle } from '../portal/switches';
import { asContentScript } from '../threats/stage';
import { listen } from './heard';
import { browserName, portalPage, ready, useStage } from './stage';

/** Where the shortcuts are on the page, by the only thing that the page sees of them. */
const shortcuts = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('[data-nametag]')].map(host => {
      const { x, y, width, height } = host.getBoundingClientRect();
      const fixed = getComputedStyle(host).position === 'fixed';
      const menu = host.closest('nav, .section-menu, .x-1') !== null;
      return {
        x: x + width / 2,
        y: y + height / 2,
        width,
        place: fixed ? 'corner' : menu ? 'menu' : 'account',
      };
    }),
  );

/** Waits for a shortcut that is there, and where it was for some looks: the page may still be drawing. */
async function shortcut(tab: Tab, place: string) {
  let [last, looks] = ['', 0];
  return until(`a shortcut in the ${place}`, async () => {
    const found = (await shortcuts(tab)).find(one => one.place === place && one.width > 0);
    looks = JSON.stringify(found) === last ? looks + 1 : 0;
    last = JSON.stringify(found);
    return looks >= 4 ? found : undefined;
  });
}

/** Personal and professional share one page there. */
const inV4 = (section: SectionId): SectionId => (section === 'professional' ? 'personal' : section);

describe(`in-page shortcuts in ${browserName}`, () => {
  const stage = useStage({
    switches: { v4Bearer: true },
    begin: () => stage.signIn('ada').then(tab => tab.close()),
  });

  /** Clicks the shortcut and gives the section that the popup opened on. */
  async function use(tab: Tab, place: string): Promise<string> {
    const { x, y } = await shortcut(tab, place);
    await tab.clickAt(x, y);
    const popup = await stage.browser.waitForPopup();
    // The background opens at most one editor a second.
    const nextMayOpen = elapse(1_050);
    await ready(popup);
    const section = await popup.waitFor('a tab to be selected', () =>
      document.querySelector('[role=tab][aria-selected=true]')?.getAttribute('data-section'),
    );
    await popup.close();
    await nextMayOpen;
    return section;
  }

  test('v5: each page opens its own section, after a full load and after a client-side navigation', async () => {
    const tab = await stage.browser.newTab(portalPage('acme'));
    for (const section of sectionIds) {
      await tab.goto(pageOf('acme', section));
      expect([section, await use(tab, 'menu')]).toEqual([section, section]);
    }
    for (const section of sectionIds) {
      await tab.click(`.section-menu a[href$="${new URL(pageOf('acme', section)).pathname}"]`);
      await tab.waitFor(
        'the page to be drawn',
        path => document.querySelector('.section-menu [aria-current=page]')?.getAttribute('href') === path,
        new URL(pageOf('acme', section)).pathname,
      );
      expect([section, await use(tab, section === 'billing' ? 'account' : 'menu')]).toEqual([
        section,
        section,
      ]);
    }
    await tab.close();
  });

  test('v4: each page opens its own section, after a full load and where a script replaces the page in place', async () => {
    const tab = await stage.browser.newTab('https://acme.spaces.nexudus.com/en/login');
    await tab.fill('input[name="username"]', stage.portal.member('ada').email);
    await tab.fill('input[name="password"]', stage.portal.member('ada').password);
    await tab.press('Enter');
    await tab.waitFor('the page', () => document.querySelector('.section-menu'));
    for (const section of sectionIds) {
      await tab.goto(pageOf('acme', section, 'v4'));
      expect([section, await use(tab, 'menu')]).toEqual([section, inV4(section)]);
    }
    for (const section of sectionIds) {
      await tab.evaluate(
        async path => {
          const html = await (await fetch(path)).text();
          const next = new DOMParser().parseFromString(html, 'text/html');
          history.pushState(null, '', path);
          document.querySelector('.page')?.replaceWith(next.querySelector('.page') ?? '');
        },
        new URL(pageOf('acme', section, 'v4')).pathname,
      );
      expect([section, await use(tab, 'menu')]).toEqual([section, inV4(section)]);
    }
    await tab.close();
  });

  /** Takes the page's menu away and draws others; gives which of them has the shortcut once the frame is there that shows them. */
  const redraw = (tab: Tab, ...hidden: boolean[]) =>
    tab.evaluate(
      (...hidden: boolean[]) =>
        new Promise<number>(resolve => {
          for (const menu of document.querySelectorAll('.section-menu, .drawn')) menu.remove();
          const menus = hidden.map(hidden => {
            const menu = Object.assign(document.createElement('nav'), { hidden, className: 'drawn' });
            for (const page of ['personal', 'billing'])
              menu.append(Object.assign(document.createElement('a'), { href: `/acme/user/profile/${page}` }));
            return menu;
          });
          document.body.append(...menus);
          const look = () => resolve(menus.findIndex(menu => menu.querySelector('[data-nametag]')));
          requestAnimationFrame(() => requestAnimationFrame(look));
        }),
      ...hidden,
    );

  test('a menu that the page draws has its shortcut in the same frame, so that nothing moves', async () => {
    const tab = await stage.browser.newTab(portalPage('acme'));
    await shortcut(tab, 'menu');
    for (let round = 0; round < 10; round += 1) expect([round, await redraw(tab, false)]).toEqual([round, 0]);
    // Of a hidden menu and one that is seen, the second has it in the end.
    await redraw(tab, true, false);
    await tab.waitFor('the shortcut to be seen', () =>
      document.querySelector('.drawn:not([hidden]) [data-nametag]'),
    );
    expect(await tab.evaluate(() => document.querySelectorAll('.drawn [data-nametag]').length)).toBe(1);
    await tab.close();
  });

  const expected: Record<Restyle, string[]> = {
    none: ['account', 'menu'],
    'no menu': ['account'],
    'no account menu': ['menu'],
    bare: ['corner'],
    renamed: ['account', 'menu'],
    late: ['account', 'menu'],
    clobbered: ['account', 'menu'],
    // The last one is in front, where its timers keep time.
    rebuilt: ['account', 'menu'],
  };
  test('whatever the operator does to the pages, one shortcut stands beside each menu, else one in the corner', async () => {
    const tabs: [Restyle, Tab][] = [];
    for (const restyle of Object.keys(expected) as Restyle[]) {
      stage.portal.switches.restyle = restyle;
      tabs.push([restyle, await stage.browser.newTab(portalPage('acme'))]);
    }
    stage.portal.switches.restyle = 'none';
    for (const [restyle, tab] of tabs)
      await tab.waitFor(`all that is drawn there (${restyle})`, () =>
        Boolean(document.getElementById('root')?.dataset.drawn),
      );
    const places = async () =>
      Object.fromEntries(
        await Promise.all(
          tabs.map(async ([restyle, tab]) => [restyle, (await shortcuts(tab)).map(one => one.place).sort()]),
        ),
      );
    const areRight = async () => {
      expect(await places()).toEqual(expected);
      return true;
    };
    await until('the shortcuts to stand where they belong', areRight);
    // Longer than the script goes without a menu before it takes the corner.
    await staysTrue('the shortcuts stand where they belong', areRight, 2_000);
    for (const [, tab] of tabs) await tab.close();
  });

  test('the corner is left empty when the member turned the launcher off', async () => {
    await stage.browser.background.evaluate(api => api.storage.local.set({ settings: { launcher: false } }));
    stage.portal.switches.restyle = 'bare';
    const tab = await stage.browser.newTab(portalPage('acme'));
    // Beside our script and after it: what it asks for is read by then.
    const launcher = await asContentScript(stage, tab, async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
      const { settings } = await (browser ?? chrome).storage.local.get('settings');
      return (settings as { launcher: boolean }).launcher;
    });
    expect(launcher).toBe(false);
    await stage.browser.background.evaluate(api => api.storage.local.remove('settings'));
    // The same page, opened later and with the launcher on, has it in the end.
    const other = await stage.browser.newTab(portalPage('acme'));
    await shortcut(other, 'corner');
    await other.close();
    await tab.activate();
    await staysTrue('there is no shortcut', async () => (await shortcuts(tab)).length === 0);
    stage.portal.switches.restyle = 'none';
    await tab.close();
  });

  test('a thousand made-up clicks open nothing, and the page holds no address of the extension', async () => {
    const tab = await stage.browser.newTab(portalPage('acme'));
    const { x, y } = await shortcut(tab, 'menu');
    const before = (await stage.browser.tabs()).length;
    const heard = await listen(stage.browser);
    const html = await tab.evaluate(() => {
      for (const host of document.querySelectorAll('[data-nametag]')) {
        for (let n = 0; n < 500; n += 1) {
          (host as HTMLElement).click();
          host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        }
      }
      return document.documentElement.outerHTML;
    });
    expect(html).not.toContain('-extension:');
    // What is heard first is a click by hand.
    await tab.clickAt(x, y);
    await stage.browser.waitForPopup().then(popup => popup.close());
    expect(await heard()).toEqual(['openEditor']);
    expect((await stage.browser.tabs()).length).toBe(before);
    await tab.close();
  });
});
