import { describe, expect, test } from 'vitest';
import type { ExtensionApi, Surface, Tab } from '../browsers/driver';
import { staysTrue, until } from '../browsers/waiting';
import { patch } from '../portal/faults/recipes';
import { isOurs } from '../threats/look-over';
import { browserName, ready, says, showSection, useStage } from './stage';

const sites = Array.from({ length: 20 }, (_, at) => `site-${at + 1}.example.com`);

/** What the surfaces owe each other and the pages under them: badge, reload, the list of fields, and silence elsewhere. */
describe(`around the editor in ${browserName}`, () => {
  let tab: Tab;
  const stage = useStage({
    launch: { hosts: sites },
    async begin() {
      tab = await stage.signIn('ada', 'acme', '/user/profile/directory');
    },
  });

  const badge = () => stage.browser.background.evaluate(api => api.action.getBadgeText({}));
  const badgeIs = (text: string) => until(`the badge to be “${text}”`, async () => (await badge()) === text);
  const type = async (popup: Surface, value: string) => {
    await popup.fill('#field-Position', value);
    await popup.waitFor('the change', () => document.querySelector('[data-action=discard]'));
  };
  /** Saves, and closes the popup while the portal still thinks. */
  const saveAndLeave = async (value: string, answer?: { status: number; json: object }) => {
    stage.portal.faults.add({ match: patch, delay: 600, ...(answer ? { answer } : {}) });
    const popup = await stage.openEditor('professional');
    await type(popup, value);
    const mark = stage.portal.log.mark();
    await popup.click('[data-action=save]');
    await stage.portal.log.until('the PATCH', ({ id, method }) => id > mark && method === 'PATCH');
    await popup.close();
  };

  test('badge: a draft that waits, until it is discarded', async () => {
    const popup = await stage.openEditor('professional');
    expect(await badge()).toBe('');
    await type(popup, 'Poet');
    await popup.close();
    await badgeIs('•');
    const again = await stage.openEditor('professional');
    await again.click('[data-action=discard]');
    await badgeIs('');
    await again.close();
  });

  // For how long is for a clock that stands still: tests/unit/surfaces/badge.test.ts.
  test('badge: a save that ends behind a closed popup is told, and by itself no longer told', async () => {
    await saveAndLeave('Weaver');
    await badgeIs('✓');
    await badgeIs('');
  });

  test('badge: a save that failed is told until it was seen, and the draft waits again', async () => {
    await saveAndLeave('Printer', { status: 400, json: { Message: 'Not today.' } });
    await badgeIs('!');
    const popup = await stage.openEditor('professional');
    await popup.waitFor('the portal’s words', () => document.body.textContent?.includes('Not today.'));
    await badgeIs('•');
    await popup.click('[data-action=discard]');
    await badgeIs('');
    await popup.close();
  });

  test('“Reload the portal page” shows the member’s save on the page, whose form is older', async () => {
    await tab.activate();
    await tab.reload();
    const shown = () =>
      [...document.querySelectorAll<HTMLInputElement>('form input')].some(
        ({ value }) => value === 'Bookbinder',
      );
    const popup = await stage.openEditor('professional');
    await type(popup, 'Bookbinder');
    await popup.click('[data-action=save]');
    await says(popup, 'Saved');
    expect(await tab.evaluate(shown)).toBe(false);
    await popup.click('[data-action=reload-portal]');
    await tab.waitFor('the page to show it', shown);
    if (!popup.closed) await popup.close();
  });

  test('over another site there is no portal page to reload', async () => {
    const other = await stage.browser.newTab(`${stage.browser.origin}/welcome.html`);
    const popup = await stage.openEditor('professional');
    await type(popup, 'Bookseller');
    await popup.click('[data-action=save]');
    await says(popup, 'Saved');
    const offered = await popup.evaluate(
      () => document.querySelectorAll('[data-action=reload-portal]').length,
    );
    expect(offered).toBe(0);
    await popup.close();
    await other.close();
  });

  test('every field and action is found with the mouse alone, and with Ctrl+K', async () => {
    const popup = await stage.openEditor('personal');
    const search = () => document.activeElement?.getAttribute('name') === 'palette';
    await popup.click('[data-action=owner-menu]');
    await popup.click('[data-action=find]');
    await popup.waitFor('the list', search);
    await popup.click('[role=option][data-goal=field]:nth-child(3)');
    await popup.waitFor(
      'a field to have the focus',
      () => document.activeElement?.id.startsWith('field-') && !document.querySelector('[data-part=palette]'),
    );
    await popup.press('Control+k');
    await popup.waitFor('the list', search);
    await popup.type('vat');
    await popup.press('Enter');
    await popup.waitFor('the field', () => document.activeElement?.id === 'field-TaxIDNumber');
    await popup.close();
  });

  test('opening the popup on twenty unrelated sites asks nobody; the first touch reads the portal', async () => {
    const page = await stage.browser.newTab('about:blank');
    for (const host of sites) stage.portal.pages.set(host, '/', `<!doctype html><title>${host}</title>`);
    const mark = stage.portal.log.mark();
    const asked = () => stage.portal.log.since(mark).filter(isOurs);
    for (const host of sites) {
      await page.goto(`https://${host}/`);
      const popup = await stage.browser.openPopup();
      await ready(popup);
      await popup.close();
    }
    expect(asked().map(({ host, path }) => `${host}${path}`)).toEqual([]);
    const popup = await stage.browser.openPopup();
    await ready(popup);
    await showSection(popup, 'billing');
    await until('the portal to be read', () => asked().length > 0);
    expect(new Set(asked().map(({ host }) => host))).toEqual(new Set(['acme.spaces.nexudus.com']));
    await popup.close();
  });

  // The browser whose popups count as another window in front.
  test.runIf(browserName === 'chromium')('opening the popup there starts no background', async () => {
    const { browser } = stage;
    await browser.newTab(`https://${sites[0]}/`);
    const another = await browser.background.evaluate(async api => (await api.windows.create({}))?.id);
    await browser.background.evaluate((api, id) => api.windows.remove(id), another ?? 0);
    const open = async () => {
      const popup = await browser.openPopup();
      await ready(popup);
      return popup;
    };
    // The first opening notes where the member is; so does a second one only if that is elsewhere.
    const first = await open();
    await first.waitFor('it to be noted', async () => {
      const { session } = (globalThis as unknown as Record<'chrome', ExtensionApi>).chrome.storage;
      return Object.keys(await session.get(null)).some(key => key.startsWith('view/'));
    });
    await first.close();
    await browser.background.stop();
    const popup = await open();
    await staysTrue('no background runs', async () => !(await browser.background.running()), 1_000);
    // What would start one does: the first touch reads the portal.
    await showSection(popup, 'billing');
    await until('the background to run', () => browser.background.running());
    await popup.close();
  });
});
