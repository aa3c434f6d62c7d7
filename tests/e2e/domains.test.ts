import { beforeEach, describe, expect, test } from 'vitest';
import type { Tab } from '../browsers/driver';
import { staysTrue, until } from '../browsers/waiting';
import { answerQuestion, beforeQuestion } from './question';
import { browserName, captured, portalPage, ready, signInOn, useStage } from './stage';

const host = 'members.example.com';
const origin = `https://${host}`;
/** A portal with an address of its own: bound by two clicks and the browser's own question, used, restarted, removed. */
describe(`a custom domain in ${browserName}`, () => {
  const stage = useStage({
    restarts: true,
    // Chromium's question is answered with the keyboard of a display.
    launch: { hosts: [host], headed: browserName === 'chromium' && 'apart' },
  });
  let options: Tab;
  beforeEach(async () => {
    options = await stage.browser.newTab(`${stage.browser.origin}/options.html`);
  });

  const state = () =>
    stage.browser.background.evaluate(async (api, pattern) => {
      const { domains } = await api.storage.local.get('domains');
      return {
        domains: (domains ?? {}) as Record<string, string>,
        granted: await api.permissions.contains({ origins: [pattern] }),
        scripts: (await api.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
      };
    }, `${origin}/*`);
  const hasShortcut = (tab: Tab) =>
    tab.evaluate(() => document.querySelectorAll('[data-nametag]').length > 0);
  // The name of a host is "browsing activity" to Firefox, which asks before the first one is sent. Chromium has no such question.
  const allowName = (how: 'allow' | 'deny' = 'allow') =>
    browserName === 'firefox' ? stage.browser.answer(how) : undefined;
  const lookUp = async (typed: string, how?: 'allow' | 'deny') => {
    await options.fill('#domain', typed);
    await options.click('[data-action=look-up]');
    await allowName(how);
  };
  const says = (words: string) =>
    options.waitFor(
      `“${words}”`,
      words => document.querySelector('[data-part=domain-status]')?.textContent?.includes(words),
      words,
    );

  test('before it is bound, nothing of Nametag is on its pages, and opening the popup there asks nobody', async () => {
    const tab = await stage.browser.newTab(`${origin}/user/profile/personal`);
    await signInOn(tab, stage.portal, 'ada');
    const mark = await stage.portal.log.atRest(1000);
    expect(await hasShortcut(tab)).toBe(false);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('the offer to look it up', () => document.querySelector('[data-part=site]'));
    await staysTrue('nobody is asked', () => stage.portal.log.since(mark).length === 0);
    await popup.close();
    await tab.close();
  });

  test.skipIf(browserName === 'chromium')('denied by the browser, no name of a host is sent', async () => {
    const mark = stage.portal.log.mark();
    await lookUp('nobody.example.com', 'deny');
    await says('Nothing was sent.');
    expect(stage.portal.log.since(mark)).toEqual([]);
  });

  test('an address that is nobody’s portal says so; only the click asks', async () => {
    const mark = stage.portal.log.mark();
    await lookUp('nobody.example.com');
    await says('is not the portal of a space');
    const asked = stage.portal.log.since(mark);
    expect(asked.map(entry => [entry.host, entry.path, entry.authorization ?? null])).toEqual([
      ['spaces.nexudus.com', '/api/sys/businesses/getByHost', null],
    ]);
    expect((await state()).domains).toEqual({});
  });

  test('denied by the browser, nothing is left', async () => {
    await lookUp(`https://${host}/user/profile`);
    await says(`${host} is the portal of acme`);
    const before = await beforeQuestion(stage.browser);
    await options.click('[data-action=bind]');
    await answerQuestion(stage.browser, 'deny', before);
    await says('did not allow');
    expect(await state()).toEqual({ domains: {}, granted: false, scripts: [] });
  });

  // One story: only who may grant something can remove it.
  test('two clicks in the popup over it bind that one origin, also after a restart, until it is removed in the options', async () => {
    const tab = await stage.browser.newTab(`${origin}/user/profile/personal`);
    await signInOn(tab, stage.portal, 'ada');
    const before = await beforeQuestion(stage.browser);
    const popup = await stage.browser.openPopup();
    await popup.click('[data-part=site] [data-action=look-up]');
    await allowName();
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
    await answerQuestion(stage.browser, 'allow', before, popup);
    await until('the domain to be bound', async () => {
      const { domains, granted, scripts } = await state();
      return domains[origin] === 'acme' && granted && scripts.join() === `${origin}/*`;
    });
    await tab.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
    if (!popup.closed) await popup.close();
    await tab.reload();
    await captured(stage, 'acme');
    await tab.close();

    // “Connect” opens it, where the member is signed in.
    await stage.restart();
    const connecting = await stage.browser.openPopup();
    await connecting.click('[data-action=connect][data-space=acme]');
    await ready(connecting);
    await connecting.close();
    const still = await stage.browser.newTab(`${origin}/user/profile/personal`);
    await still.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
    await captured(stage, 'acme');
    expect((await state()).scripts).toEqual([`${origin}/*`]);

    options = await stage.browser.newTab(`${stage.browser.origin}/options.html`);
    await options.click(`[data-origin="${origin}"] [data-action=unbind]`);
    await until('everything to be gone', async () => {
      const { domains, granted, scripts } = await state();
      return Object.keys(domains).length === 0 && !granted && scripts.length === 0;
    });
    const bare = await stage.browser.newTab(`${origin}/user/profile/personal`);
    // A page of the portal's own that is opened later has its shortcut by then.
    const other = await stage.browser.newTab(portalPage('acme'));
    await other.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
    await other.close();
    await staysTrue('there is no shortcut', async () => !(await hasShortcut(bare)));
  });
});
