import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { idOf } from '../browsers/chromium';
import { buildOf } from '../browsers/launch';
import { staysTrue, until } from '../browsers/waiting';
import { browserName, useStage } from './stage';

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
  /** What the organisation presets from the next start on. */
  const install = (value: object, profile: string) => {
    if (browserName === 'firefox') {
      const folder = join(profile, 'home', '.mozilla', 'managed-storage');
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, `${id}.json`),
        JSON.stringify({ name: id, description: 'presets', type: 'storage', data: value }),
      );
      return;
    }
    const extension = idOf(buildOf('chromium'));
    mkdirSync(chromiumPolicies, { recursive: true });
    writeFileSync(chromiumPolicy, JSON.stringify({ '3rdparty': { extensions: { [extension]: value } } }));
  };
  afterAll(() => rmSync(chromiumPolicy, { force: true }));
  const stage = useStage({
    restarts: true,
    prepare: profile => install(policy, profile),
    begin: () => until('the presets', async () => (await stored()).settings?.language === 'de'),
  });
  const stored = () =>
    stage.browser.background.evaluate(async api => (await api.storage.local.get(null)) as never) as Promise<{
      settings?: { language: string; surface: string };
      spaces?: { space: string }[];
      domains?: object;
    }>;

  test('language, toolbar and spaces are preset; what is not a space is left out', async () => {
    const { settings, spaces } = await stored();
    expect(settings?.surface).toBe('page');
    // One bad name spoils its list, never the rest.
    expect(spaces ?? []).toEqual([]);
  });

  test('a changed policy is taken over, and a domain is offered but not bound', async () => {
    install({ ...policy, spaces: ['acme', 'kodama'] }, stage.browser.profile);
    await stage.restart();
    await until('the spaces', async () => (await stored()).spaces?.length === 2);
    const options = await stage.browser.newTab(`${stage.browser.origin}/options.html`);
    await options.waitFor('the offer', () => document.querySelector('[data-action=check-offer]'));
    expect((await stored()).domains ?? {}).toEqual({});
    expect(
      await stage.browser.background.evaluate(api =>
        api.permissions.contains({ origins: ['https://members.example.com/*'] }),
      ),
    ).toBe(false);
  });

  test('the member’s own choice stays', async () => {
    await stage.browser.background.evaluate(async api => {
      const { settings } = await api.storage.local.get('settings');
      await api.storage.local.set({ settings: { ...(settings as object), language: 'fr' } });
    });
    await stage.restart();
    await stage.browser.newTab(`${stage.browser.origin}/options.html`);
    // The presets are looked at as the menu is drawn.
    await until('the background to have started', () =>
      stage.browser.background.evaluate(async api => 'menu' in (await api.storage.session.get('menu'))),
    );
    await staysTrue(
      'the language is the member’s',
      async () => (await stored()).settings?.language === 'fr',
      1_000,
    );
  });
});
