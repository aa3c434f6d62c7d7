import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../browsers/waiting';
import { browserName, captured, portalPage, ready, says, showSection, signInOn, useStage } from './stage';

describe(`the editor's states in ${browserName}`, () => {
  const stage = useStage();

  test('nothing known: the popup says so and makes no request', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('its state', () => document.querySelector('[data-state="not-connected"]'));
    expect(stage.portal.log.entries).toEqual([]);
    await popup.close();
  });

  describe('of a member who is signed in', () => {
    beforeEach(() => stage.signIn('ada').then(() => {}));

    test('a draft survives closing the popup, with its tab, and can be discarded', async () => {
      let popup = await stage.openEditor('professional');
      await popup.fill('#field-Position', 'Poet');
      await popup.close();
      popup = await stage.openEditor();
      expect(
        await popup.evaluate(() => (document.querySelector('#field-Position') as HTMLInputElement).value),
      ).toBe('Poet');
      await popup.waitFor('its row to be marked', () =>
        document.querySelector('[data-row="Position"][data-changed]'),
      );
      await popup.click('[data-action=discard]');
      await popup.waitFor(
        'the saved value',
        () => (document.querySelector('#field-Position') as HTMLInputElement).value === 'Engineer',
      );
      await popup.close();
      popup = await stage.openEditor();
      expect(
        await popup.evaluate(() => (document.querySelector('#field-Position') as HTMLInputElement).value),
      ).toBe('Engineer');
      await popup.close();
    });

    test('a stopped background is woken by a save and by a token', async () => {
      const popup = await stage.openEditor('personal');
      await stage.browser.background.stop();
      await popup.fill('#field-CityName', 'Bath');
      await popup.click('[data-action=save]');
      await says(popup, 'Saved');
      expect(stage.portal.record(stage.portal.currentProfile('ada', 'acme')).CityName).toBe('Bath');
      await popup.close();
    });

    test('offline: a clear sentence, nothing sent, the edit kept; then it saves', async () => {
      const popup = await stage.openEditor('personal');
      const mark = stage.portal.log.mark();
      await popup.fill('#field-CityName', 'Wells');
      await stage.browser.setOffline(true);
      await popup.click('[data-action=save]');
      await popup.waitFor('the sentence', () => /offline/i.test(document.body.textContent ?? ''));
      expect(stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH')).toEqual([]);
      await stage.browser.setOffline(false);
      await popup.click('[data-action=save]');
      await says(popup, 'Saved');
      expect(stage.portal.record(stage.portal.currentProfile('ada', 'acme')).CityName).toBe('Wells');
      await popup.close();
    });

    test('an ended session: sign in again, and the draft saves', async () => {
      const page = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
      await ready(page);
      await showSection(page, 'personal');
      await page.fill('#field-CityName', 'Exeter');
      stage.portal.expireTokens();
      await page.click('[data-action=save]');
      await says(page, 'Your portal session ended. Nothing was saved');
      const tab = await stage.browser.newTab(portalPage('acme'));
      await signInOn(tab, stage.portal, 'ada');
      // To sign in is no longer the next step; that nothing was saved still holds.
      await page.waitFor('the other sentence', () => {
        const said = document.querySelector('[data-part=status]')?.textContent;
        if (said === 'Not saved. Your edits are kept.') return true;
        throw new Error(`It says “${said}”`);
      });
      await page.close();
      await tab.activate();
      const again = await stage.openEditor('personal');
      await again.waitFor(
        'the draft',
        () => (document.querySelector('#field-CityName') as HTMLInputElement).value === 'Exeter',
      );
      await again.waitFor('the session', () => !/session ended/i.test(document.body.textContent ?? ''));
      await again.click('[data-action=save]');
      await says(again, 'Saved');
      expect(stage.portal.record(stage.portal.currentProfile('ada', 'acme')).CityName).toBe('Exeter');
      await again.close();
    });
  });
});

describe(`after a browser restart in ${browserName}`, () => {
  const stage = useStage({ restarts: true, begin: () => stage.signIn('ada') });

  test('“Connect to acme” opens the portal quietly and fills the editor; the draft is back', async () => {
    let popup = await stage.openEditor('personal');
    await popup.fill('#field-NickName', 'Countess');
    await popup.close();
    await stage.restart();

    popup = await stage.browser.openPopup();
    await popup.waitFor('the connect button', () => document.querySelector('[data-action=connect]'));
    expect(await popup.text('[data-action=connect]')).toContain('acme');
    const tabs = (await stage.browser.tabs()).length;
    await popup.click('[data-action=connect]');
    await ready(popup);
    await popup.waitFor(
      'the draft',
      () => (document.querySelector('#field-NickName') as HTMLInputElement).value === 'Countess',
    );
    expect(popup.closed).toBe(false);
    expect((await stage.browser.tabs()).length).toBe(tabs);
    await popup.close();
  });

  test('when the portal asks for a sign-in its tab comes to the front, and the editor fills afterwards', async () => {
    stage.portal.expireTokens();
    await stage.restart();
    const popup = await stage.browser.openPopup();
    await popup.click('[data-action=connect]');
    const tab = await until('the portal’s tab', async () => {
      const last = (await stage.browser.tabs()).at(-1);
      return (await last?.url())?.includes('nexudus') ? last : undefined;
    });
    await tab.waitFor(
      'the sign-in form in front',
      () => document.visibilityState === 'visible' && document.querySelector('#sign-in [name=password]'),
    );
    await signInOn(tab, stage.portal, 'ada');
    await captured(stage, 'acme');
    const again = await stage.openEditor('personal');
    expect(await again.text('[data-part=owner]')).toContain('Ada Lovelace');
    await again.close();
  });
});
