import '../../engine/browser';
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { shape, upgradeStored } from '@/entrypoints/background/upgrade';
import { presetsItem } from '@/utils/presets';
import * as stores from '@/utils/stores';
import { fakeBrowser } from '../../engine/browser';

type StoreName = 'drafts' | 'journal' | 'history';

/** What one and the same member's browser holds, as an earlier version wrote it. */
interface Fixture {
  local: Record<string, unknown>;
  /** The database's own version. */
  version: number;
  database: Record<StoreName, Record<string, unknown>>;
}

const folder = join(import.meta.dirname, '../../fixtures/stored');
const fixtures = readdirSync(folder).map(
  file =>
    [Number.parseInt(file, 10), JSON.parse(readFileSync(join(folder, file), 'utf8')) as Fixture] as const,
);

const local = fakeBrowser.storage.local;

/** Makes the disk as it was. */
async function leave({ local: items, version, database }: Fixture): Promise<void> {
  for (const [key, value] of Object.entries(items)) local.put(key, value);
  const request = indexedDB.open('nametag', version);
  request.onupgradeneeded = () => {
    for (const [name, records] of Object.entries(database)) {
      const store = request.result.createObjectStore(name);
      for (const [key, value] of Object.entries(records)) store.put(value, key);
    }
  };
  await new Promise<void>(resolve => {
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.resetModules();
});

test('there is a fixture of every shape', () => {
  expect(fixtures.map(([number]) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: shape + 1 }, (_, number) => number),
  );
});

describe.each(fixtures)('shape %i, brought up to date', (_, fixture) => {
  it('is what this version reads: nothing of it is lost', async () => {
    await leave(fixture);
    await upgradeStored();
    expect(local.now().shape).toBe(shape);
    expect(await stores.settingsItem.get()).toEqual({
      language: 'fr',
      theme: 'dark',
      surface: 'panel',
      launcher: false,
      history: true,
      draftDays: 14,
    });
    expect(await stores.knownSpacesItem.get()).toEqual([
      { space: 'acme', generation: 'v5' },
      { space: 'beta', generation: 'v4' },
    ]);
    expect(await stores.domainsItem.get()).toEqual({ 'https://members.example.com': 'acme' });
    expect(await stores.dismissedHintsItem.get()).toEqual(['ProfileTags']);
    expect(await presetsItem.get()).toContain('"language":"fr"');

    const { table } = await import('@/entrypoints/background/database');
    const [[, draft] = []] = await table('drafts').entries();
    expect(draft).toMatchObject({ base: 'Engineer', value: 'Head of Engines' });
    const [[, journal] = []] = await table('journal').entries();
    expect(journal).toMatchObject({ saveId: 's1', names: ['NickName'], phase: 'sent' });
    const [[, saved] = []] = await table('history').entries();
    expect(saved).toMatchObject({ edits: { CityName: { base: 'Bristol', value: 'Bath' } } });
  });
});

describe('an upgrade', () => {
  const steps = [
    (stored: Record<string, unknown>) => ({ ...stored, a: 1 }),
    ({ a, ...stored }: Record<string, unknown>) => ({ ...stored, b: Number(a) + 1 }),
  ];
  it('takes the steps that are missing, in their order, and removes what a step left out', async () => {
    await upgradeStored(steps);
    expect(local.now()).toEqual({ b: 2, shape: 2 });
  });
  it('takes no step twice', async () => {
    local.put('a', 5);
    local.put('shape', 1);
    await upgradeStored(steps);
    await upgradeStored(steps);
    expect(local.now()).toEqual({ b: 6, shape: 2 });
  });
  it('leaves alone what a later version wrote', async () => {
    local.put('c', 'new');
    local.put('shape', 7);
    await upgradeStored(steps);
    expect(local.now()).toEqual({ c: 'new', shape: 7 });
  });
  it('that cannot write leaves what there was', async () => {
    local.put('a', 5);
    local.put('shape', 1);
    local.state.quota = 5;
    await expect(upgradeStored(steps)).rejects.toThrow();
    expect(local.now()).toEqual({ a: 5, shape: 1 });
  });
});
