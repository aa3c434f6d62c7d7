import { describe, expect } from 'vitest';
import { customOrigin } from '../../utils/portal/space';
import type { ExtensionApi, Json, Tab } from '../browsers/driver';
import { staysTrue, until } from '../browsers/waiting';
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
  secretsOf,
  useThreatStage,
} from './stage';
import { useTokens } from './tokens';

declare const browser: ExtensionApi;

describe(`a renderer that was taken over, in ${browserName}`, () => {
  let tab: Tab;
  const stage = useThreatStage({
    async begin() {
      tab = await stage.signIn('ada');
    },
  });
  const { control } = useTokens(stage);

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
    const [mark, before] = [await stage.portal.log.atRest(), await contents()];
    const hasNoEffect = async () => {
      expect([calls(mark), await contents()]).toEqual([[], before]);
      return true;
    };
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
    expect(replies).toEqual(pageNames.map(() => 'nothing'));
    await staysTrue('what a content script says has no effect', hasNoEffect);

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
    await staysTrue('what a script in a frame says has no effect', async () => {
      expect([await contents(), await wanted()]).toEqual([before, false]);
      return true;
    });
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
  /** When each editor was asked for from now on, as the background notes it. */
  const watchOpenings = async () => {
    await stage.browser.background.evaluate(api => {
      const times: number[] = [];
      (globalThis as unknown as { openings: number[] }).openings = times;
      api.storage.session.onChanged.addListener(({ wanted }) => {
        const asked = wanted?.newValue as { at: number } | undefined;
        if (asked) times.push(asked.at);
      });
    });
    return () =>
      stage.browser.background.evaluate(() => (globalThis as unknown as { openings: number[] }).openings);
  };
  /** The surfaces of ours that are open with an editor; undefined while there are none. */
  const openEditors = () =>
    stage.browser.background.evaluate(async api => {
      const contexts = await api.runtime.getContexts({});
      const open = contexts.flatMap(
        ({ documentUrl = '' }) => /\/(popup|sidepanel|editor)\.html/.exec(documentUrl)?.[1] ?? [],
      );
      return open.length > 0 ? open : null;
    });
  threat('T24', 'messages of every shape have no effect', async () => {
    const many = count(2_000, 10_000);
    const batch = hostileMessages(many);
    // The editor of the test before has read the portal.
    const [mark, before, tabs] = [
      await stage.portal.log.atRest(),
      await contents(),
      (await stage.browser.tabs()).length,
    ];
    let answers = 0;
    for (let from = 0; from < many; from += 250) answers += await send(batch.slice(from, from + 250));
    expect(answers).toBe(0);
    await staysTrue('messages of every shape have no effect', async () => {
      expect([calls(mark), await contents(), (await stage.browser.tabs()).length]).toEqual([
        [],
        before,
        tabs,
      ]);
      return true;
    });

    // The one message that is allowed, as fast as it goes: by the background's own clock it opens one editor a second.
    const allowed = count(500, 2_000);
    const openings = await watchOpenings();
    await send(Array.from({ length: allowed }, () => ({ name: 'openEditor', request: requests.openEditor })));
    const times = await until('an editor to be asked for', async () => {
      const times = await openings();
      return times.length > 0 ? times : undefined;
    });
    for (const [at, time] of times.slice(1).entries())
      expect(time - (times[at] ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect((await stage.browser.tabs()).length - tabs).toBeLessThanOrEqual(times.length);
    expect(stage.portal.log.since(mark).filter(({ method }) => method !== 'GET')).toEqual([]);
    // A popup, or the editor's page where a second message came while the popup was open: both are put away.
    const open = await until('an editor to be open', openEditors);
    if (open.includes('popup')) await stage.browser.waitForPopup().then(popup => popup.close());
    for (const each of await stage.browser.tabs())
      if ((await each.url()).startsWith(stage.browser.origin)) await each.close();
    await tab.activate();
    return [
      plural(many + allowed, 'hostile messages'),
      `0 requests, 0 answers, editors opened a second apart at least: ${times.length}`,
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
    await control();
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
