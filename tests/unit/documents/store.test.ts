import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { languages } from '@/utils/language';
import { read, repository, root, rowsOf } from './texts';

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  browser_specific_settings?: {
    gecko: { data_collection_permissions: { required: string[]; optional: string[] } };
  };
}
const manifests = Object.fromEntries(
  ['chromium', 'firefox'].map(name => [
    name,
    JSON.parse(read(`tests/golden/manifest.${name}.json`)) as Manifest,
  ]),
) as Record<'chromium' | 'firefox', Manifest>;

/** In characters: the stricter of the two stores. */
const limits = { short: 132, long: 15_000, name: 45 };

describe.each(languages)('the listing in %s', language => {
  const text = (part: string) => read(`store/listing/${language}/${part}.txt`).trim();
  const words = JSON.parse(read(`public/_locales/${language}/messages.json`)) as Record<
    string,
    { message: string }
  >;

  it('fits', () => {
    expect(text('short').length).toBeLessThanOrEqual(limits.short);
    expect(text('long').length).toBeLessThanOrEqual(limits.long);
    expect(words.extName?.message.length).toBeLessThanOrEqual(limits.name);
  });
  it('says in short what the package says', () => {
    expect(text('short')).toBe(words.extDescription?.message);
  });
  it('has all that the English one has', () => {
    const shape = (listing: string) => listing.split('\n').map(line => (line ? line.startsWith('•') : null));
    expect(shape(text('long'))).toEqual(shape(read('store/listing/en/long.txt').trim()));
  });
  it('calls the tabs and buttons what they are called in the editor', async () => {
    const { default: labels } = await import(`../../../locales/labels/${language}.ts`);
    const { default: first } = await import(`../../../locales/first/${language}.ts`);
    const {
      section_personal,
      section_professional,
      section_billing,
      section_notifications,
      section_password,
    } = labels;
    for (const word of [
      section_personal,
      section_professional,
      section_billing,
      section_notifications,
      section_password,
      first.bar_save,
    ])
      expect(text('long')).toContain(word);
  });
});

test('there is a listing of every language and of no other', () => {
  const listed = repository().flatMap(file => /^store\/listing\/(\w+)\/long\.txt$/.exec(file)?.[1] ?? []);
  expect(listed.sort()).toEqual([...languages].sort());
});

describe('the permissions', () => {
  const [permissions = '', hosts = ''] = read('store/permissions.md').split('## Host permissions');
  const named = (text: string) => rowsOf(text).flatMap(([first = '']) => /`([^`]+)`/.exec(first)?.[1] ?? []);

  it('are justified, each of both manifests and no other', () => {
    const wanted = new Set(Object.values(manifests).flatMap(({ permissions }) => permissions));
    expect(named(permissions).sort()).toEqual([...wanted].sort());
  });
  it('are said to be in the browser that has them', () => {
    for (const [name = '', where, why = ''] of rowsOf(permissions).slice(1)) {
      const inBoth = Object.values(manifests).every(({ permissions }) =>
        permissions.includes(name.replaceAll('`', '')),
      );
      expect([name, where]).toEqual([name, inBoth ? 'both' : 'Chrome']);
      expect(why.length).toBeGreaterThan(40);
    }
  });
  it('of sites are justified, each of both manifests and no other', () => {
    for (const { host_permissions, optional_host_permissions } of Object.values(manifests))
      expect(named(hosts).sort()).toEqual([...host_permissions, ...optional_host_permissions].sort());
  });
});

test('the data that Firefox is told of is the data that the answers name', () => {
  const { required = [], optional = [] } =
    manifests.firefox.browser_specific_settings?.gecko.data_collection_permissions ?? {};
  const answers = read('store/data-use.md');
  for (const kinds of [required, optional])
    expect(answers).toContain(JSON.stringify(kinds).replace(',', ', '));
  const yes = rowsOf(answers).filter(([, answer]) => answer?.startsWith('Yes'));
  expect(yes.map(([question]) => question)).toEqual([
    'Personally identifiable information',
    'Authentication information',
    'Web history',
  ]);
});

describe('the pictures', () => {
  const sizeOf = (file: string) => {
    const head = readFileSync(join(root, file)).subarray(0, 26);
    return { width: head.readUInt32BE(16), height: head.readUInt32BE(20), alpha: head[25] === 6 };
  };
  const pictures = repository().filter(file => /^store\/images\/.*\.png$/.test(file));

  it('are five screenshots and a tile, of the sizes that the stores want, without transparency', () => {
    expect(pictures).toHaveLength(6);
    for (const file of pictures)
      expect([file, sizeOf(file)]).toEqual([
        file,
        file.endsWith('tile.png')
          ? { width: 440, height: 280, alpha: false }
          : { width: 1280, height: 800, alpha: false },
      ]);
  });
});

test('the review notes name a person who can sign in to the stand-in portal', async () => {
  const { seededMembers } = await import('../../portal/state/people');
  const notes = read('store/review.md');
  expect(seededMembers.some(({ email, password }) => notes.includes(email) && notes.includes(password))).toBe(
    true,
  );
});
