import { beforeAll, describe, expect, test } from 'vitest';
import { pageOf } from '../../utils/portal/pages';
import { type SectionId, sectionIds } from '../../utils/profile/fields';
import type { Tab } from '../browsers/driver';
import { pause, until } from '../browsers/waiting';
import type { Restyle } from '../portal/switches';
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

/** Waits for a shortcut that is there and stays where it is: the page may still be drawing. */
async function shortcut(tab: Tab, place: string) {
  let last = '';
  return until(`a shortcut in the ${place}`, async () => {
    const found = (await shortcuts(tab)).find(one => one.place === place && one.width > 0);
    const still = JSON.stringify(found) === last;
    last = JSON.stringify(found);
    if (still) return found;
    await pause(100);
    return undefined;
  });
}

/** Personal and professional share one page there. */
const inV4 = (section: SectionId): SectionId => (section === 'professional' ? 'personal' : section);

describe(`in-page shortcuts in ${browserName}`, () => {
  const stage = useStage({ switches: { v4Bearer: true } });
  beforeAll(() => stage.signIn('ada').then(tab => tab.close()));

  /** Clicks the shortcut and gives the section that the popup opened on. */
  async function use(tab: Tab, place: string): Promise<string> {
    const { x, y } = await shortcut(tab, place);
    const clicked = Date.now();
    await tab.clickAt(x, y);
    const popup = await stage.browser.waitForPopup();
    await ready(popup);
    const section = await popup.waitFor('a tab to be selected', () =>
      document.querySelector('[role=tab][aria-selected=true]')?.getAttribute('data-section'),
    );
    await popup.close();
    // At most one editor a second.
    await pause(Math.max(0, clicked + 1050 - Date.now()));
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
    // Time for everything that comes late or is drawn again.
    await pause(6000);
    const found = await Promise.all(
      tabs.map(async ([restyle, tab]) => [restyle, (await shortcuts(tab)).map(one => one.place).sort()]),
    );
    expect(Object.fromEntries(found)).toEqual(expected);
    for (const [, tab] of tabs) await tab.close();
  });

  test('the corner is left empty when the member turned the launcher off', async () => {
    await stage.browser.background.evaluate(api => api.storage.local.set({ settings: { launcher: false } }));
    stage.portal.switches.restyle = 'bare';
    const tab = await stage.browser.newTab(portalPage('acme'));
    await pause(3000);
    expect(await shortcuts(tab)).toEqual([]);
    stage.portal.switches.restyle = 'none';
    await stage.browser.background.evaluate(api => api.storage.local.remove('settings'));
    await tab.close();
  });

  test('a thousand made-up clicks open nothing, and the page holds no address of the extension', async () => {
    const tab = await stage.browser.newTab(portalPage('acme'));
    await shortcut(tab, 'menu');
    const before = (await stage.browser.tabs()).length;
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
    await pause(500);
    expect((await stage.browser.tabs()).length).toBe(before);
    const wanted = await stage.browser.background.evaluate(async api => api.storage.session.get('wanted'));
    expect(wanted).toEqual({});
    await tab.close();
  });
});
