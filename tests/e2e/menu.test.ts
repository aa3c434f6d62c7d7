import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FieldName } from '../../utils/profile/fields';
import type { Tab } from '../browsers/driver';
import { pause, until } from '../browsers/waiting';
import { patch } from '../portal/faults/recipes';
import { type Menus, menusOf, type Place, switches } from './menus';
import { browserName, portalPage, ready, useStage } from './stage';

/** Real right-clicks. Chromium's menus need a display: without one the driver makes its own. */
describe(`the context menu in ${browserName}`, () => {
  const stage = useStage({ launch: { headed: browserName === 'chromium' } });
  let tab: Tab;
  let menus: Menus;

  const held = (name: FieldName) =>
    stage.portal.record(stage.portal.currentProfile('ada', 'acme'))[name] as boolean;
  const patches = () => stage.portal.log.since(0).filter(({ method }) => method === 'PATCH').length;

  /** The ticks as the background drew them, in both places. */
  const drawn = (name: FieldName) =>
    stage.browser.background.evaluate(async (api, name) => {
      const { menu } = await api.storage.session.get('menu');
      const { entries } = menu as { entries: { id: string; checked?: boolean }[] };
      return entries.filter(({ id }) => id.endsWith(`|${name}`)).map(({ checked }) => checked === true);
    }, name);
  const agrees = (name: FieldName, value: boolean) =>
    until(`${name} to be ${value} in the menus and on the portal`, async () => {
      const ticks = await drawn(name);
      return held(name) === value && ticks.length === 2 && ticks.every(tick => tick === value);
    });
  const badge = () => stage.browser.background.evaluate(api => api.action.getBadgeText({}));

  beforeAll(async () => {
    tab = await stage.signIn('ada');
    menus = menusOf(stage.browser, tab);
  });
  afterAll(() => stage.portal.faults.clear());

  for (const place of ['page', 'button'] as Place[]) {
    test(`${place}: each of the six switches is toggled, and its tick was what the portal held`, async () => {
      for (const { name } of switches) {
        const before = held(name);
        await agrees(name, before);
        expect([name, await menus.toggle(place, name)]).toEqual([name, before]);
        await agrees(name, !before);
      }
    });
  }

  test('refused: the tick goes back, the badge says so, and the editor has the sentence', async () => {
    const before = held('SignUpToNewsletter');
    stage.portal.faults.add({ match: patch, answer: { status: 400, json: { Message: 'Not today.' } } });
    expect(await menus.toggle('page', 'SignUpToNewsletter')).toBe(before);
    await until('the badge', async () => (await badge()) === '!');
    await agrees('SignUpToNewsletter', before);
    const popup = await stage.openEditor();
    await popup.waitFor('the portal’s words', () => document.body.textContent?.includes('Not today.'));
    await popup.close();
    await until('the badge to go', async () => (await badge()) === '');
  });

  test('the background asleep: the click wakes it and is saved', async () => {
    const before = held('OnNewWallPost');
    await stage.browser.background.stop();
    await menus.toggle('button', 'OnNewWallPost');
    await agrees('OnNewWallPost', !before);
  });

  test('“Edit profile…” opens the editor on the section of the page', async () => {
    await tab.goto(portalPage('acme', '/user/profile/billing'));
    await pause(500);
    await menus.edit('page');
    const popup = await stage.browser.waitForPopup();
    await ready(popup);
    expect(
      await popup.waitFor('a tab', () =>
        document.querySelector('[role=tab][aria-selected=true]')?.getAttribute('data-section'),
      ),
    ).toBe('billing');
    await popup.close();
  });

  test('signed out: nothing can be switched, and nothing is sent', async () => {
    stage.portal.expireTokens();
    const before = held('OnHelpDeskMsg');
    const sent = patches();
    await menus.toggle('page', 'OnHelpDeskMsg');
    await until('the reason in the title', async () => {
      const { menu } = await stage.browser.background.evaluate(
        async api => (await api.storage.session.get('menu')) as never,
      );
      return JSON.stringify(menu).includes('sign in to the portal first');
    });
    await agrees('OnHelpDeskMsg', before);
    expect(patches()).toBe(sent);
  });
});
