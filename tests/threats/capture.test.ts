import { describe, expect } from 'vitest';
import type { ExtensionApi, Tab } from '../browsers/driver';
import { until as waitUntil } from '../browsers/waiting';
import { ask } from './ask';
import { changedBuild } from './builds';
import { count, plural, threat } from './report';
import { browserName, called, callingPage, pause, restart, useThreatStage } from './stage';

const api = 'https://acme.spaces.nexudus.com/api/public/configuration';
/** The look-up of an identity: made by us for every token that was captured, and by nobody else here. */
const lookUp = '/api/public/coworkers/profiles';
/** A background that was just started looks a token up at once. */
const quiet = 1_000;

// The custom domain as if its permission had been given: a headless browser has nobody to give it.
const extension = changedBuild(manifest => ({
  ...manifest,
  host_permissions: [...manifest.host_permissions, 'https://members.example.com/*'],
}));

describe(`tokens of others in ${browserName}`, () => {
  const stage = useThreatStage({ launch: { extension } });
  const tokenFor = () => stage.portal.issueToken('ada', 'acme').access;
  const asked = (token: string) =>
    stage.portal.log.entries.filter(entry => entry.path === lookUp && entry.authorization?.endsWith(token));
  const stored = () =>
    stage.browser.background.evaluate(async api => JSON.stringify(await api.storage.session.get(null)));
  /** A background that remembers nothing: no earlier token makes it wait. */
  const forgetAll = async () => {
    await stage.browser.background.evaluate(api => api.storage.session.clear());
    await restart(stage);
  };
  const bind = (domains: Record<string, string>) =>
    waitUntil('the background to take the domains', async () => {
      await stage.browser.background.evaluate(
        (api, bound) => api.storage.local.set({ domains: bound }),
        domains,
      );
      return true;
    });

  async function open(host: string, html: string, path = '/threat'): Promise<Tab> {
    stage.portal.pages.set(host, path, html);
    return stage.browser.newTab(`https://${host}${path}`);
  }
  const call = async (host: string, token: string, path?: string) => {
    const tab = await open(host, callingPage([{ url: api, token }]), path);
    await called(tab);
    await tab.close();
  };
  const framed = (token: string, src: string, frameHost: string, path: string) => {
    stage.portal.pages.set(frameHost, path, callingPage([{ url: api, token }]));
    return `<!doctype html><p>outer</p><iframe src="${src}"></iframe>`;
  };
  const until = (token: string) =>
    stage.portal.log.until(
      'the call',
      entry => !!entry.authorization?.endsWith(token) && entry.method === 'GET',
    );

  threat(
    'T06',
    'a token is taken from the portal of its own space only',
    async () => {
      const legitimate: [string, (token: string) => Promise<void>][] = [
        ['the portal', token => call('acme.nexudus.site', token)],
        ['the older portal', token => call('acme.spaces.nexudus.com', token)],
        [
          'a bound custom domain',
          async token => {
            await bind({ 'https://members.example.com': 'acme' });
            await call('members.example.com', token);
          },
        ],
      ];
      const srcdoc = (token: string) =>
        `<!doctype html><p>outer</p><iframe sandbox="allow-scripts" srcdoc="${callingPage([
          { url: api, token },
        ])
          .replaceAll('&', '&amp;')
          .replaceAll('"', '&quot;')}"></iframe>`;
      const others: [string, (token: string) => Promise<void>][] = [
        ['another tenant', token => call('evil.nexudus.site', token)],
        ['another tenant’s older portal', token => call('evil.spaces.nexudus.com', token)],
        ['a domain that nobody bound', token => call('members.example.com', token)],
        [
          'a domain bound to another space',
          async token => {
            await bind({ 'https://members.example.com': 'kodama' });
            await call('members.example.com', token);
            await bind({});
          },
        ],
        ['the bare domain', token => call('nexudus.site', token)],
        [
          'the portal in a frame of another tenant',
          async token => {
            const src = 'https://acme.nexudus.site/framed';
            await open('evil.nexudus.site', framed(token, src, 'acme.nexudus.site', '/framed'), '/outer');
            await until(token);
          },
        ],
        [
          'another tenant in a frame of the portal',
          async token => {
            const src = 'https://evil.nexudus.site/framed';
            await open('acme.nexudus.site', framed(token, src, 'evil.nexudus.site', '/framed'), '/outer');
            await until(token);
          },
        ],
        [
          'a sandboxed document in the portal',
          async token => {
            await open('acme.nexudus.site', srcdoc(token), '/sandbox');
            await until(token);
          },
        ],
        [
          'the portal’s own frame in the portal',
          async token => {
            const src = 'https://acme.nexudus.site/inner';
            await open('acme.nexudus.site', framed(token, src, 'acme.nexudus.site', '/inner'), '/outer2');
            await until(token);
          },
        ],
      ];

      await forgetAll();
      const captured: string[] = [];
      const planted = new Map<string, string>();
      for (const [name, make] of others) {
        const token = tokenFor();
        planted.set(name, token);
        await make(token);
      }
      await pause(quiet);
      for (const [name, token] of planted) if (asked(token).length > 0) captured.push(name);
      for (const token of planted.values()) expect(await stored()).not.toContain(token);

      for (const [name, make] of legitimate) {
        await forgetAll();
        const token = tokenFor();
        await make(token);
        await stage.portal.log.until('our look-up', () => asked(token).length > 0).catch(() => {});
        await pause(300);
        if (asked(token).length > 0 && (await stored()).includes(token)) captured.push(name);
      }
      expect(captured).toEqual(legitimate.map(([name]) => name));
      return [
        plural(others.length + legitimate.length, 'initiator variants'),
        `${captured.length} captured (the legitimate ones)`,
      ];
    },
    120_000,
  );

  threat(
    'T09',
    'frames get no shortcut and show no token',
    async () => {
      await bind({});
      await forgetAll();
      const marks: string[] = [];
      const page = (token: string) => callingPage([{ url: api, token }]);
      const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      const framings: [string, string, (token: string) => string][] = [
        [
          'foreign frame',
          'evil.nexudus.site',
          () => '<iframe src="https://acme.nexudus.site/shown"></iframe>',
        ],
        ['own frame', 'acme.nexudus.site', () => '<iframe src="https://acme.nexudus.site/shown"></iframe>'],
        [
          'sandboxed srcdoc',
          'acme.nexudus.site',
          token => `<iframe sandbox="allow-scripts" srcdoc="${escaped(page(token))}"></iframe>`,
        ],
        ['srcdoc', 'acme.nexudus.site', token => `<iframe srcdoc="${escaped(page(token))}"></iframe>`],
        [
          'blob',
          'acme.nexudus.site',
          token =>
            `<iframe id="f"></iframe><script>f.src = URL.createObjectURL(new Blob([${JSON.stringify(page(token)).replaceAll('</', '<\\/')}], { type: 'text/html' }));</script>`,
        ],
      ];
      // Every framed page tells the outermost one what it finds of ours in itself.
      const tell = `<script>setTimeout(() => top.postMessage({ mark: document.querySelectorAll('[data-nametag]').length }, '*'), 2500);</script>`;
      const opened: [name: string, token: string, tab: Tab][] = [];
      for (const [name, host, make] of framings) {
        const token = tokenFor();
        stage.portal.pages.set('acme.nexudus.site', '/shown', callingPage([{ url: api, token }], tell));
        const html = `<!doctype html><script>addEventListener('message', ({ data }) => { if (data.mark !== undefined) document.documentElement.dataset.marks = data.mark; });</script>${make(token)}`;
        const tab = await open(host, html, '/framing');
        await until(token);
        opened.push([name, token, tab]);
      }
      await pause(2_500);
      for (const [name, , tab] of opened) {
        const found = name.endsWith('frame')
          ? await tab.waitFor('the frame', () => document.documentElement.dataset.marks)
          : await tab.evaluate(() => {
              const inner = document.querySelector('iframe')?.contentDocument;
              return String(inner?.querySelectorAll('[data-nametag]').length ?? 0);
            });
        if (found !== '0') marks.push(name);
        await tab.close();
      }
      const tokens = opened.map(([, token]) => token);
      await pause(quiet);
      expect(marks).toEqual([]);
      expect(tokens.flatMap(asked)).toEqual([]);
      // The same page on its own gets its shortcut, and its token is taken.
      const token = tokenFor();
      const tab = await open('acme.nexudus.site', callingPage([{ url: api, token }]), '/alone');
      await tab.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
      await stage.portal.log.until('our look-up', () => asked(token).length > 0);
      await tab.close();
      return [plural(framings.length, 'framings'), '0 injections, 0 captures'];
    },
    90_000,
  );

  threat('T10', 'a worker of the page shows no token', async () => {
    await forgetAll();
    const token = tokenFor();
    const call = `fetch(${JSON.stringify(api)}, { headers: { authorization: 'Bearer ${token}' } })`;
    stage.portal.pages.set(
      'acme.nexudus.site',
      '/sw.js',
      `self.addEventListener('message', () => ${call});`,
      {
        'content-type': 'text/javascript',
      },
    );
    const tab = await open(
      'acme.nexudus.site',
      `<!doctype html><p>page</p><script>
navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(({ active }) => active.postMessage('go'));
</script>`,
      '/worker',
    );
    await until(token);
    await pause(quiet);
    expect(asked(token)).toEqual([]);
    expect(await stored()).not.toContain(token);
    await tab.evaluate(async () => {
      for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
    });
    await tab.close();
    return ['1 service worker replays a token', '0 captures'];
  });

  threat('T13', 'other sites show no token', async () => {
    await forgetAll();
    const hosts = [
      'one.example.com',
      'two.example.com',
      'acme.nexudus.com',
      'nexudus.com',
      'spaces.nexudus.com',
    ];
    const tokens: string[] = [];
    for (const host of hosts.filter(host => host !== 'nexudus.com')) {
      const token = tokenFor();
      tokens.push(token);
      await call(host, token);
    }
    await pause(quiet);
    expect(tokens.flatMap(asked)).toEqual([]);
    for (const token of tokens) expect(await stored()).not.toContain(token);
    return [plural(tokens.length, 'other sites'), '0 captures'];
  });

  threat('T08', 'a flood of tokens costs three look-ups at most', async () => {
    await forgetAll();
    const first = tokenFor();
    await call('acme.nexudus.site', first);
    await stage.portal.log.until('the first look-up', () => asked(first).length > 0);
    const mark = stage.portal.log.mark();
    const many = count(200, 1_000);
    const began = Date.now();
    const tab = await open(
      'acme.nexudus.site',
      `<!doctype html><p>page</p><script>
globalThis.flood = (async () => {
  for (let n = 0; n < ${many}; n += 1) {
    fetch(${JSON.stringify(api)}, { headers: { authorization: 'Bearer flood.' + String(n).padStart(30, '0') } }).catch(() => {});
    if (n % 20 === 19) await new Promise(go => setTimeout(go, 200));
  }
  document.documentElement.dataset.called = 'yes';
})();
</script>`,
      '/flood',
    );
    await pause(2_000);
    const popup = await stage.browser.openPopup();
    const waits = await popup.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
      const waits: number[] = [];
      for (let turn = 0; turn < 9; turn += 1) {
        const began = performance.now();
        // Refused at once, for that is no space: what is measured is how soon the background comes to it.
        await (browser ?? chrome).runtime.sendMessage({ name: 'connect', request: { space: 'no space' } });
        waits.push(performance.now() - began);
        await new Promise(go => setTimeout(go, 50));
      }
      return waits.sort((a, b) => a - b);
    });
    const wait = waits[4] ?? Number.POSITIVE_INFINITY;
    await popup.close();
    await tab.waitFor('the flood to be over', () => document.documentElement.dataset.called === 'yes');
    const seconds = (Date.now() - began) / 1_000;
    const lookUps = stage.portal.log
      .since(mark)
      .filter(({ path, method }) => path === lookUp && method === 'GET');
    const bytes = (await stored()).length;
    // One every five seconds: three in ten.
    expect(lookUps.length).toBeLessThanOrEqual(1 + Math.floor(seconds / 5));
    expect(lookUps.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(65_536);
    expect(wait).toBeLessThan(200);
    await tab.close();
    return [
      `${plural(many, 'tokens')} in ${Math.round(seconds)} s`,
      `${lookUps.length} look-ups, ${Math.round(bytes / 1024)} KB stored, popup answered in ${Math.round(wait)} ms`,
    ];
  });

  threat('T42', 'private windows show no token', async () => {
    await forgetAll();
    const token = tokenFor();
    stage.portal.pages.set('acme.nexudus.site', '/private', callingPage([{ url: api, token }]));
    const tab = await stage.browser.newTab('https://acme.nexudus.site/private', { private: true });
    await called(tab);
    await pause(quiet);
    expect(asked(token)).toEqual([]);
    expect(await tab.evaluate(() => document.querySelectorAll('[data-nametag]').length)).toBe(0);
    await tab.close();
    // The same page in an ordinary window.
    const same = await stage.browser.newTab('https://acme.nexudus.site/private');
    await stage.portal.log.until('our look-up', () => asked(token).length > 0);
    await same.close();
    return ['1 private window', '0 captures, 0 injections'];
  });

  threat('T43', 'two containers, two members: each has its own seat', async () => {
    // What the test before showed is looked after by now.
    await pause(quiet);
    await forgetAll();
    const people = [
      ['ada', 1],
      ['grace', 2],
    ] as const;
    const seats: Record<string, string> = {};
    for (const [member, container] of people) {
      const token = stage.portal.issueToken(member, 'acme').access;
      stage.portal.pages.set('acme.nexudus.site', '/contained', callingPage([{ url: api, token }]));
      const tab = await stage.browser.newTab('https://acme.nexudus.site/contained', { container });
      await called(tab);
      seats[member] = `acme@firefox-container-${container}`;
    }
    await pause(2_000);
    const kept = await stage.browser.background.evaluate(api => api.storage.session.get(null));
    const owner = (seat = '') =>
      (kept[`snapshot/${seat}`] as { owner: { user: number }; member: { name: string } } | undefined)?.owner
        .user;
    expect(owner(seats.ada)).toBe(stage.portal.member('ada').id);
    expect(owner(seats.grace)).toBe(stage.portal.member('grace').id);
    expect(kept['snapshot/acme']).toBeUndefined();
    // Each writes its own; a seat that is asked to write the other's refuses.
    const page = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
    const profile = (member: string) => stage.portal.currentProfile(member, 'acme');
    const save = (seat: string, member: string) =>
      ask(page, 'save', {
        seat: seats[seat] ?? '',
        owner: { space: 'acme', user: stage.portal.member(member).id, profile: profile(member) },
        saveId: `${seat} ${member}`,
        edits: {
          NickName: {
            base: String(stage.portal.record(profile(member)).NickName ?? ''),
            value: `Of ${seat} for ${member}`,
          },
        },
      });
    for (const member of ['ada', 'grace'])
      expect(await save(member, member)).toMatchObject({ saved: ['NickName'] });
    const mark = stage.portal.log.mark();
    expect(await save('ada', 'grace')).toMatchObject({ saved: [], problem: { code: 'otherProfile' } });
    expect(await save('grace', 'ada')).toMatchObject({ saved: [], problem: { code: 'otherProfile' } });
    expect(stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH')).toEqual([]);
    for (const member of ['ada', 'grace'])
      expect(stage.portal.record(profile(member)).NickName).toBe(`Of ${member} for ${member}`);
    await page.close();
    return ['2 containers, 2 members, 4 saves', '2 in their own profiles, 0 crossings'];
  });
});
