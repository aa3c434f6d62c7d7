import '../../engine/browser';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type HistoryEntry, table } from '@/entrypoints/background/database';
import {
  forgetHistory,
  historyOf,
  pruneHistory,
  remember,
  showHistory,
} from '@/entrypoints/background/history';
import { fingerprint, journalEntry } from '@/entrypoints/background/journal';
import { defaultSettings, settingsItem } from '@/utils/stores';
import { fakeBrowser } from '../../engine/browser';
import { someone } from '../../engine/people';

const kept = table('history');
const day = 86_400_000;
const saved = (n: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  saveId: `s${n}`,
  owner: someone,
  at: 1_000 + n,
  edits: { Position: { base: 'a', value: `b${n}` } },
  ...more,
});

beforeEach(async () => {
  fakeBrowser.reset();
  for (const [key] of await kept.entries()) await kept.delete(key);
});

describe('the history', () => {
  it('keeps the last twenty saves of an owner, the last one first', async () => {
    for (let n = 0; n < 25; n += 1) await remember(saved(n));
    await remember(saved(99, { owner: { ...someone, profile: 5 } }));
    expect((await historyOf(someone)).map(({ saveId }) => saveId)).toEqual(
      Array.from({ length: 20 }, (_, n) => `s${24 - n}`),
    );
  });
  it('keeps none for longer than thirty days', async () => {
    await remember(saved(1));
    await remember(saved(2, { at: 1_001 + 30 * day }));
    expect((await historyOf(someone)).map(({ saveId }) => saveId)).toEqual(['s2', 's1']);
    await remember(saved(3, { at: 1_002 + 30 * day }));
    expect((await historyOf(someone)).map(({ saveId }) => saveId)).toEqual(['s3', 's2']);
  });
  it('keeps nothing of a save without edits, nor when it is turned off', async () => {
    await remember(saved(1, { edits: {} }));
    await settingsItem.set({ ...defaultSettings, history: false });
    await remember(saved(2));
    expect(await kept.entries()).toEqual([]);
  });
  it('is shown without what is too old, and says when it is turned off', async () => {
    await remember(saved(1));
    await remember(saved(2, { at: 1_001 + 20 * day }));
    const shown = await showHistory(someone, 1_002 + 30 * day);
    expect(shown).toEqual({
      kept: true,
      saves: [{ saveId: 's2', at: 1_001 + 20 * day, edits: { Position: { base: 'a', value: 'b2' } } }],
    });
    await settingsItem.set({ ...defaultSettings, history: false });
    expect(await showHistory(someone, 1_002)).toEqual({ kept: false, saves: [] });
  });
  it('leaves the disk when it is too old, or from the future, whoever it is of', async () => {
    const now = 100 * day;
    const ages = { old: now - 31 * day, fresh: now - 29 * day, future: now + 31 * day };
    for (const [saveId, at] of Object.entries(ages))
      await kept.put(saveId, saved(0, { saveId, at, owner: { ...someone, profile: at } }));
    await pruneHistory(now);
    expect((await kept.entries()).map(([key]) => key)).toEqual(['fresh']);
  });
  it('does not throw when the disk fails', async () => {
    const failing = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(remember(saved(1))).resolves.toBeUndefined();
    expect(await historyOf(someone)).toEqual([]);
    failing.mockRestore();
  });
  it('is forgotten by space, or all of it', async () => {
    await remember(saved(1));
    await remember(saved(2, { owner: { ...someone, space: 'acme2' } }));
    await forgetHistory('acme/');
    expect((await kept.entries()).map(([, { saveId }]) => saveId)).toEqual(['s2']);
    await forgetHistory();
    expect(await kept.entries()).toEqual([]);
  });
});

describe('a fingerprint', () => {
  it('is the same for what is the same to a person, of one save and field', async () => {
    const one = await fingerprint('s1', 'ProfileTags', 'a, b');
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint('s1', 'ProfileTags', 'a,b')).toBe(one);
    expect(await fingerprint('s2', 'ProfileTags', 'a,b')).not.toBe(one);
    expect(await fingerprint('s1', 'Position', 'a,b')).not.toBe(await fingerprint('s1', 'NickName', 'a,b'));
    expect(await fingerprint('s1', 'Position', 'a')).not.toBe(await fingerprint('s1', 'Position', 'b'));
  });
  it('is taken of both sides of every edit', async () => {
    const entry = await journalEntry(
      { saveId: 's1', seat: 'acme', owner: someone, at: 5 },
      { Position: { base: 'a', value: 'b' } },
    );
    expect(entry).toEqual({
      saveId: 's1',
      seat: 'acme',
      owner: someone,
      at: 5,
      names: ['Position'],
      base: { Position: await fingerprint('s1', 'Position', 'a') },
      target: { Position: await fingerprint('s1', 'Position', 'b') },
      phase: 'prepared',
    });
  });
});

it('what does not fit its table counts as absent', async () => {
  await kept.put('odd', { saveId: 5 } as never);
  expect(await kept.get('odd')).toBeUndefined();
  expect(await kept.entries()).toEqual([]);
});
