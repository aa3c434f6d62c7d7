import '../../engine/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  dropToken,
  forgetSeats,
  getSession,
  keepSession,
  noteTab,
  seats,
} from '@/entrypoints/background/sessions';
import { snapshotOf } from '@/utils/stores';
import { fakeBrowser } from '../../engine/browser';
import { snapshotWith } from '../../engine/people';

const { session: storage } = fakeBrowser.storage;
const kept = (token: string, user = 1) => ({ token, user });

beforeEach(async () => {
  fakeBrowser.reset();
  for (const space of ['acme', 'other', ...Array.from({ length: 30 }, (_, n) => `space-${n}`)])
    await forgetSeats(space);
  fakeBrowser.reset();
});

describe('a token', () => {
  it('is kept in the session’s storage, per seat', async () => {
    await keepSession('acme', kept('a'));
    await keepSession('acme@firefox-container-2', kept('b', 2));
    expect(await getSession('acme')).toEqual(kept('a'));
    expect(await getSession('acme@firefox-container-2')).toEqual(kept('b', 2));
    expect(storage.now()).toMatchObject({ 'token/acme': kept('a') });
    expect(JSON.stringify(fakeBrowser.storage.local.now())).toBe('{}');
  });

  it('goes only if it is the one that was refused (F22)', async () => {
    await keepSession('acme', kept('new'));
    expect(await dropToken('acme', 'old')).toBe(false);
    expect(await getSession('acme')).toEqual(kept('new'));
    expect(await dropToken('acme', 'new')).toBe(true);
    expect(await getSession('acme')).toBeUndefined();
    expect(storage.now()).not.toHaveProperty('token/acme');
    expect(await dropToken('acme', 'new')).toBe(false);
  });

  // F56: storage refuses the new one while the old one still lies there.
  it('that cannot be stored goes before an older one that could', async () => {
    await keepSession('acme', kept('a', 1));
    storage.state.quota = storage.size();
    await keepSession('acme', kept('b'.repeat(500), 2));
    expect(await getSession('acme')).toEqual(kept('b'.repeat(500), 2));
    storage.state.failing = true;
    await expect(keepSession('acme', kept('c', 3))).resolves.toBeUndefined();
    expect(await getSession('acme')).toEqual(kept('c', 3));
    expect(await getSession('other')).toBeUndefined();
  });
});

describe('the seats', () => {
  it('are at most twenty, the least recently used dropped with its picture (T08)', async () => {
    for (let n = 0; n < 25; n += 1) {
      const seat = `space-${n}`;
      await snapshotOf(seat).set(snapshotWith({}, { space: seat, user: 1, profile: 2 }));
      await keepSession(seat, kept(`t${n}`));
    }
    const { recent } = await seats();
    expect(recent).toHaveLength(20);
    expect([recent[0], recent.at(-1)]).toEqual(['space-24', 'space-5']);
    expect(await getSession('space-4')).toBeUndefined();
    expect(await snapshotOf('space-4').get()).toBeUndefined();
    expect(await getSession('space-5')).toEqual(kept('t5'));
  });

  it('know the tabs that show them, the last hundred', async () => {
    await keepSession('acme', kept('a'));
    await keepSession('other', kept('b'));
    await noteTab('acme', 1);
    expect(await seats()).toEqual({ recent: ['acme', 'other'], tabs: { 1: 'acme' } });
    await noteTab('other', 1);
    for (let tab = 2; tab < 150; tab += 1) await noteTab('other', tab);
    const { tabs } = await seats();
    expect(Object.keys(tabs)).toHaveLength(100);
    expect(tabs[149]).toBe('other');
  });

  it('are written only when there is news', async () => {
    await keepSession('acme', kept('a'));
    await noteTab('acme', 1);
    await new Promise(setImmediate);
    let writes = 0;
    storage.onChanged.addListener(() => {
      writes += 1;
    });
    for (let n = 0; n < 10; n += 1) await noteTab('acme', 1);
    await new Promise(setImmediate);
    expect(writes).toBe(0);
  });

  it('lose none of two that come at once', async () => {
    await Promise.all([
      keepSession('acme', kept('a')),
      keepSession('other', kept('b')),
      noteTab('acme', 1),
      noteTab('other', 2),
    ]);
    const { recent, tabs } = await seats();
    expect([...recent].sort()).toEqual(['acme', 'other']);
    expect(tabs).toEqual({ 1: 'acme', 2: 'other' });
  });

  it('of a space are forgotten together, containers too', async () => {
    await keepSession('acme', kept('a'));
    await keepSession('acme@c-2', kept('b'));
    await keepSession('other', kept('c'));
    await noteTab('acme', 1);
    await noteTab('other', 2);
    await forgetSeats('acme');
    expect(await seats()).toEqual({ recent: ['other'], tabs: { 2: 'other' } });
    expect([await getSession('acme'), await getSession('acme@c-2'), await getSession('other')]).toEqual([
      undefined,
      undefined,
      kept('c'),
    ]);
  });
});
