import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it, test } from 'vitest';

/** Who may import whom: the table in CONTRIBUTING.md. Reads the sources and names the file that breaks it. */
const root = join(import.meta.dirname, '../..');

interface Import {
  file: string;
  /** A package's name, or a path of the repository without its ending. */
  from: string;
  typeOnly: boolean;
  dynamic: boolean;
}

const sources = ['utils', 'components', 'entrypoints', 'locales']
  .flatMap(folder => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
  .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(entry => relative(root, join(entry.parentPath, entry.name)));

const read = (file: string) => readFileSync(join(root, file), 'utf8');

function importsOf(file: string): Import[] {
  const code = read(file).replace(/\/\*[\s\S]*?\*\//g, '');
  const place = (from: string) =>
    from.startsWith('.') ? relative(root, join(root, dirname(file), from)) : from.replace(/^@\//, '');
  const written = [
    ...code.matchAll(/^(?:import|export)\s+(type\s+)?(?:([\s\S]*?)\s+from\s+)?['"]([^'"]+)['"]/gm),
  ].map(([, type, what = '', from = '']) => {
    const named = /^\{([\s\S]*)\}$/
      .exec(what.trim())?.[1]
      ?.split(',')
      .map(each => each.trim())
      .filter(Boolean);
    const typeOnly = !!type || (!!named && named.every(each => each.startsWith('type ')));
    return { file, from: place(from), typeOnly, dynamic: false };
  });
  const dynamic = [...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, from = '']) => ({
    file,
    from: place(from),
    typeOnly: false,
    dynamic: true,
  }));
  return [...written, ...dynamic];
}

const imports = sources.flatMap(importsOf);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const packages = Object.keys(manifest.dependencies);
const isPackage = (from: string, ...names: string[]) =>
  names.some(name => from === name || from.startsWith(`${name}/`));
const isBrowser = (from: string) => isPackage(from, 'wxt') || from.startsWith('#');
const inside = (from: string, ...folders: string[]) =>
  folders.some(folder => from === folder || from.startsWith(`${folder}/`));
const isOurs = (from: string) =>
  inside(from, 'utils', 'components', 'entrypoints', 'locales', 'assets', 'public');
const isEdge = (file: string) => /^\/\*\*\s*Edge:/.test(read(file));

interface Rule {
  who: string;
  of(file: string): boolean;
  may(what: Import): boolean;
}

const rules: Rule[] = [
  {
    who: 'utils, but the files that say "Edge:" at the top',
    of: file => inside(file, 'utils') && !inside(file, 'utils/advice') && !isEdge(file),
    may: ({ from }) => inside(from, 'utils', 'locales') || isPackage(from, 'valibot'),
  },
  {
    who: 'edge files of utils',
    of: file => inside(file, 'utils') && isEdge(file),
    may: ({ from }) => inside(from, 'utils', 'locales') || isPackage(from, 'valibot') || isBrowser(from),
  },
  {
    who: 'utils/advice: one library each, loaded when it is used',
    of: file => inside(file, 'utils/advice'),
    may: ({ from, typeOnly, dynamic }) =>
      inside(from, 'utils', 'locales') ||
      isPackage(from, 'valibot', 'preact') ||
      (!isOurs(from) && (dynamic || typeOnly)),
  },
  {
    who: 'components',
    of: file => inside(file, 'components'),
    may: ({ from }) =>
      (inside(from, 'components', 'utils', 'locales', 'assets') &&
        !['utils/messaging', 'utils/stores'].includes(from.replace(/\.tsx?$/, ''))) ||
      isPackage(from, 'preact', '@preact/signals'),
  },
  {
    who: 'pages',
    of: file =>
      inside(file, 'entrypoints') && !inside(file, 'entrypoints/background', 'entrypoints/portal.content'),
    may: ({ from }) =>
      (isOurs(from) && !inside(from, 'entrypoints/background', 'entrypoints/portal.content')) ||
      isPackage(from, 'preact', '@preact/signals', 'valibot') ||
      isBrowser(from),
  },
  {
    who: 'the script on the portal’s pages',
    of: file => inside(file, 'entrypoints/portal.content'),
    may: ({ from, typeOnly }) =>
      typeOnly ||
      inside(from, 'entrypoints/portal.content', 'utils/portal', 'utils/i18n', 'utils/language', 'locales') ||
      isBrowser(from),
  },
  {
    who: 'the background',
    of: file => inside(file, 'entrypoints/background'),
    may: ({ from }) =>
      inside(from, 'entrypoints/background', 'utils', 'locales') ||
      isPackage(from, 'ky', 'idb', 'valibot') ||
      isBrowser(from),
  },
  {
    who: 'locales',
    of: file => inside(file, 'locales'),
    may: ({ from, typeOnly }) => typeOnly || inside(from, 'locales'),
  },
];

describe.each(rules)('$who', ({ of, may }) => {
  it('imports only what it may', () => {
    const broken = imports.filter(each => of(each.file) && !may(each));
    expect(broken.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });
});

test('every source falls under exactly one rule', () => {
  expect(sources.filter(file => rules.filter(({ of }) => of(file)).length !== 1)).toEqual([]);
  expect(sources.length).toBeGreaterThan(50);
});

test('the rules read imports as they are written', () => {
  const found = importsOf('entrypoints/background/save.ts').map(({ from }) => from);
  expect(found).toContain('utils/portal/classify');
  expect(found).toContain('entrypoints/background/queue');
  expect(importsOf('entrypoints/background/heartbeat.ts').map(({ from }) => from)).toEqual(['wxt/browser']);
});

describe('the token', () => {
  it('is declared in one file, which only the background imports', () => {
    const declares = sources.filter(file => /item\(\s*'session',\s*[`']token/.test(read(file)));
    expect(declares).toEqual(['entrypoints/background/sessions.ts']);
    const outside = imports.filter(
      ({ from, file }) =>
        from.startsWith('entrypoints/background/sessions') && !inside(file, 'entrypoints/background'),
    );
    expect(outside.map(({ file }) => file)).toEqual([]);
  });
  it('is spoken of in no message and no stored item', () => {
    for (const file of ['utils/messages.ts', 'utils/stores.ts', 'utils/snapshot.ts', 'utils/save-data.ts'])
      expect(read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')).not.toMatch(/token|bearer|authorization/i);
  });
  it('is put into a request in one place', () => {
    expect(sources.filter(file => /Bearer \$\{/.test(read(file)))).toEqual([
      'entrypoints/background/portal-api.ts',
    ]);
  });
});

test('requests are made in one file', () => {
  const asking = sources.filter(file =>
    /\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket|new EventSource/.test(read(file)),
  );
  expect(asking).toEqual(['entrypoints/background/portal-api.ts', 'entrypoints/background/words.ts']);
  // The second reads a file of the extension's own.
  expect(read('entrypoints/background/words.ts').match(/\bfetch\(.{0,26}/g)).toEqual([
    'fetch(browser.runtime.getURL(`/$',
  ]);
});

test('nothing personal is logged, and no HTML is written', () => {
  const loud = sources.filter(file =>
    /\bconsole\.|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/.test(
      read(file),
    ),
  );
  expect(loud).toEqual([]);
});

test('files stay small: none past 300 lines but those with a reason', () => {
  const long = sources.filter(
    file => inside(file, 'utils', 'entrypoints') && read(file).split('\n').length > 301,
  );
  expect(long).toEqual([]);
});

describe('the runtime packages', () => {
  it.each(packages)('%s is in the README’s list, with its reason', name => {
    const readme = existsSync(join(root, 'README.md')) ? read('README.md') : '';
    const list = readme.split(/^#+ Runtime packages.*$/m)[1]?.split(/^#/m)[0] ?? '';
    const row = list.split('\n').find(line => line.startsWith('|') && line.includes(`\`${name}\``));
    expect(row?.split('|').filter(cell => cell.trim()).length ?? 0).toBeGreaterThanOrEqual(2);
  });
  it('are pinned exactly', () => {
    expect(Object.values(manifest.dependencies).filter(version => !/^\d+\.\d+\.\d+$/.test(version))).toEqual(
      [],
    );
  });
  it('are used, and nothing else is', () => {
    const used = new Set(
      imports
        .filter(({ from, file }) => !isOurs(from) && !isBrowser(from) && file !== from)
        .map(({ from }) =>
          from
            .split('/')
            .slice(0, from.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    expect([...used].sort()).toEqual([...packages].sort());
  });
});
