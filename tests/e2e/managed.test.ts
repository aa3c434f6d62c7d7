import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../browsers/driver';
import { launch } from '../browsers/launch';
import { scratch, sweep } from '../browsers/scratch';
import { staysTrue, until } from '../browsers/waiting';
import { createPortal, type Portal } from '../portal/portal';
import { browserName } from './stage';

const policy = {
  language: 'de',
  surface: 'page',
  spaces: ['acme', 'Not A Space', 'kodama'],
  domains: ['members.example.com'],
};
const id = 'nametag@nametag.example';
/** Chromium on Linux reads policies for everyone from here. The file is this test's own and goes with it. */
const chromiumPolicies = '/etc/chromium/policies/managed';
const chromiumPolicy = join(chromiumPolicies, 'nametag-test.json');

/** What an organisation presets: Firefox finds a manifest under the member's home, Chromium a policy of the machine. */
describe(`managed storage in ${browserName}`, () => {
  const profile = scratch('managed');
  let portal: Portal;
  let browser: Browser;

  const start = () =>
    launch(browserName, { port: portal.port, authority: portal.authority, profile, permanent: true });
  const install = (value: object) => {
    if (browserName === 'firefox') {
      const folder = join(profile, 'home', '.mozilla', 'managed-storage');
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, `${id}.json`),
        JSON.stringify({ name: id, description: 'presets', type: 'storage', data: value }),
      );
      return;
    }
    const extension = new URL(browser.origin).host;
    mkdirSync(chromiumPolicies, { recursive: true });
    writeFileSync(chromiumPolicy, JSON.stringify({ '3rdparty': { extensions: { [extension]: value } } }));
  };
  const stored = () =>
    browser.background.evaluate(async api => (await api.storage.local.get(null)) as never) as Promise<{
      settings?: { language: string; surface: string };
      spaces?: { space: string }[];
      domains?: object;
    }>;

  beforeAll(async () => {
    portal = await createPortal();
    // Chromium's id is known once it ran.
    browser = await start();
    install(policy);
    await browser.close();
    browser = await start();
  });
  afterAll(async () => {
    rmSync(chromiumPolicy, { force: true });
    await browser?.close();
    await portal?.close();
    sweep(profile);
  });

  test('language, toolbar and spaces are preset; what is not a space is left out', async () => {
    await until('the presets', async () => (await stored()).settings?.language === 'de');
    const { settings, spaces } = await stored();
    expect(settings?.surface).toBe('page');
    // One bad name spoils its list, never the rest.
    expect(spaces ?? []).toEqual([]);
  });

  test('a changed policy is taken over, and a domain is offered but not bound', async () => {
    await browser.close();
    install({ ...policy, spaces: ['acme', 'kodama'] });
    browser = await start();
    await until('the spaces', async () => (await stored()).spaces?.length === 2);
    const options = await browser.newTab(`${browser.origin}/options.html`);
    await options.waitFor('the offer', () => document.querySelector('[data-action=check-offer]'));
    expect((await stored()).domains ?? {}).toEqual({});
    expect(
      await browser.background.evaluate(api =>
        api.permissions.contains({ origins: ['https://members.example.com/*'] }),
      ),
    ).toBe(false);
  });

  test('the member’s own choice stays', async () => {
    await browser.background.evaluate(async api => {
      const { settings } = await api.storage.local.get('settings');
      await api.storage.local.set({ settings: { ...(settings as object), language: 'fr' } });
    });
    await browser.close();
    browser = await start();
    await browser.newTab(`${browser.origin}/options.html`);
    // The presets are looked at as the menu is drawn.
    await until('the background to have started', () =>
      browser.background.evaluate(async api => 'menu' in (await api.storage.session.get('menu'))),
    );
    await staysTrue(
      'the language is the member’s',
      async () => (await stored()).settings?.language === 'fr',
      1_000,
    );
  });
});
