import { describe, expect, it, test } from 'vitest';
import { fillIn } from '@/utils/fill';
import { createWords } from '@/utils/i18n';

describe('a value in a sentence', () => {
  it.each([
    // Nothing here runs from right to left: isolating would change nothing.
    ['Hello, {name}.', 'Ada', 'Hello, Ada.'],
    ['Hello, {name}.', '山田', 'Hello, 山田.'],
    ['Hello, {name}.', '', 'Hello, .'],
    ['It was “{name}” – now it’s…', 'l’été', 'It was “l’été” – now it’s…'],
    // The value does, or turns the words behind it.
    ['Hello, {name}.', 'ليلى', 'Hello, \u2068ليلى\u2069.'],
    ['Hello, {name}.', 'יעל', 'Hello, \u2068יעל\u2069.'],
    ['Hello, {name}.', '\u202eadA', 'Hello, \u2068\u202eadA\u2069.'],
    ['Hello, {name}.', 'Ada\u200f', 'Hello, \u2068Ada\u200f\u2069.'],
    // The sentence does.
    ['مرحباً، {name}.', 'Ada', 'مرحباً، \u2068Ada\u2069.'],
    ['مرحباً، {name}.', 'ليلى', 'مرحباً، \u2068ليلى\u2069.'],
    ['مرحباً، {name}.', '', 'مرحباً، .'],
    // Nothing in a value ends its isolation, or begins one that stays open.
    ['Hello, {name}.', 'Ada\u2069\u202e ليلى', 'Hello, \u2068Ada\u202e ليلى\u2069.'],
    ['Hello, {name}.', '\u2066\u2067\u2068Ada', 'Hello, \u2068Ada\u2069.'],
    ['مرحباً، {name}.', 'Ada\n\u2029Eve', 'مرحباً، \u2068Ada Eve\u2069.'],
    // No value is a pattern or a place of its own.
    ['Hello, {name}.', '$& $1 {name}', 'Hello, $& $1 {name}.'],
  ])('%j with %j is %j', (sentence, name, filled) => {
    expect(fillIn(sentence, { name })).toBe(filled);
  });

  it('leaves a number as it is, and a place that nothing fills empty', () => {
    expect(fillIn('{count} حقول{more}', { count: 3 })).toBe('3 حقول');
  });
});

test('every sentence is filled there', () => {
  expect(createWords('ar', { a: 'إلى {name}' }).t('a', { name: 'Acme' })).toBe('إلى \u2068Acme\u2069');
});
