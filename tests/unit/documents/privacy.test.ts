import { describe, expect, it, test } from 'vitest';
import { read, repository, rowsOf } from './texts';

const sources = repository().filter(file =>
  /^(entrypoints|components|utils|public)\/.*\.(tsx?|js)$/.test(file),
);
const code = new Map(sources.map(file => [file, read(file)]));
const all = [...code.values()].join('\n');

/** The value of a constant that a key is made with. */
const constant = (name: string) => new RegExp(`const ${name} = '([^']+)'`).exec(all)?.[1] ?? name;

/** Every item of the browser's storage that the code declares, as area and key up to what varies. */
const declared = [
  ...all.matchAll(/\bitem\(\s*'(local|session)',\s*(?:'([^']+)'|`(?:\$\{(\w+)\})?([^`$]*)|(draftKey)\()/g),
].map(([, area, plain, named, start, draft]) =>
  [area, plain ?? (draft ? constant('draftPrefix') : (named ? constant(named) : '') + start)].join(' '),
);

/** Where each is in PRIVACY.md: a part of its row's first cell. */
const told: Record<string, string> = {
  'session token/': 'the portal’s token',
  'session snapshot/': 'your profile as the portal last showed it',
  'session countries/': 'list of countries',
  'session seats': 'which spaces are signed in and in which tabs',
  'session view/': 'the tab and field you were at',
  'session wanted': 'what a shortcut asked for',
  'session progress/': 'how the last save ended',
  'session menu': 'the lines of the context menu',
  'session sightings': 'when each space was last seen',
  'session binding': 'own domain that you are about to allow',
  'session draft/': '**drafts**',
  'local spaces': 'the names of the spaces you use',
  'local domains': 'the domains you allowed',
  'local settings': 'your settings',
  'session hints': 'do not want to be reminded of',
  'local hints': 'do not want to be reminded of',
  'local presets': 'what your organisation preset',
  'local shape': 'the number of the form',
  'database drafts': '**drafts**',
  'database history': '**history**',
  'database journal': 'a journal of a save',
  'pages look': 'language, direction of writing, theme',
  'pages surface': 'what the button opens',
};

const places: Record<string, RegExp> = {
  session: /the browser's memory/,
  local: /settings storage/,
  database: /a database on this computer/,
  pages: /localStorage/,
};

const tables = /const schemas = \{([^}]+)\}/
  .exec(code.get('entrypoints/background/database.ts') ?? '')?.[1]
  ?.match(/\w+(?=:)/g);
const rows = rowsOf(read('PRIVACY.md')).map(cells => cells.map(cell => cell.replaceAll('’', "'")));

describe('PRIVACY.md', () => {
  it('tells of everything that is stored, and of nothing else', () => {
    const stored = [
      ...declared,
      // Written apart from the items: what brings the others up to date.
      ...(/storage\.local\.set\(\{ \.\.\.\w+, (shape):/
        .exec(all)
        ?.slice(1)
        .map(key => `local ${key}`) ?? []),
      ...(tables ?? []).map(name => `database ${name}`),
      'pages look',
      'pages surface',
    ];
    expect([...new Set(stored)].sort()).toEqual(Object.keys(told).sort());
  });

  it.each(Object.entries(told))('says where %s is kept, and until when', (item, words) => {
    const row = rows.find(([what]) => what?.includes(words.replaceAll('’', "'")));
    expect(row?.[1]).toMatch(places[item.split(' ')[0] ?? ''] ?? /never/);
    expect(row?.[2]).not.toBe('');
  });

  it('has no row of which the code knows nothing', () => {
    const known = [...Object.values(told).map(words => words.replaceAll('’', "'")), '**passwords**'];
    const [, ...body] = rows;
    expect(body.filter(([what]) => !known.some(words => what?.includes(words)))).toEqual([]);
  });

  it('gives the times and numbers that the code has', () => {
    const [days] = /draftDays: .*?, (\d+)\)/.exec(all)?.slice(1) ?? [];
    const [saves] = /const mostSaves = (\d+);/.exec(all)?.slice(1) ?? [];
    const [month] = /const oldest = (\d+) \* 86_400_000;/.exec(all)?.slice(1) ?? [];
    const [patience] =
      /const patience = ([\d_]+);/.exec(code.get('entrypoints/background/domains.ts') ?? '')?.slice(1) ?? [];
    const until = (words: string) => rows.find(([what]) => what?.includes(words))?.[2];
    expect(until('**drafts**')).toContain(`${days} days`);
    expect(until('**history**')).toContain(`${saves} saves or ${month} days`);
    expect(until('own domain')).toContain(`${Number(patience?.replaceAll('_', '')) / 60_000} minutes`);
  });
});

test('pages keep nothing in their own storage but what is told', () => {
  const touching = [...code]
    .filter(([, text]) => /localStorage|sessionStorage/.test(text))
    .map(([file]) => file);
  expect(touching.sort()).toEqual([
    'entrypoints/background/toolbar.ts',
    'entrypoints/editor/look.ts',
    'public/early.js',
  ]);
  expect(all.match(/\bcaches\.|document\.cookie|storage\.sync|sessionStorage/)).toBeNull();
});
