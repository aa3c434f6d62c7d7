import { describe, expect, it, test } from 'vitest';
import { apiOrigin, isSpace, portalOrigin, spaceOf, spaceOfApi } from '@/utils/portal/space';
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
