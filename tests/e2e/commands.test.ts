import { afterEach, describe, expect, test } from 'vitest';
import type { ExtensionApi, Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { browserName, portalPage, ready, says, showSection, useStage } from './stage';

const keys = {
  popup: browserName === 'firefox' ? 'alt+shift+p' : 'alt+shift+e',
  panel: 'alt+shift+l',
};

/** Whether the toolbar button opens that surface, by the browser's own word; and whether Firefox's background remembers which. */
async function appliedTo(api: ExtensionApi, surface: string): Promise<boolean> {
  const popup = (await api.action.getPopup({})) !== '';
  const { openPanelOnActionClick: panel } = (await api.sidePanel?.getPanelBehavior()) ?? {};
  const remembered = (globalThis as { localStorage?: Storage }).localStorage?.getItem('surface');
  return (
    popup === (surface === 'popup') &&
    (panel ?? surface === 'panel') === (surface === 'panel') &&
    (remembered ?? surface) === surface
  );
}

/** Keys that belong to the browser, so a real display and real key presses. */
describe(`commands, toolbar choices and the address bar in ${browserName}`, () => {
  let tab: Tab;
  const stage = useStage({
    launch: { headed: 'apart' },
    async begin() {
      tab = await stage.signIn('ada');
    },
  });

  const profile = () => stage.portal.currentProfile('ada', 'acme');
  /** Which of our surfaces are open, by the names of their files. */
  const open = () =>
    stage.browser.background.evaluate(async api => {
      const contexts = await api.runtime.getContexts({});
      return contexts.flatMap(
        ({ documentUrl = '' }) => /\/(popup|sidepanel|editor)\.html/.exec(documentUrl)?.[1] ?? [],
      );
    });
  const opens = (surface: string) =>
    until(`${surface} to open`, async () => (await open()).includes(surface));
  const press = (...chords: string[]) => stage.browser.hand().press(...chords);
  const choose = async (surface: string) => {
    await stage.browser.background.evaluate(
      (api, surface) => api.storage.local.set({ settings: { surface } }),
      surface,
    );
    await until('the toolbar to have it', () => stage.browser.background.evaluate(appliedTo, surface));
  };
  /** Types a line into the address bar, behind the keyword. */
  const enter = async (line: string) => {
    await press('ctrl+l');
    await stage.browser.hand().type(line);
    await press('Return');
  };

  afterEach(async () => {
    await press('Escape', 'Escape');
    await tab.activate();
  });

  test('a key opens the popup', async () => {
    await press(keys.popup);
    const popup = await stage.browser.waitForPopup();
    await ready(popup);
    await popup.close();
  });

  test('a key opens the side panel; a draft follows from the popup into it as it is typed, and back', async () => {
    const holds = (value: string) =>
      (document.querySelector('#field-Position') as HTMLInputElement | null)?.value === value;
    await press(keys.panel);
    const panel = await stage.browser.waitForPanel();
    await ready(panel);
    await showSection(panel, 'professional');
    const popup = await stage.openEditor('professional');
    await popup.fill('#field-Position', 'Poet');
    await panel.waitFor('the draft', holds, 'Poet');
    await popup.click('[data-action=save]');
    await says(popup, 'Saved');
    await panel.waitFor('the save', () => document.querySelector('[data-part=bar][data-idle]'));
    expect(await panel.evaluate(holds, 'Poet')).toBe(true);
    await popup.close();

    await panel.fill('#field-Position', 'Printer');
    // Out of the field: nobody changes the one that the member is in.
    await panel.click('[role=tab][data-section=professional]');
    const again = await stage.openEditor('professional');
    await again.waitFor('the draft of the panel', holds, 'Printer');
    await again.click('[data-action=discard]');
    await panel.waitFor('the draft to go', holds, 'Poet');
    await again.close();
    await panel.close();
  });

  test('the toolbar button opens what was chosen', async () => {
    await choose('page');
    await press(keys.popup);
    await opens('editor');
    for (const other of await stage.browser.tabs())
      if ((await other.url()).includes('/editor.html')) await other.close();
    await tab.activate();

    await choose('panel');
    await press(keys.popup);
    const panel = await stage.browser.waitForPanel();
    await ready(panel);
    await panel.close();

    await choose('popup');
    await press(keys.popup);
    const popup = await stage.browser.waitForPopup();
    await popup.close();
  });

  test('the choice survives the background’s sleep', async () => {
    await choose('page');
    await stage.browser.background.stop();
    await press(keys.popup);
    await opens('editor');
    for (const other of await stage.browser.tabs())
      if ((await other.url()).includes('/editor.html')) await other.close();
    await choose('popup');
  });

  const lines: [
    line: string,
    name: 'Position' | 'SignUpToNewsletter' | 'CityName',
    value: string | boolean,
  ][] = [
    ['title Product Designer', 'Position', 'Product Designer'],
    ['newsletter off', 'SignUpToNewsletter', false],
    ['city Bath', 'CityName', 'Bath'],
  ];
  test.each(lines)('nt %s', async (line, name, value) => {
    await tab.goto(portalPage('acme', '/bookings'));
    const mark = stage.portal.log.mark();
    await enter(`nt ${line}`);
    await until('the portal to have it', () => stage.portal.record(profile())[name] === value);
    const patches = stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH');
    expect(patches.map(({ json }) => json)).toEqual([{ [name]: value }]);
    await until(
      'the badge',
      async () => (await stage.browser.background.evaluate(api => api.action.getBadgeText({}))) !== '!',
    );
  });

  test('nt bio opens the editor there', async () => {
    await enter('nt bio');
    const popup = await stage.browser.waitForPopup();
    await ready(popup);
    await popup.waitFor('the field', () => document.activeElement?.id === 'field-ProfileSummary');
    await popup.close();
  });
});
