import { describe, expect, it, test } from 'vitest';
import { popularTags, tagSuggestions, withTag } from '@/utils/advice/tags';
import { splitTags } from '@/utils/profile/tags';
import { check } from '@/utils/profile/validate';

/** Tags as people type and paste them, and what is saved; by hand. */
const typed: readonly [typed: string, saved: string][] = [
  ['', ''],
  [' ', ''],
  [',', ''],
  [', , ,', ''],
  ['design', 'design'],
  [' design ', 'design'],
  ['design,', 'design'],
  [',design', 'design'],
  ['design,research', 'design,research'],
  ['design, research', 'design,research'],
  ['design ,research', 'design,research'],
  ['design,,research', 'design,research'],
  ['design,research,', 'design,research'],
  ['design, research, design', 'design,research'],
  ['Design, design', 'Design,design'],
  ['design\nresearch', 'design,research'],
  ['design\r\nresearch\r\n', 'design,research'],
  ['design\n\nresearch', 'design,research'],
  ['public speaking', 'public speaking'],
  ['public  speaking', 'public  speaking'],
  ['public speaking, design', 'public speaking,design'],
  ['C++, C#, .NET', 'C++,C#,.NET'],
  ['R&D', 'R&D'],
  ['#design', '#design'],
  ['design; research', 'design; research'],
  ['design / research', 'design / research'],
  ['design. research', 'design. research'],
  ['"design", research', '"design",research'],
  ['café, naïve', 'café,naïve'],
  ['山田, 花子', '山田,花子'],
  ['تصميم, بحث', 'تصميم,بحث'],
  ['🎨, 🎹', '🎨,🎹'],
  ['<b>design</b>', '<b>design</b>'],
  ['a,b,c,d,e,f,g', 'a,b,c,d,e,f,g'],
  ['\tdesign\t,\tresearch', 'design,research'],
  ['design\u00a0,research', 'design,research'],
  ['-', '-'],
  ['1, 2, 3', '1,2,3'],
  ['x'.repeat(254), 'x'.repeat(254)],
  [` ${'x'.repeat(254)} , `, 'x'.repeat(254)],
  ['x'.repeat(255), 'tagsTooLong'],
  [`${'x'.repeat(252)}, yz`, 'tagsTooLong'],
  [`${'x'.repeat(252)}, y`, `${'x'.repeat(252)},y`],
];

describe('tags', () => {
  it.each(typed)('%j are saved as %j', (text, saved) => {
    const checked = check('ProfileTags', text, { countries: new Set(), today: '2026-06-15' });
    expect(checked.ok ? checked.value : checked.error).toBe(saved);
    if (checked.ok) expect(splitTags(saved).join(',')).toBe(saved);
  });
  test('there are 40', () => expect(typed.length).toBeGreaterThanOrEqual(40));
});

describe('the tags of a directory', () => {
  it('come by how many use them, each in its usual spelling', () => {
    expect(popularTags(['design, data', 'Design', 'design,writing', 'DATA', 'data', 'data'])).toEqual([
      'data',
      'design',
      'writing',
    ]);
  });
  it('are none where there are none', () => expect(popularTags(['', ' , '])).toEqual([]));
});

const known = ['design', 'data', 'Déménagement', 'public speaking', 'writing', 'research', 'branding', 'tax'];

describe('suggestions', () => {
  it.each([
    ['', '', ['design', 'data', 'Déménagement', 'public speaking', 'writing', 'research']],
    ['design,Data', '', ['Déménagement', 'public speaking', 'writing', 'research', 'branding', 'tax']],
    ['design,d', 'd', ['data', 'Déménagement']],
    ['design,dem', 'dem', ['Déménagement']],
    ['spe', 'spe', ['public speaking']],
    ['peak', 'peak', []],
    ['tax', 'tax', []],
    ['TAX', 'TAX', []],
    ['design,zzz', 'zzz', []],
  ])('for %j while %j is typed are %j', (value, typing, suggested) => {
    expect(tagSuggestions(known, value, typing, 254)).toEqual(suggested);
  });
  it('fit into what the portal takes', () => {
    expect(tagSuggestions(['abc', 'ab'], 'x'.repeat(251), '', 254)).toEqual(['ab']);
    expect(tagSuggestions(['abcd'], 'xy,abc', 'abc', 7)).toEqual(['abcd']);
  });
  it.each([
    ['', '', 'data', 'data'],
    ['design', '', 'data', 'design,data'],
    ['design,da', 'da', 'data', 'design,data'],
    ['design,da', '', 'data', 'design,da,data'],
    ['design', 'design', 'data', 'data'],
  ])('%j with %j typed and %j taken is %j', (value, typing, tag, after) => {
    expect(withTag(value, typing, tag)).toBe(after);
  });
});

test('a member has one vote for a tag, in one spelling', () => {
  const often = Array.from({ length: 35 }, (_, at) => `${' '.repeat(at)}${at % 2 ? 'SPAM' : 'spam'}\u200b`);
  const shouted = ['Spam', 'SPAM', 'spám', 's\u0301pam', 'Spam\u200b', 'SPAm', 'sPAM'];
  expect(popularTags([[...often, ...shouted].join(','), 'design', 'Design'])).toEqual(['design', 'spam']);
});

test('what others wrote is clean before it is shown', () => {
  expect(popularTags(['\u202engised, a\u0007b, \u200b'])).toEqual(['ngised', 'a b']);
});
