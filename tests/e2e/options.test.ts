import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { browserName, useStage } from './stage';

/** The driver sends a function as its source, so the library needs no way through our pages' policy. */
const axe = new Function(
  readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'),
) as () => void;

async function violations(tab: Tab): Promise<string[]> {
  // In the middle of a change of colours a text may lack contrast. It is brought to its end rather than waited for: one that began while
  // the page lay behind another now and then never ended in a headless Chromium.
  await tab.evaluate(() => {
    for (const change of document.getAnimations()) change.finish();
  });
  await tab.evaluate(axe);
  return tab.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  });
}

describe(`options and welcome in ${browserName}`, () => {
  const stage = useStage({ begin: () => stage.signIn('ada') });
  let tab: Tab;
  beforeEach(async () => {
    tab = await stage.browser.newTab(`${stage.browser.origin}/options.html`);
  });

  const stored = () =>
    stage.browser.background.evaluate(async api => (await api.storage.local.get(null)) as never) as Promise<{
      settings?: Record<string, unknown>;
      spaces?: { space: string }[];
      domains?: Record<string, string>;
    }>;

  /** Gives the page a file as the member's choice would. */
  const importText = (text: string) =>
    tab.evaluate(text => {
      const input = document.querySelector('[data-action=import]') as HTMLInputElement;
      const files = new DataTransfer();
      files.items.add(new File([text], 'options.json', { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
  const says = (words: string) =>
    tab.waitFor(
      `“${words}”`,
      words => document.querySelector('[data-part=status]')?.textContent?.includes(words),
      words,
    );

  test('the welcome page opens once after the installation', async () => {
    await until('the welcome page', async () => {
      for (const one of await stage.browser.tabs())
        if ((await one.url()).endsWith('/welcome.html')) return one;
      return undefined;
    });
    expect((await stage.browser.console()).filter(line => /error/i.test(line))).toEqual([]);
  });

  test('each choice is kept, and language and theme are in force at once', async () => {
    await tab.select('#set-theme', 'dark');
    await tab.waitFor('the dark theme', () => document.documentElement.dataset.theme === 'dark');
    await tab.select('#set-draftDays', '14');
    await tab.click('#set-launcher');
    await until('the settings', async () => {
      const { settings } = await stored();
      return settings?.theme === 'dark' && settings.draftDays === 14 && settings.launcher === false;
    });
    await tab.select('#set-language', 'de');
    await until('the menu to speak German', async () => {
      const { menu } = await stage.browser.background.evaluate(
        async api => (await api.storage.session.get('menu')) as never,
      );
      return JSON.stringify(menu).includes('E-Mail-Benachrichtigungen');
    });
    await tab.select('#set-language', 'en');
    expect(await tab.text('[data-space=acme]')).toContain('acme');
    expect(await tab.text('.keys')).toMatch(/Alt\+Shift\+[EP]/);
  });

  test('a file of another hand sets only what the schema knows, and binds nothing', async () => {
    const { settings: before, spaces: _, domains: __, ...others } = await stored();
    await importText('{"nametag":2}');
    await says('is not an export');
    await importText('[['.repeat(1000));
    await says('is not an export');
    expect((await stored()).settings).toEqual(before);

    await importText(
      JSON.stringify({
        nametag: 1,
        settings: {
          theme: 'light',
          language: '<img>',
          surface: 'page',
          draftDays: -1,
          evil: true,
          __proto__: { x: 1 },
        },
        spaces: [{ space: 'beta', generation: 'v4' }],
        domains: { 'https://evil.example': 'acme' },
        token: 'x',
      }),
    );
    await says('read from the file');
    const { settings, spaces, domains, ...rest } = await stored();
    expect(settings).toEqual({
      theme: 'light',
      language: 'auto',
      surface: 'page',
      draftDays: 7,
      launcher: true,
      history: true,
    });
    expect(spaces?.map(({ space }) => space)).toEqual(['acme', 'beta']);
    expect(domains ?? {}).toEqual({});
    expect(rest).toEqual(others);
    const { origins } = await stage.browser.background.evaluate(api => api.permissions.getAll() as never);
    expect(JSON.stringify(origins)).not.toContain('evil');
  });

  test('what is exported is what an import gives back', async () => {
    await tab.select('#set-theme', 'dark');
    await until('the setting', async () => (await stored()).settings?.theme === 'dark');
    await tab.evaluate(() => {
      const page = globalThis as unknown as { made?: Blob };
      URL.createObjectURL = blob => {
        page.made = blob as Blob;
        return 'blob:nothing';
      };
      HTMLAnchorElement.prototype.click = () => {};
    });
    await tab.click('[data-action=export]');
    const text = await tab
      .waitFor('the file', () => (globalThis as unknown as { made?: Blob }).made !== undefined)
      .then(() => tab.evaluate(() => ((globalThis as unknown as { made?: Blob }).made as Blob).text()));
    expect(JSON.parse(text)).toEqual({
      nametag: 1,
      settings: (await stored()).settings,
      spaces: (await stored()).spaces,
    });
  });

  test('diagnostics name versions, permissions and times, and no value of the profile', async () => {
    await tab.evaluate(() => {
      const page = globalThis as unknown as { copied?: string };
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: async (text: string) => {
            page.copied = text;
          },
        },
      });
    });
    await tab.click('[data-action=diagnostics]');
    await says('Copied');
    const text = await tab.evaluate(() => (globalThis as unknown as { copied?: string }).copied ?? '');
    expect(text).toContain('Nametag 1.0.0');
    expect(text).toMatch(/acme: last capture \d{4}-/);
    const record = stage.portal.record(stage.portal.currentProfile('ada', 'acme'));
    const values = Object.values(record).filter(
      (value): value is string => typeof value === 'string' && value.length > 4,
    );
    expect(values.filter(value => text.includes(value))).toEqual([]);
  });

  test('no editor is at work in them: their code shares a file with an editor’s', async () => {
    for (const page of ['welcome', 'options']) {
      const other = await stage.browser.newTab(`${stage.browser.origin}/${page}.html`);
      await other.waitFor('the page', () => document.querySelector('h1'));
      // The script in the head asks nothing for them; an editor would have looked for what it was answered.
      expect([page, await other.evaluate(() => 'early' in globalThis)]).toEqual([page, false]);
      await other.close();
    }
  });

  test('both pages pass axe in both themes, in German and in Arabic', async () => {
    const welcome = await stage.browser.newTab(`${stage.browser.origin}/welcome.html`);
    for (const [language, theme] of [
      ['de', 'light'],
      ['ar', 'dark'],
    ] as const) {
      await stage.browser.background.evaluate(
        (api, language, theme) => api.storage.local.set({ settings: { language, theme } }),
        language,
        theme,
      );
      for (const page of [welcome, tab]) {
        await page.activate();
        await page.waitFor('the language', language => document.documentElement.lang === language, language);
        await page.waitFor('the theme', theme => document.documentElement.dataset.theme === theme, theme);
        expect(await violations(page)).toEqual([]);
      }
    }
  });
});
