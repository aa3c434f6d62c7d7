import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { until } from '../../browsers/waiting';
import { snapshotWith } from '../../engine/people';
import { installBrowser, rest } from './browser';

const browser = installBrowser();
// A page that nobody looks at: as much of it as the desk asks for.
vi.stubGlobal('document', { hidden: true, addEventListener() {}, removeEventListener() {} });
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('addEventListener', () => {});
vi.stubGlobal('requestAnimationFrame', () => 0);
const { createDesk } = await import('@/entrypoints/editor/desk');
// The code of messages comes late; here it is there, so that turns are enough for all that an editor sends.
await import('@/utils/messaging');
const { draftKey, seatsItem, snapshotOf } = await import('@/utils/stores');

const picture = snapshotWith({ NickName: 'Ada' }, { space: 'acme', user: 1, profile: 2 });
const { get, remove } = browser.storage.session;

const sendMessage = vi.fn(async () => ({ ok: true, value: null }));
Object.assign(browser.runtime, { sendMessage });

beforeEach(async () => {
  browser.storage.session.onChanged.forget();
  await browser.storage.session.clear();
  await seatsItem.set({ recent: ['acme'], tabs: {} });
  await snapshotOf('acme').set(picture);
});
afterEach(() => {
  browser.storage.session.get = get;
});

/** Opens the editor; `change` happens once its last read was answered, before it is shown. */
async function openWhile(change: () => Promise<unknown>) {
  const desk = createDesk('page');
  let changed = false;
  browser.storage.session.get = async keys => {
    const found = await get(keys);
    const last = [keys].flat().some(key => key?.startsWith('draft/'));
    if (last && !changed) {
      changed = true;
      await change();
    }
    return found;
  };
  await desk.open();
  await rest();
  return desk.stage.peek();
}

it('shows what is stored', async () => {
  expect(await openWhile(async () => {})).toMatchObject({ kind: 'ready' });
});

// T41: its member would look at what is forgotten, and where the caret is would be written down again.
it('shows nothing of a space that is forgotten while it opens', async () => {
  const stage = await openWhile(async () => {
    await remove('snapshot/acme');
    await seatsItem.set({ recent: [], tabs: {} });
  });
  expect(stage).toMatchObject({ kind: 'not-connected', seats: [] });
});

it('shows what another window types while it opens', async () => {
  const draft = { base: 'Ada', value: 'Countess', at: 1, by: 'another' };
  const stage = await openWhile(() =>
    browser.storage.session.set({ [draftKey(picture.owner, 'NickName')]: draft }),
  );
  expect(stage.kind === 'ready' && stage.editor.row('NickName').edit.peek()).toEqual({
    base: 'Ada',
    value: 'Countess',
  });
});

it('asks the portal once where a picture finds no room in the browser’s storage', async () => {
  await remove('snapshot/acme');
  await rest();
  sendMessage.mockClear();
  const desk = createDesk('page');
  await desk.open();
  await until('the portal to have been asked', () => desk.stage.peek().kind === 'not-connected');
  await rest();
  expect(desk.stage.peek()).toMatchObject({ kind: 'not-connected', problem: { code: 'unreachable' } });
  expect(sendMessage).toHaveBeenCalledTimes(1);
  await snapshotOf('acme').set(picture);
  await rest();
  expect(desk.stage.peek()).toMatchObject({ kind: 'ready' });
});

/** What the script in the head was answered, and what it heard since. */
const openEarly = async (changes: NonNullable<typeof globalThis.early>['changes']) => {
  await browser.storage.session.clear();
  await rest();
  globalThis.early = {
    session: Promise.resolve({ seats: { recent: ['acme'], tabs: {} }, 'snapshot/acme': picture }),
    local: Promise.resolve({}),
    tabs: Promise.resolve([]),
    changes,
  };
  const desk = createDesk('page');
  await desk.open();
  const first = desk.stage.peek();
  await rest();
  return [first, desk.stage.peek()];
};

it('shows what was read before its code was there, and reads it no more', async () => {
  expect(await openEarly({})).toMatchObject([{ kind: 'ready' }, { kind: 'ready' }]);
});

it('shows nothing of a space that was forgotten before its code was there', async () => {
  const changes = { 'snapshot/acme': {}, seats: { newValue: { recent: [], tabs: {} } } };
  expect((await openEarly(changes))[1]).toMatchObject({ kind: 'not-connected', seats: [] });
});
