import { beforeEach, describe, expect, test } from 'vitest';
import { emptyOutcome } from '../../../utils/save-data';
import { installBrowser, type Line, rest } from './browser';

const browser = installBrowser();
const { createMenu, followMenu } = await import('../../../entrypoints/background/menu');
const { keepSession, noteTab } = await import('../../../entrypoints/background/sessions');
const { snapshotOf, knownSpacesItem } = await import('../../../utils/stores');
type World = Parameters<typeof createMenu>[0];
type Asked = Parameters<World['save']>[0];

const snapshot = (space: string, newsletter: boolean) => ({
  seat: space,
  owner: { space, user: 1, profile: 2 },
  member: { name: 'Ada', email: 'ada@acme.test' },
  spaceName: '',
  profiles: [],
  values: { SignUpToNewsletter: newsletter, OnHelpDeskMsg: true },
  locked: [],
  missing: [],
  suggestsBio: false,
  readAt: 1,
});

const asked: Asked[] = [];
let answer: (request: Asked) => Promise<void> = async () => {};
const menu = createMenu({
  async save(request) {
    asked.push(request);
    await answer(request);
    return emptyOutcome(request.saveId, 0);
  },
  edit: () => {},
});
followMenu(menu);

const line = (name: string, place = 'page'): Line =>
  browser.contextMenus.lines().find(({ id }) => id.startsWith(place) && id.endsWith(`|${name}`)) as Line;

/** What a member's click does: the browser ticks the line, then tells. */
async function click(name: string) {
  const { id, checked } = line(name);
  await browser.contextMenus.update(id, { checked: !checked });
  browser.contextMenus.onClicked.emit({ menuItemId: id, checked: !checked }, browser.tabs.list[0]);
  await rest();
}

beforeEach(async () => {
  asked.length = 0;
  answer = async () => {};
  browser.tabs.list.length = 0;
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  browser.contextMenus.lose();
  browser.tabs.list.push({ id: 1, windowId: 1, url: 'https://acme.nexudus.site/acme', active: true });
  await keepSession('acme', { token: 't'.repeat(30), user: 1 });
  await noteTab('acme', 1);
  await snapshotOf('acme').set(snapshot('acme', true));
  await rest();
});

describe('the context menu', () => {
  test('is drawn from the snapshot and follows it, in both places', async () => {
    expect(line('SignUpToNewsletter').checked).toBe(true);
    await snapshotOf('acme').set(snapshot('acme', false));
    await rest();
    expect([line('SignUpToNewsletter').checked, line('SignUpToNewsletter', 'action').checked]).toEqual([
      false,
      false,
    ]);
  });

  test('a click is one absolute edit of that owner; the tick stays while it is on its way, in both places', async () => {
    let saved = () => {};
    answer = () =>
      new Promise(resolve => {
        saved = resolve;
      });
    await click('SignUpToNewsletter');
    expect(asked).toMatchObject([
      {
        seat: 'acme',
        owner: { space: 'acme', user: 1, profile: 2 },
        edits: { SignUpToNewsletter: { base: true, value: false } },
      },
    ]);
    expect([line('SignUpToNewsletter').checked, line('SignUpToNewsletter', 'action').checked]).toEqual([
      false,
      false,
    ]);
    saved();
    await rest();
  });

  test('a refusal puts the tick back', async () => {
    await click('SignUpToNewsletter');
    expect(line('SignUpToNewsletter').checked).toBe(true);
  });

  test('a save that is kept leaves the tick', async () => {
    answer = () => snapshotOf('acme').set(snapshot('acme', false));
    await click('SignUpToNewsletter');
    expect(line('SignUpToNewsletter').checked).toBe(false);
  });

  test('nothing is sent when the tab shows another space than the line was drawn for', async () => {
    const { id } = line('SignUpToNewsletter');
    browser.tabs.list[0] = { id: 1, windowId: 1, url: 'https://beta.nexudus.site/beta', active: true };
    browser.contextMenus.onClicked.emit({ menuItemId: id, checked: false }, browser.tabs.list[0]);
    await rest();
    expect(asked).toEqual([]);
    expect(line('SignUpToNewsletter').enabled).toBe(false);
  });

  test('nothing is sent when another profile is current than the line was drawn for', async () => {
    const { id } = line('SignUpToNewsletter');
    const other = snapshot('acme', true);
    await snapshotOf('acme').set({ ...other, owner: { ...other.owner, profile: 3 } });
    browser.contextMenus.onClicked.emit({ menuItemId: id, checked: false }, browser.tabs.list[0]);
    await rest();
    expect(asked).toEqual([]);
  });

  test('on any other site it is about the space used last', async () => {
    browser.tabs.list[0] = { id: 1, windowId: 1, active: true };
    browser.tabs.onUpdated.emit(1, { status: 'loading' }, browser.tabs.list[0]);
    await rest();
    await click('OnHelpDeskMsg');
    expect(asked).toMatchObject([{ seat: 'acme', edits: { OnHelpDeskMsg: { base: true, value: false } } }]);
  });

  test('a second known space puts the slug into the title', async () => {
    await knownSpacesItem.set([
      { space: 'acme', generation: 'v5' },
      { space: 'beta', generation: 'v5' },
    ]);
    await rest();
    expect(line('switches').title).toBe('Email notifications · acme');
  });

  test('signed out, every switch is greyed and the title says why', async () => {
    await browser.storage.session.remove('token/acme');
    const { dropToken } = await import('../../../entrypoints/background/sessions');
    await dropToken('acme', 't'.repeat(30));
    browser.windows.onFocusChanged.emit(1);
    await rest();
    expect(line('switches')).toMatchObject({
      enabled: false,
      title: 'Email notifications (sign in to the portal first)',
    });
  });

  test('after a restart of the browser, which may bring its own copy back, it is whole and single', async () => {
    // The session is empty, the old lines are still there.
    await browser.storage.session.remove('menu');
    browser.runtime.onStartup.emit();
    browser.runtime.onInstalled.emit({ reason: 'update' });
    await rest();
    expect(browser.contextMenus.lines()).toHaveLength(16);
  });

  test('a line that went missing is made again', async () => {
    browser.contextMenus.lose();
    await snapshotOf('acme').set(snapshot('acme', false));
    await rest();
    expect(browser.contextMenus.lines()).toHaveLength(16);
    expect(line('SignUpToNewsletter').checked).toBe(false);
  });
});
