import '../../engine/browser';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { table } from '@/entrypoints/background/database';
import { followDrafts, forgetDrafts, reconcileDrafts, settleDraft } from '@/entrypoints/background/drafts';
import { type Draft, draftKey, draftOf } from '@/utils/stores';
import { fakeBrowser } from '../../engine/browser';
import { quiet, startTheClock, stopTheClock } from '../../engine/clock';
import { someone } from '../../engine/people';

const { session } = fakeBrowser.storage;
const disk = table('drafts');
const key = draftKey(someone, 'Position');
const day = 86_400_000;
const at = Date.parse('2026-06-15T12:00:00Z');
const typed = (value: string, base = 'Engineer', when = at): Draft => ({
  base,
  value,
  at: when,
  by: 'editor',
});
const gone: Draft = { gone: true, at, by: 'editor' };

/** An editor's write, and all that follows from it. */
async function write(draft: Draft): Promise<void> {
  await draftOf(someone, 'Position').set(draft);
  await quiet();
}

beforeEach(async () => {
  stopTheClock(at);
  fakeBrowser.reset();
  for (const [each] of await disk.entries()) await disk.delete(each);
});
afterEach(startTheClock);

describe('what an editor writes', () => {
  beforeEach(followDrafts);

  it('is copied to the disk, and taken off it when it is gone', async () => {
    await write(typed('Designer'));
    expect(await disk.entries()).toEqual([[key, typed('Designer')]]);
    await write(gone);
    expect(await disk.entries()).toEqual([]);
  });
  it('is taken off when it makes no sense, and when it is removed', async () => {
    await write(typed('Designer'));
    await session.set({ [key]: 'nonsense' });
    await quiet();
    expect(await disk.entries()).toEqual([]);
    await write(typed('Designer'));
    await session.remove(key);
    await quiet();
    expect(await disk.entries()).toEqual([]);
  });
  it('that is no draft is not looked at', async () => {
    await session.set({ 'snapshot/acme': typed('Designer'), seats: 1 });
    await quiet();
    expect(await disk.entries()).toEqual([]);
  });
});

describe('when the background starts', () => {
  it.each<[string, Draft | undefined, Draft | undefined, Draft | undefined]>([
    ['only memory knows: copied', typed('A'), undefined, typed('A')],
    ['only the disk knows: brought back', undefined, typed('A'), typed('A')],
    [
      'both know: memory is later',
      typed('B', 'Engineer', at + 1),
      typed('A'),
      typed('B', 'Engineer', at + 1),
    ],
    ['memory knows that it is gone', gone, typed('A'), undefined],
    ['six days old', undefined, typed('A', 'Engineer', at - 6 * day), typed('A', 'Engineer', at - 6 * day)],
    [
      'just seven days old',
      undefined,
      typed('A', 'Engineer', at - 7 * day),
      typed('A', 'Engineer', at - 7 * day),
    ],
    ['eight days old: dropped', undefined, typed('A', 'Engineer', at - 8 * day), undefined],
    [
      'eight days old, but in memory',
      typed('A', 'Engineer', at - 8 * day),
      typed('A', 'Engineer', at - 8 * day),
      typed('A', 'Engineer', at - 8 * day),
    ],
    // A clock that was a year ahead, or is a year behind now, costs no draft (F60).
    ['from the future: it ages from now on', undefined, typed('A', 'Engineer', at + 365 * day), typed('A')],
  ])('%s', async (_, inMemory, onDisk, after) => {
    if (inMemory) session.put(key, inMemory);
    if (onDisk) await disk.put(key, onDisk);
    followDrafts();
    await reconcileDrafts(at, 7);
    await quiet();
    const draft = await draftOf(someone, 'Position').get();
    expect(draft && 'gone' in draft ? undefined : draft).toEqual(after);
    expect(await disk.entries()).toEqual(after ? [[key, after]] : []);
  });

  it('what is typed while the disk is read is later than what is on it', async () => {
    await disk.put(key, typed('A'));
    followDrafts();
    const reconciled = reconcileDrafts(at + 1, 7);
    await write(typed('B', 'Engineer', at + 1));
    await reconciled;
    await quiet();
    expect(await draftOf(someone, 'Position').get()).toEqual(typed('B', 'Engineer', at + 1));
    expect(await disk.entries()).toEqual([[key, typed('B', 'Engineer', at + 1)]]);
  });

  it('a storage that is full keeps what is on the disk', async () => {
    await disk.put(key, typed('A'));
    session.state.quota = 1;
    await reconcileDrafts(at, 7);
    expect(await disk.entries()).toEqual([[key, typed('A')]]);
  });
});

describe('after a read-back', () => {
  const settle = (sent: string | undefined, shown: string | undefined) =>
    settleDraft(someone, 'Position', sent, shown, at + 10);
  it.each<[string, Draft | undefined, [string | undefined, string | undefined], Draft | undefined]>([
    [
      'what was sent goes',
      typed('Designer'),
      ['Designer', 'Designer'],
      { gone: true, at: at + 10, by: 'background' },
    ],
    [
      'before it was tidied, too',
      typed(' Designer '),
      ['Designer', 'Designer'],
      { gone: true, at: at + 10, by: 'background' },
    ],
    [
      'what the portal made of it counts as sent',
      typed('designer'),
      ['Designer', 'designer'],
      { gone: true, at: at + 10, by: 'background' },
    ],
    [
      'what was typed since stays, on the new ground',
      typed('Designer of looms'),
      ['Designer', 'designer'],
      { base: 'designer', value: 'Designer of looms', at: at + 10, by: 'background' },
    ],
    ['what is gone stays so', gone, ['Designer', 'Designer'], gone],
    ['what never was stays so', undefined, ['Designer', 'Designer'], undefined],
    ['nothing is known: nothing changes', typed('Designer'), [undefined, 'Designer'], typed('Designer')],
    ['nothing is shown: nothing changes', typed('Designer'), ['Designer', undefined], typed('Designer')],
  ])('%s', async (_, draft, [sent, shown], after) => {
    if (draft) session.put(key, draft);
    await settle(sent, shown);
    expect(await draftOf(someone, 'Position').get()).toEqual(after);
  });

  it('a key pressed while the draft is settled is not run over', async () => {
    followDrafts();
    session.put(key, typed('Designer'));
    const settled = settle('Designer', 'Designer');
    // Between the background's read and its write.
    void session.set({ [key]: typed('Designers', 'Engineer', at + 11) });
    await settled;
    await quiet();
    expect(await draftOf(someone, 'Position').get()).toMatchObject({ base: 'Designer', value: 'Designers' });
    expect((await disk.entries()).map(([, draft]) => draft)).toMatchObject([
      { base: 'Designer', value: 'Designers' },
    ]);
  });
  it('a draft that was there before is not taken for such a key', async () => {
    followDrafts();
    await write(typed('Designer'));
    await settle('Designer', 'Designer');
    await quiet();
    expect(await draftOf(someone, 'Position').get()).toMatchObject({ gone: true });
    expect(await disk.entries()).toEqual([]);
  });
});

it('a space’s drafts are forgotten, in memory and on disk, and no others', async () => {
  const other = { ...someone, space: 'acme2' };
  for (const owner of [someone, other]) {
    session.put(draftKey(owner, 'Position'), typed('A'));
    await disk.put(draftKey(owner, 'Position'), typed('A'));
  }
  await forgetDrafts('acme');
  expect(Object.keys(session.now())).toEqual([draftKey(other, 'Position')]);
  expect((await disk.entries()).map(([each]) => each)).toEqual([draftKey(other, 'Position')]);
});
