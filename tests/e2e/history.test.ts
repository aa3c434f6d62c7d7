import { describe, expect, test } from 'vitest';
import type { Surface } from '../browsers/driver';
import { openHistory, openMenu, saveFields, settled } from './beyond';
import { browserName, captured, ready, says, useStage } from './stage';

/** The saves that the open history lists, the last one first: the names of the fields of each, and what it says. */
const listed = (popup: Surface) =>
  popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-save]')].map(save => ({
      names: (save.dataset.save ?? '').split(' ').sort(),
      undone: save.dataset.undone !== undefined,
      text: (save.textContent ?? '').replace(/\s+/g, ' '),
    })),
  );
const namesOf = async (popup: Surface) => (await listed(popup)).map(({ names }) => names.join(' '));

describe(`the history in ${browserName}`, () => {
  const stage = useStage({ begin: () => stage.signIn('ada') });
  const profile = () => stage.portal.currentProfile('ada', 'acme');
  const truth = () => stage.portal.record(profile());
  const patchesSince = (mark: number) =>
    stage.portal.log
      .since(mark)
      .filter(({ method }) => method === 'PATCH')
      .map(({ json }) => json);

  test('of three saves the middle one is undone, by one PATCH of its own fields', async () => {
    const before = truth();
    const popup = await stage.openEditor('professional');
    await saveFields(popup, 'professional', { Position: 'Analyst' });
    await saveFields(popup, 'professional', { Github: 'countess', Telegram: 'ada_l' });
    await saveFields(popup, 'personal', { CityName: 'Bath' });
    expect(truth()).toEqual({
      ...before,
      Position: 'Analyst',
      Github: 'countess',
      Telegram: 'ada_l',
      CityName: 'Bath',
    });

    await openHistory(popup);
    const saves = await listed(popup);
    expect(saves.map(({ names }) => names)).toEqual([['CityName'], ['Github', 'Telegram'], ['Position']]);
    expect(saves[1]?.text).toMatch(/GitHub\s*ada-example\s*becomes\s*countess/);
    expect(saves[2]?.text).toMatch(/Engineer\s*becomes\s*Analyst/);

    const mark = stage.portal.log.mark();
    await popup.click('[data-save~=Github] [data-action=undo-save]');
    await settled(popup);
    expect(patchesSince(mark)).toEqual([{ Github: 'ada-example', Telegram: null }]);
    expect(truth()).toEqual({ ...before, Position: 'Analyst', CityName: 'Bath' });

    // The undo is a save like any other: it is listed, and the one that it took back says so.
    await popup.waitFor('four saves', () => document.querySelectorAll('[data-save]').length === 4);
    expect((await listed(popup)).map(({ undone }) => undone)).toEqual([false, false, true, false]);
    await popup.close();
  });

  test('what changed since is listed, and stays unless the member chooses otherwise', async () => {
    const popup = await stage.openEditor('professional');
    await saveFields(popup, 'professional', { Position: 'Poet', BusinessArea: 'Verse' });
    stage.portal.set(profile(), { Position: 'Countess' });
    const before = truth();

    await openHistory(popup);
    let mark = stage.portal.log.mark();
    await popup.click('[data-save] [data-action=undo-save]');
    await popup.waitFor('the conflict', () => document.querySelector('[data-part=conflict]'));
    const conflict = await popup.text('[data-part=conflict]');
    expect(conflict).toContain('Countess');
    expect(conflict).toContain('1 other field goes back');
    expect(await popup.evaluate(() => document.querySelectorAll('[data-conflict]').length)).toBe(1);
    expect(patchesSince(mark)).toEqual([]);
    await popup.click('[data-action=resolve]');
    await settled(popup);
    expect(patchesSince(mark)).toEqual([{ BusinessArea: 'Software' }]);
    expect(truth()).toEqual({ ...before, BusinessArea: 'Software' });

    // Now the same, and this time the old value is wanted.
    await saveFields(popup, 'professional', { Position: 'Singer', BusinessArea: 'Song' });
    stage.portal.set(profile(), { Position: 'Duchess' });
    await openHistory(popup);
    mark = stage.portal.log.mark();
    await popup.click('[data-save] [data-action=undo-save]');
    await popup.click('[data-conflict=Position] [data-action=keep-mine]');
    await popup.click('[data-action=resolve]');
    await settled(popup);
    expect(patchesSince(mark)).toEqual([{ Position: 'Countess', BusinessArea: 'Software' }]);
    expect(truth()).toEqual({ ...before, Position: 'Countess', BusinessArea: 'Software' });
    await popup.close();
  });

  test('cancelling an undo sends nothing, and a draft is left alone by one', async () => {
    const popup = await stage.openEditor('personal');
    await saveFields(popup, 'personal', { NickName: 'Countess' });
    stage.portal.set(profile(), { NickName: 'Duchess' });
    await popup.fill('#field-CityName', 'Wells');
    await openHistory(popup);
    const mark = stage.portal.log.mark();
    await popup.click('[data-save] [data-action=undo-save]');
    await popup.click('[data-action=later]');
    await popup.waitFor('the history again', () => document.querySelector('[data-part=history]'));
    expect(patchesSince(mark)).toEqual([]);
    await popup.click('[data-part=history] [data-action=back]');
    await popup.waitFor('the fields', () => !document.querySelector('[data-part=history]'));
    expect(
      await popup.evaluate(() => (document.querySelector('#field-CityName') as HTMLInputElement).value),
    ).toBe('Wells');
    await popup.click('[data-action=discard]');
    await popup.close();
  });

  // In a tab: Firefox closes a popup by Escape before its page hears of it.
  test('Escape closes what is in front and nothing more: the menu, then the pane', async () => {
    const page = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
    await ready(page);
    await openHistory(page);
    await openMenu(page);
    await page.press('Escape');
    await page.waitFor('the menu to close', () => !document.querySelector('#owner-menu:popover-open'));
    expect(await page.evaluate(() => !!document.querySelector('[data-part=history]'))).toBe(true);
    await page.press('Escape');
    await page.waitFor('the fields', () => !document.querySelector('[data-part=history]'));
    await page.close();
  });

  test('a switch is there too, a password never', async () => {
    const popup = await stage.openEditor('notifications');
    await popup.click('#field-SignUpToNewsletter');
    await says(popup, 'Saved');
    expect(truth().SignUpToNewsletter).toBe(false);
    const next = 'Jacquard-1804';
    await popup.click('[role=tab][data-section=password]');
    for (const [name, value] of [
      ['OldPassword', stage.portal.member('ada').password],
      ['NewPassword', next],
      ['RepeatNewPassword', next],
    ] as const)
      await popup.fill(`#field-${name}`, value);
    await popup.click('[data-action=change-password]');
    await popup.waitFor('the change', () => /Password changed/.test(document.body.textContent ?? ''));
    await openHistory(popup);
    const [last, ...others] = await listed(popup);
    expect(last?.names).toEqual(['SignUpToNewsletter']);
    expect(last?.text).toMatch(/On\s*becomes\s*Off/);
    expect(JSON.stringify([last, ...others])).not.toMatch(/assword-|Jacquard|Analytical-1843/);
    await popup.click('[data-save] [data-action=undo-save]');
    await popup.waitFor('the undo', () => document.querySelector('[data-save]:nth-child(2)[data-undone]'));
    expect(truth().SignUpToNewsletter).toBe(true);
    await popup.close();
  });

  test('turned off in the options it is emptied and says so; turned on again it begins anew', async () => {
    let popup = await stage.openEditor('personal');
    await saveFields(popup, 'personal', { NickName: 'Countess' });
    await popup.close();
    const options = await stage.browser.newTab(`${stage.browser.origin}/options.html`);
    await options.click('#set-history');
    popup = await stage.openEditor('personal');
    await openHistory(popup);
    expect(await popup.text('[data-part=history]')).toContain('turned off');
    expect(await listed(popup)).toEqual([]);
    await popup.click('[data-part=history] [data-action=back]');
    await saveFields(popup, 'personal', { NickName: 'Duchess' });
    await popup.close();

    await options.activate();
    await options.click('#set-history');
    popup = await stage.openEditor('personal');
    await openHistory(popup);
    expect(await popup.text('[data-part=history]')).toContain('No saves yet');
    await popup.click('[data-part=history] [data-action=back]');
    await saveFields(popup, 'personal', { NickName: 'Lady Ada' });
    await openHistory(popup);
    expect(await namesOf(popup)).toEqual(['NickName']);
    await popup.close();
    await options.close();
  });

  test('forgotten with its space', async () => {
    const before = await stage.openEditor('personal');
    await saveFields(before, 'personal', { NickName: 'Countess' });
    await before.close();
    const options = await stage.browser.newTab(`${stage.browser.origin}/options.html`);
    await options.click('[data-space=acme] [data-action=forget]');
    await options.click('[data-action=forget-yes]');
    await options.waitFor('the sentence', () =>
      document.querySelector('[data-part=status]')?.textContent?.includes('Forgot acme'),
    );
    await options.close();
    for (const tab of await stage.browser.tabs())
      if ((await tab.url()).includes('acme.nexudus.site')) await tab.reload();
    await captured(stage, 'acme');
    const popup = await stage.openEditor('personal');
    await openHistory(popup);
    expect(await popup.text('[data-part=history]')).toContain('No saves yet');
    await popup.close();
  });
});
