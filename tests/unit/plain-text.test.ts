import { describe, expect, it, test } from 'vitest';
import { cleanName, shortened } from '@/utils/plain-text';

describe('a name', () => {
  it.each([
    // As they are.
    ['Ada Lovelace', 'Ada Lovelace'],
    ['Łukasz O’Neill-Ó Súilleabháin (He/Him) & Co.', 'Łukasz O’Neill-Ó Súilleabháin (He/Him) & Co.'],
    ['山田 太郎', '山田 太郎'],
    ['ليلى حدّاد', 'ليلى حدّاد'],
    ['नेहा ज़ुबैर', 'नेहा ज़ुबैर'],
    // Joiners between letters, and what belongs to a sign: a Persian compound, a family, a heart, the flag of England.
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
    ['Ada ❤\ufe0f', 'Ada ❤\ufe0f'],
    [
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ],
    // Blanks.
    ['  Ada\t\r\n Lovelace\u3000', 'Ada Lovelace'],
    ['Ada\u00a0\u2003Lovelace', 'Ada Lovelace'],
    ['Ada\u2028Lovelace\u2029', 'Ada Lovelace'],
    ['Ada\u0000\u0007\u001b[2JLovelace\u009b', 'Ada [2JLovelace'],
    ['Ada\u2800\u2800Lovelace', 'Ada Lovelace'],
    // What turns or hides.
    ['\u202eecalevoL adA\u202c', 'ecalevoL adA'],
    ['Ada\u2066\u2067\u2068\u2069\u200e\u200f\u061c Lovelace', 'Ada Lovelace'],
    ['A\u200bd\u2060a\ufeff\u00ad', 'Ada'],
    ['Ada\u3164\u115f\u1160\uffa0', 'Ada'],
    ['\u200dAda\u200c', 'Ada'],
    ['Ada\ud800 Lovelace', 'Ada Lovelace'],
    // Nothing to be seen.
    ['', ''],
    [' \u200b\u202e ', ''],
    ['\u200d\u200c', ''],
    ['\ufe0f', ''],
    ['\u0301', ''],
  ])('%j is shown as %j', (sent, shown) => {
    expect(cleanName(sent)).toBe(shown);
    expect(cleanName(shown)).toBe(shown);
  });

  it('has 80 characters at most, and no half of one', () => {
    expect(cleanName('a'.repeat(80))).toBe('a'.repeat(80));
    expect(cleanName('a'.repeat(81))).toBe(`${'a'.repeat(79)}…`);
    expect(cleanName(`${'a'.repeat(78)}🙂🙂`)).toBe(`${'a'.repeat(78)}…`);
  });
});

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['a🙂b🙂', 3, 'a…'],
])('%j in %i characters is %j', (text, longest, short) => {
  expect(shortened(text, longest)).toBe(short);
});
