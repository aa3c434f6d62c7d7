import { describe, expect, it, test } from 'vitest';
import { apiOrigin, isSpace, portalOrigin, spaceOf, spaceOfApi } from '@/utils/portal/space';

const long = 'a'.repeat(63);

/** T16: addresses that look like the API of a space; only plain https on exactly one label is one. */
const table: [url: string, space: string | undefined][] = [
  ['https://acme.spaces.nexudus.com/', 'acme'],
  ['https://acme.spaces.nexudus.com', 'acme'],
  ['https://acme.spaces.nexudus.com/api/public?x#y', 'acme'],
  ['https://a.spaces.nexudus.com/', 'a'],
  ['https://4th-floor.spaces.nexudus.com/', '4th-floor'],
  [`https://${long}.spaces.nexudus.com/`, long],
  ['https://xn--bcher-kva.spaces.nexudus.com/', 'xn--bcher-kva'],
  ['https://spaces.spaces.nexudus.com/', 'spaces'],

  ['https://spaces.nexudus.com/', undefined],
  ['https://spaces.nexudus.com/api/sys/businesses/getByHost', undefined],
  ['https://.spaces.nexudus.com/', undefined],
  ['https://a.b.spaces.nexudus.com/', undefined],
  ['https://www.acme.spaces.nexudus.com/', undefined],
  ['https://acme.spaces.nexudus.com.evil.test/', undefined],
  ['https://acme.spaces.nexudus.com.', undefined],
  ['https://acme.spaces.nexudus.com./', undefined],
  ['https://acme.spaces.nexudus.org/', undefined],
  ['https://acme.spaces-nexudus.com/', undefined],
  ['https://acmespaces.nexudus.com/', undefined],
  ['https://acme.xspaces.nexudus.com/', undefined],
  ['https://acme.spaces.xnexudus.com/', undefined],
  ['https://acme.nexudus.com/', undefined],
  ['https://acme.nexudus.site/', undefined],
  ['https://nexudus.com/', undefined],
  ['https://evil.test/acme.spaces.nexudus.com/', undefined],
  ['https://evil.test/?https://acme.spaces.nexudus.com/', undefined],
  ['https://evil.test/#https://acme.spaces.nexudus.com/', undefined],
  ['https://acme.spaces.nexudus.com@evil.test/', undefined],
  ['https://user@acme.spaces.nexudus.com/', undefined],
  ['https://user:word@acme.spaces.nexudus.com/', undefined],
  ['https://@acme.spaces.nexudus.com/', undefined],
  ['https://:@acme.spaces.nexudus.com/', undefined],
  ['https://acme.spaces.nexudus.com:443/', undefined],
  ['https://acme.spaces.nexudus.com:8443/', undefined],
  ['https://acme.spaces.nexudus.com:/', undefined],
  ['http://acme.spaces.nexudus.com/', undefined],
  ['ws://acme.spaces.nexudus.com/', undefined],
  ['wss://acme.spaces.nexudus.com/', undefined],
  ['ftp://acme.spaces.nexudus.com/', undefined],
  ['file://acme.spaces.nexudus.com/', undefined],
  ['javascript://acme.spaces.nexudus.com/', undefined],
  ['blob:https://acme.spaces.nexudus.com/1', undefined],
  ['view-source:https://acme.spaces.nexudus.com/', undefined],
  ['//acme.spaces.nexudus.com/', undefined],
  ['acme.spaces.nexudus.com', undefined],
  ['https:acme.spaces.nexudus.com/', undefined],
  ['https:/acme.spaces.nexudus.com/', undefined],
  ['https:///acme.spaces.nexudus.com/', undefined],
  ['https:\\\\acme.spaces.nexudus.com\\', undefined],
  ['https://ACME.spaces.nexudus.com/', undefined],
  ['https://acme.SPACES.nexudus.com/', undefined],
  ['HTTPS://acme.spaces.nexudus.com/', undefined],
  ['https://аcme.spaces.nexudus.com/', undefined],
  ['https://acme.spaces.nexudus。com/', undefined],
  ['https://ａcme.spaces.nexudus.com/', undefined],
  ['https://ac%6De.spaces.nexudus.com/', undefined],
  ['https://acme%2espaces.nexudus.com/', undefined],
  ['https://evil%2ftest.spaces.nexudus.com/', undefined],
  ['https://ac\tme.spaces.nexudus.com/', undefined],
  ['https://acme.spaces.nexudus.com\n/', undefined],
  [' https://acme.spaces.nexudus.com/', undefined],
  ['https://ac me.spaces.nexudus.com/', undefined],
  ['https://-acme.spaces.nexudus.com/', undefined],
  ['https://acme-.spaces.nexudus.com/', undefined],
  ['https://ac_me.spaces.nexudus.com/', undefined],
  ['https://*.spaces.nexudus.com/', undefined],
  [`https://${long}a.spaces.nexudus.com/`, undefined],
  ['https://acme.spaces.nexudus.com\\@evil.test/', undefined],
  ['https://[::1].spaces.nexudus.com/', undefined],
  ['', undefined],
  ['null', undefined],
];

test('the table of look-alikes has at least sixty rows', () => {
  expect(new Set(table.map(([url]) => url)).size).toBeGreaterThanOrEqual(60);
});

test.each(table)('%j is the API of %j', (url, space) => {
  expect(spaceOfApi(url)).toBe(space);
});

describe('the address of a space', () => {
  it.each(['acme', 'a', '4th-floor', long])('is built for %s', space => {
    expect(apiOrigin(space)).toBe(`https://${space}.spaces.nexudus.com`);
    expect(portalOrigin(space)).toBe(`https://${space}.nexudus.site`);
    expect(isSpace(space)).toBe(true);
  });
  it.each([
    '',
    'a.b',
    'evil.test/',
    'evil.test#',
    'evil.test?',
    'evil@',
    'Acme',
    '-a',
    'a-',
    'a b',
    `${long}a`,
    'a\n',
    '%61',
    'é',
  ])('is never built for %j', text => {
    expect(isSpace(text)).toBe(false);
    expect(() => apiOrigin(text)).toThrow();
  });
});

describe('a portal page', () => {
  const bound = { 'https://members.example.com': 'acme' };
  it.each([
    ['https://acme.nexudus.site/acme/user/profile', 'acme'],
    ['https://acme.spaces.nexudus.com/account/profile', 'acme'],
    ['https://members.example.com/user/profile', 'acme'],
    ['https://www.members.example.com/', undefined],
    ['http://members.example.com/', undefined],
    ['https://members.example.com:8443/', undefined],
    ['https://nexudus.site/', undefined],
    ['https://a.b.nexudus.site/', undefined],
    ['https://spaces.nexudus.com/', undefined],
    ['about:blank', undefined],
    ['', undefined],
  ])('%s is one of %s', (url, space) => {
    expect(spaceOf(url, bound)).toBe(space);
  });
  it('is not found on a domain that nobody bound, whatever it is called', () => {
    expect(spaceOf('https://members.example.com/')).toBeUndefined();
    expect(spaceOf('https://constructor/', {})).toBeUndefined();
  });
  it('of a space cannot be bound away', () => {
    expect(spaceOf('https://acme.nexudus.site/', { 'https://acme.nexudus.site': 'evil' })).toBe('acme');
  });
});
