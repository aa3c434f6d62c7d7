import { describe, expect, it, test } from 'vitest';
import {
  apiOrigin,
  customOrigin,
  isSpace,
  lookUpOrigin,
  portalOrigin,
  spaceOf,
  spaceOfApi,
} from '@/utils/portal/space';
import { long, lookAlikes } from '../../threats/look-alikes';

test('the table of look-alikes has at least sixty rows', () => {
  expect(new Set(lookAlikes.map(([url]) => url)).size).toBeGreaterThanOrEqual(60);
});

test.each(lookAlikes)('%j is the API of %j', (url, space) => {
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
  it.each([
    'https://acme.nexudus.site',
    'https://acme.spaces.nexudus.com',
    'https://a.evil.nexudus.site',
    'https://a.evil.spaces.nexudus.com',
    'https://spaces.nexudus.com',
    'https://www.nexudus.com',
  ])('%s cannot be bound to another space', origin => {
    expect(spaceOf(`${origin}/`, { [origin]: 'evil' })).not.toBe('evil');
  });
});

describe('a domain of its own', () => {
  it.each([
    ['members.example.com', 'https://members.example.com'],
    ['  members.example.com \n', 'https://members.example.com'],
    ['https://members.example.com/user/profile?x#y', 'https://members.example.com'],
    ['HTTPS://Members.Example.COM', 'https://members.example.com'],
    ['https://members.example.com:443/', 'https://members.example.com'],
    ['a.io', 'https://a.io'],
    ['4th-floor.co', 'https://4th-floor.co'],
    ['münchen.example', 'https://xn--mnchen-3ya.example'],
    ['work.xn--p1ai', 'https://work.xn--p1ai'],
    ['notnexudus.com', 'https://notnexudus.com'],
    ['nexudus.com.example.net', 'https://nexudus.com.example.net'],
    ['http://members.example.com', undefined],
    ['ftp://members.example.com', undefined],
    ['https://members.example.com:8443', undefined],
    ['ada@members.example.com', undefined],
    ['https://ada@members.example.com', undefined],
    ['https://:secret@members.example.com', undefined],
    ['localhost', undefined],
    ['a.b', undefined],
    ['127.0.0.1', undefined],
    ['[::1]', undefined],
    ['members.example.com.', undefined],
    ['members..example.com', undefined],
    ['-members.example.com', undefined],
    ['members-.example.com', undefined],
    ['members_1.example.com', undefined],
    ['members.example.4th', undefined],
    [`${'a'.repeat(63)}.example`, `https://${'a'.repeat(63)}.example`],
    [`${'a'.repeat(64)}.example`, undefined],
    [`${'abcdefghi.'.repeat(25)}com`, `https://${'abcdefghi.'.repeat(25)}com`],
    [`${'abcdefghi.'.repeat(25)}info`, undefined],
    ['nexudus.com', undefined],
    ['nexudus.site', undefined],
    ['www.nexudus.com', undefined],
    ['acme.nexudus.site', undefined],
    ['acme.spaces.nexudus.com', undefined],
    ['', undefined],
    ['  ', undefined],
    ['members example.com', undefined],
    ['https://', undefined],
  ])('%j names %j', (typed, origin) => {
    expect(customOrigin(typed)).toBe(origin);
  });
});

test('the look-up of a host is no space', () => {
  expect([lookUpOrigin, spaceOfApi(`${lookUpOrigin}/`)]).toEqual(['https://spaces.nexudus.com', undefined]);
});
