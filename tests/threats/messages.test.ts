import { beforeAll, describe, expect } from 'vitest';
import { customOrigin } from '../../utils/portal/space';
import type { ExtensionApi, Json, Tab } from '../browsers/driver';
import { hostileMessages, isWellFormed, names, pageNames, requests } from './messages';
import { count, plural, threat } from './report';
import { scanText } from './sentinels';
import {
  asContentScript,
  asFramedScript,
  browserName,
  called,
  callingPage,
  ours,
  pause,
  secretsOf,
  useThreatStage,
} from './stage';

declare const browser: ExtensionApi;

describe(`a renderer that was taken over, in ${browserName}`, () => {
  const stage = useThreatStage();
  let tab: Tab;
  beforeAll(async () => {
    tab = await stage.signIn('ada');
  });

  const stored = () =>
    stage.browser.background.evaluate(async api =>
      JSON.stringify([await api.storage.session.get(null), await api.storage.local.get(null)]),
    );

  const contents = async () => {
    const [session, local] = JSON.parse(await stored());
    for (const moving of ['wanted', 'menu']) delete session[moving];
    return [session, local];
  };

  /** Whether an editor was asked for within the last seconds. */
  const wanted = () =>
    stage.browser.background.evaluate(async api => 'wanted' in (await api.storage.session.get('wanted')));

  const calls = (mark: number) => stage.portal.log.since(mark).map(({ method, path }) => `${method} ${path}`);

  threat('T21', 'only an editor may be asked for by a content script', async () => {
    expect(names.filter(name => !isWellFormed(name))).toEqual([]);
    // The page's own first calls are over.
    await pause(800);
    const [mark, before] = [stage.portal.log.mark(), await contents()];
    const speak = async (all: { name: string; request: unknown }[]) =>
      Promise.all(
        all.map(message =>
          browser.runtime.sendMessage(message).then(
            reply => (reply === undefined || reply === null ? 'nothing' : JSON.stringify(reply)),
            () => 'nothing',
          ),
        ),
      );
    const said = (names: readonly (typeof pageNames)[number][]) =>
      names.map(name => ({ name, request: requests[name] }));
    const replies = await asContentScript(stage, tab, speak, said(pageNames));
    await pause(500);
    expect(replies).toEqual(pageNames.map(() => 'nothing'));
    expect(calls(mark)).toEqual([]);
    expect(await contents()).toEqual(before);

    // In a frame of the portal in the portal, not even an editor may be asked for.
    stage.portal.pages.set('acme.nexudus.site', '/inner', '<!doctype html><p>inner</p>');
    stage.portal.pages.set(
      'acme.nexudus.site',
      '/outer',
      '<!doctype html><p>page</p><iframe src="/inner"></iframe>',
    );
    const outer = await stage.browser.newTab('https://acme.nexudus.site/outer');
    await outer.waitFor('the frame', () =>
      document.querySelector('iframe')?.contentDocument?.querySelector('p'),
    );
    expect(await asFramedScript(stage, outer, speak, said(names))).toEqual(names.map(() => 'nothing'));
    await pause(500);
    expect(await contents()).toEqual(before);
    expect(await wanted()).toBe(false);
    await outer.close();
    await tab.activate();

    // The same messages from a page of ours are heard, and so is the one that a content script may send.
    const page = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
    const heard = await page.evaluate(async request => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
      return JSON.stringify(await (browser ?? chrome).runtime.sendMessage({ name: 'refresh', request }));
    }, requests.refresh);
    expect(JSON.parse(heard)).toMatchObject({ ok: true });
    await page.close();
    await tab.activate();
    const opened = await asContentScript(stage, tab, async () =>
      JSON.stringify(
        (await browser.runtime.sendMessage({ name: 'openEditor', request: { section: 'billing' } })) ?? null,
      ),
    );
    expect(opened).toBe('null');
    expect(await wanted()).toBe(true);
    const popup = await stage.browser.waitForPopup();
    await popup.close();
    return [
      `${names.length} messages from a real content script and from one in a frame`,
      `${pageNames.length} and ${names.length} refused, openEditor of the first heard`,
    ];
  });

  /** Sends all of them at once as the content script and gives how many were answered. */
  const send = (messages: Json[]) =>
    asContentScript(
      stage,
      tab,
      async all => {
        const replies = await Promise.all(
          all.map(message =>
            browser.runtime.sendMessage(message).then(
              reply => reply,
              () => undefined,
            ),
          ),
        );
        return replies.filter(reply => reply !== undefined && reply !== null).length;
      },
      messages,
    );
  threat('T24', 'messages of every shape have no effect', async () => {
    const many = count(2_000, 10_000);
    const batch = hostileMessages(many);
    // The editor of the test before has read the portal.
    await pause(1_500);
    const [mark, before, tabs] = [
      stage.portal.log.mark(),
      await contents(),
      (await stage.browser.tabs()).length,
    ];
    let answers = 0;
    for (let from = 0; from < many; from += 250) answers += await send(batch.slice(from, from + 250));
    await pause(300);
    expect(answers).toBe(0);
    expect(calls(mark)).toEqual([]);
    expect(await contents()).toEqual(before);
    expect((await stage.browser.tabs()).length).toBe(tabs);

    // The one message that is allowed, as fast as it goes.
    const allowed = count(500, 2_000);
    const began = Date.now();
    await send(Array.from({ length: allowed }, () => ({ name: 'openEditor', request: requests.openEditor })));
    await pause(1_000);
    const seconds = Math.ceil((Date.now() - began) / 1_000);
    const opened = (await stage.browser.tabs()).length - tabs;
    expect(opened).toBeLessThanOrEqual(seconds);
    expect(stage.portal.log.since(mark).filter(({ method }) => method !== 'GET')).toEqual([]);
    // A popup, or the editor's page where a second message came while the popup was open: both are put away.
    const popup = await Promise.race([stage.browser.waitForPopup(), pause(1_500)]).catch(() => undefined);
    expect(popup !== undefined || opened > 0).toBe(true);
    await popup?.close();
    for (const each of await stage.browser.tabs())
      if ((await each.url()).startsWith(stage.browser.origin)) await each.close();
    await tab.activate();
    return [
      plural(many + allowed, 'hostile messages'),
      `0 requests, 0 answers, ${opened} tabs in ${seconds} s`,
    ];
  });

  threat('T23', 'a content script reads no profile, no token and no draft', async () => {
    const popup = await stage.openEditor('professional');
    await popup.fill('#field-Position', 'Drafted-Position-4711');
    await popup.close();
    const read = await asContentScript(stage, tab, async () => {
      const attempt = async (read: () => unknown) => {
        try {
          return JSON.stringify(await read()) ?? 'undefined';
        } catch (error) {
          return `refused: ${String(error)}`;
        }
      };
      return {
        session: await attempt(() => browser.storage.session.get(null)),
        local: await attempt(() => browser.storage.local.get(null)),
        sync: await attempt(() =>
          (browser.storage as unknown as Record<string, { get(key: null): unknown }>).sync?.get(null),
        ),
        databases: await attempt(() => indexedDB.databases()),
        caches: await attempt(() => caches.keys()),
        background: await attempt(() =>
          Object.keys(
            (
              browser as unknown as { extension?: { getBackgroundPage?(): object } }
            ).extension?.getBackgroundPage?.() ?? {},
          ),
        ),
        page: await attempt(async () => (await fetch(browser.runtime.getURL('/editor.html'))).status),
      };
    });
    expect(read.session).toMatch(/^(refused|undefined)/);
    const allowed = ['settings', 'spaces', 'domains', 'hints', 'presets', 'shape'];
    expect(Object.keys(JSON.parse(read.local)).filter(key => !allowed.includes(key))).toEqual([]);
    const { email, fullName } = stage.portal.member('ada');
    const personal = [
      ...secretsOf(stage),
      ...['Drafted-Position-4711', email, fullName].map(value => ({ name: value, value })),
    ];
    expect(scanText(personal, 'content script', JSON.stringify(read))).toEqual([]);
    expect(read.page).toMatch(/^refused/);
    // What is looked for is there: the background itself reads it.
    const hits = scanText(personal, 'background', await stored());
    expect(new Set(hits.map(({ name }) => name))).toEqual(
      new Set(['token', 'Drafted-Position-4711', email, fullName]),
    );

    // What it writes there is parsed like anything from outside, and binds no host of Nexudus to a space.
    const evil = stage.portal.issueToken('grace', 'acme').access;
    const api = 'https://acme.spaces.nexudus.com/api/public/configuration';
    stage.portal.pages.set('evil.nexudus.site', '/bound', callingPage([{ url: api, token: evil }]));
    await asContentScript(stage, tab, async () => {
      await browser.storage.local.set({
        settings: { language: '__proto__', theme: 5, surface: 'javascript:', launcher: [] },
        spaces: [{ space: '../evil', generation: 'v9' }],
        domains: { 'https://evil.nexudus.site': 'acme' },
        hints: '<img src=x onerror=alert(1)>',
        presets: { domains: ['evil.test'] },
      });
      return null;
    });
    const mark = stage.portal.log.mark();
    const bound = await stage.browser.newTab('https://evil.nexudus.site/bound');
    await called(bound);
    await pause(700);
    expect(ours(stage, mark).filter(({ authorization }) => authorization?.endsWith(evil))).toEqual([]);
    expect(await stored()).not.toContain(evil);
    await bound.close();
    await tab.activate();
    const again = await stage.openEditor('professional');
    expect(await again.evaluate(() => document.querySelectorAll('[data-row]').length)).toBeGreaterThan(10);
    await again.close();
    await stage.browser.background.evaluate(api => api.storage.local.clear());
    return [
      `${Object.keys(read).length} places read, 5 settings written`,
      '0 sentinels, only settings and spaces; 0 domains bound',
    ];
  });

  threat('T22', 'nothing is ever sent to a content script', async () => {
    await asContentScript(stage, tab, () => {
      const heard: string[] = [];
      (globalThis as unknown as { heard: string[] }).heard = heard;
      browser.runtime.onMessage.addListener(message => void heard.push(JSON.stringify(message)));
      browser.runtime.onConnect.addListener(port => {
        heard.push(`port ${port.name}`);
        port.onMessage.addListener(message => void heard.push(JSON.stringify(message)));
      });
      return null;
    });
    const popup = await stage.openEditor('professional');
    await popup.fill('#field-Position', 'Poet');
    await popup.click('[data-action=save]');
    await popup.waitFor('the save', () =>
      document.querySelector('[data-part=status]')?.textContent?.includes('Saved'),
    );
    await popup.close();
    const heard = () =>
      asContentScript(stage, tab, () => (globalThis as unknown as { heard: string[] }).heard);
    expect(await heard()).toEqual([]);
    // The ear works: a message that the test itself sends is heard.
    const url = await tab.url();
    await stage.browser.background.evaluate(async (api, url) => {
      const found = (await api.tabs.query({})).find(one => one.url === url);
      await api.tabs.sendMessage(found?.id ?? 0, 'a control').catch(() => {});
    }, url);
    expect(await heard()).toEqual(['"a control"']);
    return ['1 edit, 1 save, listened to in the page', '0 messages'];
  });

  threat('T12', 'a domain is bound only after a look-up, a click and a grant', async () => {
    const origin = 'https://members.example.com';
    expect(customOrigin(origin)).toBe(origin);
    const page = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
    const ask = (name: string, request: Record<string, string>) =>
      page.evaluate(
        async (name, request) => {
          const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
          return JSON.stringify((await (browser ?? chrome).runtime.sendMessage({ name, request })) ?? null);
        },
        name,
        request,
      );
    const domains = async () =>
      stage.browser.background.evaluate(async api =>
        JSON.stringify((await api.storage.local.get('domains')).domains ?? {}),
      );

    // Without a look-up; for another space than the one that was named; and without the browser's grant.
    expect(JSON.parse(await ask('bindDomain', { origin, space: 'acme' }))).toMatchObject({ ok: false });
    expect(JSON.parse(await ask('lookUp', { origin }))).toEqual({ ok: true, value: 'acme' });
    expect(JSON.parse(await ask('bindDomain', { origin, space: 'kodama' }))).toMatchObject({ ok: false });
    expect(await domains()).toBe('{}');
    expect(JSON.parse(await ask('bindDomain', { origin, space: 'acme' }))).toEqual({
      ok: true,
      value: false,
    });
    expect(await domains()).toBe('{}');
    const lookUps = stage.portal.log.to('spaces.nexudus.com');
    expect(lookUps.filter(({ authorization }) => authorization)).toEqual([]);
    expect(new Set(lookUps.map(({ path }) => path))).toEqual(new Set(['/api/sys/businesses/getByHost']));
    await page.close();
    return ['3 ways to bind without the grant', '0 domains bound, look-up without a token'];
  });
});
