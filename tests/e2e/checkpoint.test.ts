import { describe, expect, test } from 'vitest';
import { pageOf } from '../../utils/portal/pages';
import type { Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { patch } from '../portal/faults/recipes';
import { checkpoint } from './checkpoint';
import { answerQuestion, beforeQuestion } from './question';
import { browserName, showSection, useStage } from './stage';

const host = 'members.example.com';

/** What no test may find of the one before it. */
describe(`a checkpoint in ${browserName}`, () => {
  let tab: Tab;
  const stage = useStage({
    // Chromium's question is answered with the keyboard of a display.
    launch: { hosts: [host], headed: browserName === 'chromium' && 'apart' },
    async begin() {
      tab = await stage.signIn('ada');
    },
  });

  /** Each thing that a test can change, read where it is. */
  async function look() {
    const { portal, browser } = stage;
    const ofExtension = await browser.background.evaluate(async (api, origin) => {
      const { menu, sightings: _, ...session } = await api.storage.session.get(null);
      const opening = indexedDB.open('nametag');
      const database = await new Promise<IDBDatabase>(resolve => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const keysOf = async (table: string) => {
        const asking = database.transaction(table).objectStore(table).getAllKeys();
        await new Promise(resolve => {
          asking.onsuccess = resolve;
        });
        return asking.result.map(String);
      };
      const found = {
        memory: JSON.stringify(Object.entries(session).sort()).replace(/"readAt":\d+/g, ''),
        menu: JSON.stringify(menu),
        settings: JSON.stringify((await api.storage.local.get('settings')) ?? {}),
        domains: JSON.stringify((await api.storage.local.get('domains')) ?? {}),
        drafts: await keysOf('drafts'),
        journal: await keysOf('journal'),
        history: await keysOf('history'),
        badge: await api.action.getBadgeText({}),
        button: await api.action.getPopup({}),
        isGranted: await api.permissions.contains({ origins: [`${origin}/*`] }),
        scripts: (await api.scripting.getRegisteredContentScripts()).map(({ id }) => id),
      };
      database.close();
      return found;
    }, `https://${host}`);
    const ofPage = await tab.evaluate(() => ({
      site: JSON.stringify(localStorage),
      isOnline: navigator.onLine,
    }));
    return {
      ...ofExtension,
      ...ofPage,
      tabs: await Promise.all((await browser.tabs()).map(one => one.url())),
      profile: portal.record(portal.currentProfile('ada', 'acme')),
      password: portal.member('ada').password,
      tokens: portal.tokens({}).map(({ access, expires }) => [access, expires]),
      switches: structuredClone(portal.switches),
    };
  }

  test('leaves nothing of what was stored, drafted, saved, granted, opened or changed since', async () => {
    const { portal, browser } = stage;
    const goBack = await checkpoint(browser, portal);
    const before = await look();

    const options = await browser.newTab(`${browser.origin}/options.html`);
    await options.fill('#domain', host);
    await options.click('[data-action=look-up]');
    // To Firefox the name of a host is data of its own kind, and it asks.
    if (browser.name === 'firefox') await browser.answer('allow');
    await options.waitFor('the offer', () => document.querySelector('[data-action=bind]'));
    const display = await beforeQuestion(browser);
    await options.click('[data-action=bind]');
    await answerQuestion(browser, 'allow', display);
    await until('the domain to be bound', async () => (await look()).scripts.length > 0);
    await options.select('#set-language', 'de');

    await tab.activate();
    const popup = await stage.openEditor('notifications');
    await popup.click('#field-SignUpToNewsletter');
    await until('the switch to be saved', async () => (await look()).menu !== before.menu);
    await showSection(popup, 'professional');
    await popup.fill('#field-Position', 'Poet');
    // Its answer never comes.
    const gate = portal.faults.hold(patch);
    await popup.press('Control+s');
    await gate.arrived;
    await popup.close();
    await until('the badge of a draft', async () => (await look()).badge !== '');
    await browser.background.evaluate(async api => {
      const { settings } = await api.storage.local.get('settings');
      await api.storage.local.set({ settings: { ...(settings as object), surface: 'page' } });
    });
    await until('the button', async () => (await look()).button !== before.button);

    portal.switches.restyle = 'bare';
    portal.member('ada').password = 'Difference-1822';
    portal.expireTokens();
    portal.issueToken('grace', 'acme');
    await tab.goto(pageOf('acme', 'billing'));
    await tab.evaluate(() => localStorage.setItem('left', 'behind'));
    await browser.setOffline(true);

    const changed = await look();
    const parts = Object.keys(before) as (keyof typeof before)[];
    expect(parts.filter(part => JSON.stringify(changed[part]) === JSON.stringify(before[part]))).toEqual([]);
    expect(await goBack()).toBe(true);
    expect(await look()).toEqual(before);
  });

  test('cannot be gone back to without a tab that was open then', async () => {
    const goBack = await checkpoint(stage.browser, stage.portal);
    await tab.close();
    expect(await goBack()).toBe(false);
  });
});
