import { describe, expect, test } from 'vitest';
import { labels } from '../../utils/labels';
import type { FieldName } from '../../utils/profile/fields';
import type { Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { patch } from '../portal/faults/recipes';
import { isSoak } from '../threats/report';
import { type Menus, menusOf, type Place, switches } from './menus';
import { browserName, portalPage, ready, useStage } from './stage';

/** Mira is a member of two spaces. */
const [home, away] = ['acme', 'atelier-nord'] as const;
type Space = typeof home | typeof away;

/** A click in Chromium's menu is led there by keys and read from pictures: each takes seconds, and all six are for the long run. */
const every = browserName === 'firefox' || isSoak;
/** The one that is tried else: a line in the middle, and the last one. */
const quick: Record<Place, number> = { page: 2, button: switches.length - 1 };

/** Real right-clicks. Chromium's menus need a display: the driver makes one of its own. */
describe(`the context menu in ${browserName}`, () => {
  let tab: Tab;
  let tabAway: Tab;
  let menus: Menus;
  const stage = useStage({
    launch: { headed: browserName === 'chromium' && 'apart' },
    async begin() {
      tabAway = await stage.signIn('mira', away);
      tab = await stage.signIn('mira', home);
      menus = menusOf(stage.browser, () => tab);
    },
  });

  const held = (name: FieldName, space: Space = home) =>
    stage.portal.record(stage.portal.currentProfile('mira', space))[name] as boolean;
  const ticksOf = (space: Space = home) => switches.map(({ name }) => held(name, space));
  const patches = (mark: number) => stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH');

  /** What the background has drawn, of the menu that the toolbar button has. */
  const drawn = () =>
    stage.browser.background.evaluate(async api => {
      const { menu } = await api.storage.session.get('menu');
      const { entries } = menu as {
        entries: { id: string; place: string; parent?: string; title: string; checked?: boolean }[];
      };
      const lines = entries.filter(({ place }) => place === 'action');
      return {
        title: lines.find(({ parent }) => parent === undefined)?.title ?? '',
        ticks: lines.flatMap(({ checked }) => (checked === undefined ? [] : [checked])),
      };
    });
  /** Until the portal holds the value and the menu was drawn again. */
  const agrees = (name: FieldName, value: boolean, space: Space = home) =>
    until(`${name} to be ${value} on the portal and in the menu`, async () => {
      const { ticks } = await drawn();
      return held(name, space) === value && ticks.join() === ticksOf(space).join();
    });
  const badge = () => stage.browser.background.evaluate(api => api.action.getBadgeText({}));
  /** Opens the editor, which shows the sentence that waits there, and with that the badge goes. */
  const readsAndClears = async (words: string) => {
    await until('the badge', async () => (await badge()) === '!');
    const popup = await stage.openEditor();
    await popup.waitFor(`“${words}”`, words => document.body.textContent?.includes(words), words);
    await popup.close();
    await until('the badge to go', async () => (await badge()) === '');
  };

  for (const place of ['page', 'button'] as Place[]) {
    const tried = every ? switches : switches.filter((_, at) => at === quick[place]);
    test(`${place}: ${tried.length} of the six switches toggled; the menu’s ticks are what the portal holds`, async () => {
      for (const { name } of tried) {
        const before = ticksOf();
        expect([name, await menus.toggle(place, name)]).toEqual([name, before]);
        await agrees(name, !before[switches.findIndex(one => one.name === name)]);
      }
      expect(await menus.ticks(place)).toEqual(ticksOf());
    });
  }

  test('refused: the tick goes back, the badge says so, and the editor has the sentence', async () => {
    const before = held('SignUpToNewsletter');
    stage.portal.faults.add({ match: patch, answer: { status: 400, json: { Message: 'Not today.' } } });
    await menus.toggle('page', 'SignUpToNewsletter');
    await readsAndClears('Not today.');
    await agrees('SignUpToNewsletter', before);
    expect(await menus.ticks('page')).toEqual(ticksOf());
  });

  test('the background asleep: the click wakes it and is saved', async () => {
    const before = held('OnNewWallPost');
    await stage.browser.background.stop();
    await menus.toggle('button', 'OnNewWallPost');
    await agrees('OnNewWallPost', !before);
    expect(await menus.ticks('button')).toEqual(ticksOf());
  });

  test('twenty clicks while one is on its way are two PATCHes at most, and the last one counts (F72)', async () => {
    const before = held('OnNewEventComment');
    const mark = stage.portal.log.mark();
    const gate = stage.portal.faults.hold(patch);
    await menus.toggle('button', 'OnNewEventComment');
    await gate.arrived;
    await menus.again('OnNewEventComment', 19);
    gate.release();
    await agrees('OnNewEventComment', before);
    expect(patches(mark).map(({ json }) => json)).toEqual([
      { OnNewEventComment: !before },
      { OnNewEventComment: before },
    ]);
  });

  test('“Edit profile…” opens the editor on the section of the page', async () => {
    await tab.goto(portalPage(home, '/user/profile/billing'));
    await menus.edit('page');
    const popup = await stage.browser.waitForPopup();
    await ready(popup);
    const section = await popup.waitFor('a tab', () =>
      document.querySelector('[role=tab][aria-selected=true]')?.getAttribute('data-section'),
    );
    expect(section).toBe('billing');
    await popup.close();
  });

  test('no answer in one space: its tick goes back in time, and holds up nothing in the other', async () => {
    const before = held('ReceiveCommunityDigest');
    stage.portal.faults.add({
      match: { ...patch, host: `${home}.spaces.nexudus.com` },
      apply: false,
      deliver: { kind: 'silence' },
    });
    await menus.toggle('page', 'ReceiveCommunityDigest');

    const first = tab;
    tab = tabAway;
    await tab.activate();
    const title = `${labels.en.menu_notifications} · `;
    await until('the title of the space in front', async () => (await drawn()).title === `${title}${away}`);
    const others = ticksOf(away);
    const other = held('ReceiveCommunityDigest', away);
    expect(await menus.toggle('page', 'ReceiveCommunityDigest')).toEqual(others);
    await agrees('ReceiveCommunityDigest', !other, away);

    await first.activate();
    tab = first;
    await until('the title of the first space', async () => (await drawn()).title === `${title}${home}`);
    await until('the save to give up', async () => (await badge()) === '!');
    await agrees('ReceiveCommunityDigest', before);
    expect(await menus.ticks('page')).toEqual(ticksOf());
    await stage.openEditor().then(popup => popup.close());
  });

  test('a click in a menu that was opened over another space is sent to none', async () => {
    const [mark, before, others] = [stage.portal.log.mark(), ticksOf(), ticksOf(away)];
    const title = (await drawn()).title;
    await menus.toggle('button', 'OnHelpDeskMsg', async () => {
      await stage.browser.background.evaluate(async (api, url) => {
        const [front] = await api.tabs.query({ active: true, lastFocusedWindow: true });
        await api.tabs.update(front?.id, { url });
      }, portalPage(away));
      await until('the menu of the other space', async () => (await drawn()).title !== title);
    });
    await tab.goto(portalPage(home));
    await until('the menu of this space', async () => (await drawn()).title === title);
    expect(await menus.ticks('button')).toEqual(before);
    expect(patches(mark)).toEqual([]);
    expect([ticksOf(), ticksOf(away)]).toEqual([before, others]);
  });

  test('signed out: nothing can be switched, and nothing is sent', async () => {
    stage.portal.expireTokens();
    const mark = stage.portal.log.mark();
    // The first click learns it.
    await menus.toggle('page', 'OnHelpDeskMsg');
    await until('the reason in the title', async () =>
      (await drawn()).title.includes(labels.en.menu_signedOut),
    );
    await until(
      'the ticks to be the portal’s',
      async () => (await drawn()).ticks.join() === ticksOf().join(),
    );
    expect(await menus.switchable('page')).toBe(false);
    expect(await menus.switchable('button')).toBe(false);
    expect(patches(mark)).toEqual([]);
  });
});
