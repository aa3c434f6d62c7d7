import { describe, expect } from 'vitest';
import type { Tab } from '../browsers/driver';
import { staysTrue, until as waitUntil } from '../browsers/waiting';
import { changedBuild } from './builds';
import { plural, threat } from './report';
import { browserName, callingPage, useThreatStage } from './stage';
import { api, useTokens } from './tokens';

// The custom domain as if its permission had been given: a headless browser has nobody to give it.
const extension = changedBuild(manifest => ({
  ...manifest,
  host_permissions: [...manifest.host_permissions, 'https://members.example.com/*'],
}));

/** What a frame of another origin says that it finds of ours in itself. */
const marksOfFrame = () =>
  new Promise<number>(resolve => {
    addEventListener('message', ({ data }) => resolve(data.marks), { once: true });
    frames[0]?.postMessage('how many?', '*');
  });
/** What is in a frame of the same origin. */
const marksInFrame = () =>
  document.querySelector('iframe')?.contentDocument?.querySelectorAll('[data-nametag]').length ?? 0;

describe(`tokens of others in ${browserName}`, () => {
  const stage = useThreatStage({ launch: { extension } });
  const { open, tokenFor, asked, stored, forgetAll, call, control, until } = useTokens(stage);
  const bind = (domains: Record<string, string>) =>
    waitUntil('the background to take the domains', async () => {
      await stage.browser.background.evaluate(
        (api, bound) => api.storage.local.set({ domains: bound }),
        domains,
      );
      return true;
    });

  const framed = (token: string, src: string, frameHost: string, path: string) => {
    stage.portal.pages.set(frameHost, path, callingPage([{ url: api, token }]));
    return `<!doctype html><p>outer</p><iframe src="${src}"></iframe>`;
  };
  threat('T06', 'a token is taken from the portal of its own space only', async () => {
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
      `<!doctype html><p>outer</p><iframe sandbox="allow-scripts" srcdoc="${callingPage([{ url: api, token }])
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
    await control();
    for (const [name, token] of planted) if (asked(token).length > 0) captured.push(name);
    for (const token of planted.values()) expect(await stored()).not.toContain(token);

    for (const [name, make] of legitimate) {
      await forgetAll();
      const token = tokenFor();
      await make(token);
      await stage.portal.log.until(`our look-up for ${name}`, () => asked(token).length > 0);
      await waitUntil(`the token of ${name} to be kept`, async () => (await stored()).includes(token));
      captured.push(name);
    }
    expect(captured).toEqual(legitimate.map(([name]) => name));
    return [
      plural(others.length + legitimate.length, 'initiator variants'),
      `${captured.length} captured (the legitimate ones)`,
    ];
  });

  threat('T09', 'frames get no shortcut and show no token', async () => {
    await bind({});
    await forgetAll();
    const page = (token: string) => callingPage([{ url: api, token }]);
    const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const framings: [string, string, (token: string) => string][] = [
      ['foreign frame', 'evil.nexudus.site', () => '<iframe src="https://acme.nexudus.site/shown"></iframe>'],
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
    // Every framed page tells whoever asks what it finds of ours in itself.
    const tell = `<script>addEventListener('message', ({ source }) => source.postMessage({ marks: document.querySelectorAll('[data-nametag]').length }, '*'));</script>`;
    const opened: [name: string, token: string, tab: Tab][] = [];
    for (const [name, host, make] of framings) {
      const token = tokenFor();
      stage.portal.pages.set('acme.nexudus.site', '/shown', callingPage([{ url: api, token }], tell));
      const tab = await open(host, `<!doctype html>${make(token)}`, '/framing');
      await until(token);
      opened.push([name, token, tab]);
    }
    // The same page on its own, opened after them, gets its shortcut, and its token is taken.
    const token = tokenFor();
    const alone = await open('acme.nexudus.site', callingPage([{ url: api, token }]), '/alone');
    await alone.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
    await stage.portal.log.until('our look-up', () => asked(token).length > 0);
    await alone.close();
    for (const [name, , tab] of opened) {
      await tab.activate();
      const marks = () => tab.evaluate(name.endsWith('frame') ? marksOfFrame : marksInFrame);
      await staysTrue(`there is no shortcut in a ${name}`, async () => (await marks()) === 0);
      await tab.close();
    }
    expect(opened.flatMap(([, token]) => asked(token))).toEqual([]);
    return [plural(framings.length, 'framings'), '0 injections, 0 captures'];
  });

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
    await control();
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
    await control();
    expect(tokens.flatMap(asked)).toEqual([]);
    for (const token of tokens) expect(await stored()).not.toContain(token);
    return [plural(tokens.length, 'other sites'), '0 captures'];
  });
});
