import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';
import { installBrowser } from './browser';

installBrowser();
const {
  countriesOf,
  domainsItem,
  draftKeys,
  knownSpacesItem,
  progressOf,
  seatsItem,
  settingsItem,
  snapshotOf,
  viewOf,
  wantedItem,
} = await import('@/utils/stores');

const script = readFileSync(new URL('../../../public/early.js', import.meta.url), 'utf8');
const owner = { space: 'acme', user: 1, profile: 2 };
const shown = [
  seatsItem.key,
  wantedItem.key,
  snapshotOf('acme').key,
  countriesOf('acme').key,
  progressOf(owner).key,
  viewOf(owner).key,
  ...draftKeys(owner),
];

/** The script in the head of a page, in a browser that stores these keys. */
function run(surface: string | undefined, look?: object, stored: readonly string[] = []) {
  const get = vi.fn(async (keys: string[]) => Object.fromEntries(keys.map(key => [key, key])));
  const listeners: ((changes: object) => void)[] = [];
  const page = { dataset: { surface } as Record<string, unknown> };
  const context = {
    document: { documentElement: page },
    localStorage: { look: JSON.stringify(look) },
    chrome: {
      storage: {
        session: {
          get,
          getKeys: async () => stored,
          onChanged: { addListener: (listener: (changes: object) => void) => listeners.push(listener) },
        },
        local: { get },
      },
      tabs: { query: vi.fn(async () => []) },
    },
    early: undefined as typeof globalThis.early,
  };
  runInNewContext(script, context);
  const change = (changes: object) => {
    for (const listener of listeners) listener(changes);
  };
  return { page, get, early: context.early, change };
}

it('asks for all that an editor shows, and for nothing that it does not', async () => {
  const { early } = run('popup', undefined, [...shown, 'token/acme', 'binding', 'sightings', 'menu']);
  expect(Object.keys((await early?.session) ?? {}).sort()).toEqual([...shown].sort());
  expect(Object.keys((await early?.local) ?? {}).sort()).toEqual(
    [settingsItem.key, knownSpacesItem.key, domainsItem.key].sort(),
  );
});

it('keeps what changes meanwhile', () => {
  const { early, change } = run('popup');
  change({ seats: { newValue: 1 } });
  change({ wanted: { newValue: 2 } });
  expect(early?.changes).toEqual({ seats: { newValue: 1 }, wanted: { newValue: 2 } });
});

it('puts the last look in force, and asks nothing where no editor is', () => {
  const { page, get, early } = run(undefined, { lang: 'ar', dir: 'rtl', theme: 'dark' });
  expect(page).toMatchObject({ lang: 'ar', dir: 'rtl', dataset: { theme: 'dark' } });
  expect(get).not.toHaveBeenCalled();
  expect(early).toBeUndefined();
  expect(run(undefined).page).toEqual({ dataset: {} });
});
