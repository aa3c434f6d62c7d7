import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Surface, Tab } from '../browsers/driver';
import { launch } from '../browsers/launch';
import { scratch, sweep } from '../browsers/scratch';
import { staysTrue, until } from '../browsers/waiting';
import { createPortal, type Portal } from '../portal/portal';
import { browserName, captured, portalPage, ready, signInOn } from './stage';

const host = 'members.example.com';
const origin = `https://${host}`;
/** How many pixels Chromium's question changes at least: the window behind it goes dark. A page that is still drawn changes fewer. */
const question = 300_000;

/** A portal with an address of its own: bound by two clicks and the browser's own question, used, restarted, removed. */
describe(`a custom domain in ${browserName}`, () => {
  const profile = scratch('domain');
  let portal: Portal;
  let browser: Browser;
  let options: Tab;

  const start = () =>
    launch(browserName, {
      port: portal.port,
      authority: portal.authority,
      hosts: [host],
      profile,
      permanent: true,
      // Chromium's question is answered with the keyboard of a display.
      headed: browserName === 'chromium' && 'apart',
    });
  /** What the display shows; Firefox needs none for its question. */
  const look = async () => (browserName === 'chromium' ? browser.hand().look() : undefined);
  /** Answers the browser's question that a click in `surface` made it ask. `before` is the window without question and popup. */
  const answer = async (
    how: 'allow' | 'deny',
    surface: Surface,
    before: Awaited<ReturnType<typeof look>>,
  ) => {
    if (!before) return browser.answer(how);
    const hand = browser.hand();
    // A popup goes away for it: what the display shows more than before is the question then.
    if (surface !== options) await until('the popup to close', () => surface.closed);
    await until('the question to be shown', async () => (await hand.look()).differsFrom(before) > question);
    // The question has the focus on its "Deny".
    await hand.press(...(how === 'allow' ? ['Tab', 'Return'] : ['Return']));
  };
  const state = () =>
    browser.background.evaluate(async (api, pattern) => {
      const { domains } = await api.storage.local.get('domains');
      return {
        domains: (domains ?? {}) as Record<string, string>,
        granted: await api.permissions.contains({ origins: [pattern] }),
        scripts: (await api.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
      };
    }, `${origin}/*`);
  const hasShortcut = (tab: Tab) =>
    tab.evaluate(() => document.querySelectorAll('[data-nametag]').length > 0);
  const lookUp = async (typed: string) => {
    await options.fill('#domain', typed);
    await options.click('[data-action=look-up]');
  };
  const says = (words: string) =>
    options.waitFor(
      `“${words}”`,
      words => document.querySelector('[data-part=domain-status]')?.textContent?.includes(words),
      words,
    );

  beforeAll(async () => {
    portal = await createPortal();
    browser = await start();
    options = await browser.newTab(`${browser.origin}/options.html`);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    sweep(profile);
  });

  test('before it is bound, nothing of Nametag is on its pages, and opening the popup there asks nobody', async () => {
    const tab = await browser.newTab(`${origin}/user/profile/personal`);
    await signInOn(tab, portal, 'ada');
    const mark = await portal.log.atRest(1000);
    expect(await hasShortcut(tab)).toBe(false);
    const popup = await browser.openPopup();
    await popup.waitFor('the offer to look it up', () => document.querySelector('[data-part=site]'));
    await staysTrue('nobody is asked', () => portal.log.since(mark).length === 0);
    await popup.close();
    await tab.close();
  });

  // The name of a host is "browsing activity" to Firefox, which asks before the first one is sent. Chromium has no such question.
  test.skipIf(browserName === 'chromium')('denied by the browser, no name of a host is sent', async () => {
    const mark = portal.log.mark();
    await options.activate();
    await lookUp('nobody.example.com');
    await browser.answer('deny');
    await says('Nothing was sent.');
    expect(portal.log.since(mark)).toEqual([]);
  });

  test('an address that is nobody’s portal says so; only the click asks', async () => {
    const mark = portal.log.mark();
    await options.activate();
    await lookUp('nobody.example.com');
    if (browserName === 'firefox') await browser.answer('allow');
    await says('is not the portal of a space');
    const asked = portal.log.since(mark);
    expect(asked.map(entry => [entry.host, entry.path, entry.authorization ?? null])).toEqual([
      ['spaces.nexudus.com', '/api/sys/businesses/getByHost', null],
    ]);
    expect((await state()).domains).toEqual({});
  });

  test('denied by the browser, nothing is left', async () => {
    await lookUp(`https://${host}/user/profile`);
    await says(`${host} is the portal of acme`);
    const before = await look();
    await options.click('[data-action=bind]');
    await answer('deny', options, before);
    await says('did not allow');
    expect(await state()).toEqual({ domains: {}, granted: false, scripts: [] });
  });

  test('two clicks in the popup over it bind that one origin: the shortcut is there at once, its tokens count', async () => {
    const tab = await browser.newTab(`${origin}/user/profile/personal`);
    const before = await look();
    const popup = await browser.openPopup();
    await popup.click('[data-part=site] [data-action=look-up]');
    await popup.waitFor(
      'its space',
      host =>
        document
          .querySelector('[data-part=site-status]')
          ?.textContent?.includes(`${host} is the portal of acme`),
      host,
    );
    await popup.click('[data-part=site] [data-action=bind]');
    // Chromium's question closes the popup: the rest happens in the background.
    await answer('allow', popup, before);
    await until('the domain to be bound', async () => {
      const { domains, granted, scripts } = await state();
      return domains[origin] === 'acme' && granted && scripts.join() === `${origin}/*`;
    });
    await tab.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
    if (!popup.closed) await popup.close();
    await tab.reload();
    await captured({ browser }, 'acme');
    await tab.close();
  });

  test('it is still bound after a restart, and “Connect” opens it, where the member is signed in', async () => {
    await browser.close();
    browser = await start();
    const popup = await browser.openPopup();
    await popup.click('[data-action=connect][data-space=acme]');
    await ready(popup);
    await popup.close();
    const tab = await browser.newTab(`${origin}/user/profile/personal`);
    await tab.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
    await captured({ browser }, 'acme');
    expect((await state()).scripts).toEqual([`${origin}/*`]);
  });

  test('removed in the options, permission, script and shortcut are gone', async () => {
    options = await browser.newTab(`${browser.origin}/options.html`);
    await options.click(`[data-origin="${origin}"] [data-action=unbind]`);
    await until('everything to be gone', async () => {
      const { domains, granted, scripts } = await state();
      return Object.keys(domains).length === 0 && !granted && scripts.length === 0;
    });
    const tab = await browser.newTab(`${origin}/user/profile/personal`);
    // A page of the portal's own that is opened later has its shortcut by then.
    const other = await browser.newTab(portalPage('acme'));
    await other.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
    await other.close();
    await staysTrue('there is no shortcut', async () => !(await hasShortcut(tab)));
  });
});
