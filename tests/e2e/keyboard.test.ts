import { beforeEach, describe, expect, test } from 'vitest';
import type { Surface } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { keyboardOf } from './keyboard';
import { browserName, ready, says, useStage } from './stage';

const opens = browserName === 'firefox' ? 'alt+shift+p' : 'alt+shift+e';

/** The whole main job with keys alone, in the popup that its key opened on a real display. */
describe(`by keyboard alone in ${browserName}`, () => {
  const stage = useStage({ launch: { headed: 'apart' }, begin: () => stage.signIn('ada') });
  let popup: Surface;
  let keys: ReturnType<typeof keyboardOf>;

  const record = () => stage.portal.record(stage.portal.currentProfile('ada', 'acme'));
  const shows = (section: string) =>
    popup.waitFor(
      `the ${section} panel`,
      id => document.querySelector<HTMLElement>(`[role=tabpanel][data-section=${id}]`)?.hidden === false,
      section,
    );
  const there = (part: string, is: boolean) =>
    popup.waitFor(
      `${part} to be ${is ? 'there' : 'gone'}`,
      (selector, wanted) => (document.querySelector(selector) !== null) === wanted,
      part,
      is,
    );

  /** A key opens it, and another one goes into it. */
  beforeEach(async () => {
    await stage.browser.hand().press(opens);
    popup = await stage.browser.waitForPopup();
    await ready(popup);
    keys = keyboardOf(popup);
    await keys.press('Tab');
  });

  test('a key opens the popup', () => expect(popup.closed).toBe(false));

  test('the tabs are one stop, and arrows, Home and End go between them', async () => {
    await keys.tabTo('[role=tab]');
    await keys.press('Home');
    await shows('personal');
    await keys.press('ArrowRight');
    await shows('professional');
    expect(await keys.isOn('#tab-professional')).toBe(true);
    await keys.press('ArrowLeft', 'ArrowLeft');
    await shows('password');
    await keys.press('Home', 'End', 'Home');
    await shows('personal');
    // The next stop is in the panel, not another tab.
    await keys.press('Tab');
    expect(await keys.isOn('[role=tab]')).toBe(false);
  });

  test('a text and a choice are saved by Ctrl+S, with the focus where it was; Undo is one way away, and takes it back', async () => {
    const before = record();
    await keys.tabTo('#field-NickName');
    await keys.replace('Countess');
    await keys.tabTo('#field-Gender');
    await keys.press('ArrowDown');
    await keys.press('Control+s');
    await says(popup, 'Saved 2 changes');
    await keys.look('the save');
    expect(await keys.isOn('#field-Gender')).toBe(true);
    const after = record();
    expect(after.NickName).toBe('Countess');
    expect(after.Gender).not.toBe(before.Gender);

    await keys.tabTo('[data-action=undo]');
    await keys.press('Enter');
    await until('the portal to have the old name', () => record().NickName !== 'Countess');
    await says(popup, 'Saved 2 changes');
    await keys.look('undo');
  });

  test('Enter in a field saves; the Save button is not needed, and works', async () => {
    await keys.press('Alt+2');
    await shows('professional');
    await keys.tabTo('#field-Position');
    await keys.replace('Poet');
    await keys.press('Enter');
    await until('the portal to have the title', () => record().Position === 'Poet');
    await says(popup, 'Saved 1 change');
    expect(await keys.isOn('#field-Position')).toBe(true);

    await keys.replace('Countess');
    await keys.tabTo('[data-action=save]');
    await popup.press('Enter');
    await until('the portal to have the next title', () => record().Position === 'Countess');
    await says(popup, 'Saved 1 change');
    await keys.look('the Save button');
  });

  test('a switch is turned by Space, at once', async () => {
    const { OnNewWallPost: before } = record();
    await keys.press('Alt+4');
    await shows('notifications');
    await keys.tabTo('#field-OnNewWallPost');
    await keys.press(' ');
    await until('the portal to have it', () => record().OnNewWallPost === !before);
    expect(await keys.isOn('#field-OnNewWallPost')).toBe(true);
  });

  test('Ctrl+K finds a field on another tab and leads to it', async () => {
    await keys.press('Control+k');
    await keys.comesTo('[name=palette]');
    await keys.type('vat');
    await keys.press('Enter');
    await keys.comesTo('#field-TaxIDNumber');
    await shows('billing');
    await keys.look('the list of fields');
  });

  test('Discard and taking it back leave the focus in the bar', async () => {
    await keys.press('Alt+3');
    await shows('billing');
    await keys.tabTo('#field-TaxIDNumber');
    await keys.replace('GB999999973');
    await keys.tabTo('[data-action=discard]');
    await keys.press('Enter');
    await says(popup, 'Discarded 1 change');
    await keys.tabTo('[data-action=undiscard]');
    await keys.press('Enter');
    await popup.waitFor('the edit to be back', () =>
      document.querySelector('[data-row=TaxIDNumber][data-changed]'),
    );
    await keys.look('taking it back');
  });

  test('what stops a save takes the focus, and Enter leads to the field', async () => {
    await keys.press('Alt+1');
    await keys.tabTo('#field-FullName');
    await popup.press('Control+a');
    await keys.press('Delete', 'Control+s');
    await keys.comesTo('[data-part=summary], [data-part=summary] *');
    await keys.tabTo('[data-part=summary] button, [data-part=summary] a');
    await keys.press('Enter');
    await keys.comesTo('#field-FullName');
    await keys.tabTo('[data-row=FullName] [data-action=revert]', 'Shift+Tab');
    await keys.press('Enter');
    expect(await keys.isOn('#field-FullName')).toBe(true);
  });

  test('every stop on the way to the end of every tab is seen', async () => {
    for (const section of [1, 2, 3, 4, 5]) {
      await keys.press(`Alt+${section}`);
      await keys.tabTo(section === 5 ? '[data-action=change-password]' : '[data-action=open-portal]');
    }
  });

  test('Escape closes one layer at a time, and gives the focus back', async () => {
    // In Firefox's popup Escape is the browser's, and closes it; in a tab it is the page's in both.
    if (browserName === 'firefox') {
      // A tab that a member opens takes the keys from the popup; one that is opened for them does not.
      await popup.close();
      popup = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
      await ready(popup);
      keys = keyboardOf(popup);
      await popup.press('Tab');
    }
    await keys.tabTo('[role=tab]');
    await keys.press('Home');
    await keys.tabTo('#field-NickName');
    await keys.press('Control+k');
    await keys.comesTo('[name=palette]');
    await keys.press('Escape');
    await there('[data-part=palette]', false);
    await keys.comesTo('#field-NickName');

    await keys.tabTo('[data-action=owner-menu]', 'Shift+Tab');
    await keys.press('Enter');
    // Its places are read from the storage when it opens.
    await there('#owner-menu [data-action=history]', true);
    await keys.tabTo('#owner-menu [data-action=history]');
    await keys.press('Escape');
    await there('#owner-menu:popover-open', false);
    await keys.comesTo('[data-action=owner-menu]');

    await keys.tabTo('#field-NickName');
    await keys.replace('Duchess');
    await keys.tabTo('[data-action=review]');
    await keys.press('Enter');
    await there('[data-part=review]', true);
    await keys.press('Escape');
    await there('[data-part=review]', false);
    await keys.comesTo('[data-action=review]');
    expect(popup.closed).toBe(false);
  });
});
