import { beforeEach, describe, expect, test } from 'vitest';
import { createWords, type Locale } from '../../utils/i18n';
import { type Language, languages } from '../../utils/language';
import type { ExtensionApi, Tab } from '../browsers/driver';
import { browserName, ready, showSection, useStage } from './stage';

const locales = import.meta.glob<Locale>('../../locales/*.ts', { eager: true, import: 'default' });
const wordsOf = (language: Language) =>
  createWords(language, locales[`../../locales/${language}.ts`] as Locale);

describe(`languages in ${browserName}`, () => {
  const stage = useStage({ begin: () => stage.signIn('ada') });
  let editor: Tab;
  let options: Tab;

  beforeEach(async () => {
    editor = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
    await ready(editor);
    options = await stage.browser.newTab(`${stage.browser.origin}/options.html`);
  });

  const shown = () =>
    editor.evaluate(() => ({
      language: document.documentElement.lang,
      direction: getComputedStyle(document.documentElement).direction,
      tabs: [...document.querySelectorAll('[role=tab] > span:nth-of-type(2)')].map(tab => tab.textContent),
      save: document.querySelector('[data-action=save]')?.textContent ?? '',
      count: document.querySelector('[data-part=changes]')?.textContent ?? '',
      position: (document.querySelector('#field-Position') as HTMLInputElement | null)?.value,
    }));

  test('a language that is chosen in the options is spoken at once in an open editor, and the draft stays', async () => {
    await editor.activate();
    await showSection(editor, 'professional');
    await editor.fill('#field-Position', 'Poet');
    for (const language of [...languages.slice(1), languages[0]]) {
      const words = wordsOf(language);
      await options.select('#set-language', language);
      await editor.waitFor(
        `${language} in the editor`,
        lang => document.documentElement.lang === lang,
        words.language,
      );
      expect(await shown()).toEqual({
        language: words.language,
        direction: words.direction,
        tabs: (['personal', 'professional', 'billing', 'notifications', 'password'] as const).map(id =>
          words.t(`section_${id}`),
        ),
        save: words.t('bar_save'),
        count: words.t('bar_changes', { count: 1 }),
        position: 'Poet',
      });
    }
  });

  test('arrows go with the writing: in Arabic the next tab is on the left', async () => {
    await options.select('#set-language', 'ar');
    await editor.waitFor('Arabic', () => document.documentElement.dir === 'rtl');
    await editor.activate();
    await editor.click('[role=tab][data-section=personal]');
    await editor.press('ArrowLeft');
    await editor.waitFor('the next tab', () => document.activeElement?.id === 'tab-professional');
    const [first, second] = await editor.evaluate(() =>
      [...document.querySelectorAll('[role=tab]')].map(tab => tab.getBoundingClientRect().left),
    );
    expect(second).toBeLessThan(first ?? 0);
    // The knob of a switch that is on moves by the switch's own direction.
    const switches = await editor.evaluate(() =>
      [...document.querySelectorAll('.switch')].map(each => getComputedStyle(each).direction),
    );
    expect(new Set(switches)).toEqual(new Set(['rtl']));
  });

  test('an editor that opens says its first word in the chosen language, and no other before', async () => {
    await options.select('#set-language', 'ar');
    await editor.waitFor('Arabic', () => document.documentElement.dir === 'rtl');
    const said = await options.evaluate(async () => {
      const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
      const api = (browser ?? chrome) as ExtensionApi;
      const nextTurn = () => new Promise(resolve => setTimeout(resolve));
      const views = () => api.extension.getViews({ type: 'tab' }) as unknown as Window[];
      const editors = () => views().filter(view => view.location.pathname === '/editor.html');
      const before = editors();
      await api.tabs.create({ url: '/editor.html' });
      let opened: Window | undefined;
      while (!opened) {
        await nextTurn();
        opened = editors().find(view => !before.includes(view));
      }
      const said = new Set<string>();
      const hear = () => {
        const { body, documentElement: page } = opened.document;
        const save = body?.querySelector('[data-action=save]')?.textContent;
        if (save) said.add(`${page.lang} ${page.dir} ${save}`);
        const loading = body?.querySelector('main[data-state=loading]')?.textContent?.trim();
        if (loading) said.add(loading);
      };
      new MutationObserver(hear).observe(opened.document, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      while (!opened.document.querySelector('[data-state=ready] [data-action=save]')) await nextTurn();
      hear();
      opened.close();
      return [...said];
    });
    const words = wordsOf('ar');
    expect(said.filter(text => text !== words.t('state_loading'))).toEqual([`ar rtl ${words.t('bar_save')}`]);
  });
});
