import fc from 'fast-check';
import { type FieldName, fieldNames, fieldOf, type Row } from '../../utils/profile/fields';
import type { Context, Kind, Value } from '../../utils/profile/kinds';
import type { Values } from '../../utils/profile/record';
import { countries } from '../portal/state/countries';

/** Values as members type them, spaces, stray line ends and all; most of them may be saved. */

export const context: Context = {
  countries: new Set(countries.map(country => country.Id)),
  today: '2026-06-15',
};

const word = fc.constantFrom(
  'Ada',
  'Designer',
  'ß',
  'مصممة',
  '木霊',
  '👩🏽‍🚀',
  'O’Brien',
  'a,b',
  '<b>',
  '0',
  'null',
);
const spaced = fc
  .tuple(fc.constantFrom('', ' ', '\t'), fc.array(word, { maxLength: 3 }), fc.constantFrom('', ' ', '\n'))
  .map(([before, words, after]) => before + words.join(' ') + after);
const free = fc.oneof(spaced, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }));
const lines = fc
  .array(free, { maxLength: 3 })
  .chain(parts => fc.constantFrom('\n', '\r\n').map(end => parts.join(end)));
const two = (n: number) => String(n).padStart(2, '0');
const day = fc
  .tuple(
    fc.integer({ min: 1900, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([y, m, d]) => fc.constantFrom('-', '/', '.', ' ', '').map(s => [y, two(m), two(d)].join(s)));
const mail = fc.constantFrom('', 'ada@acme.test', ' ada@acme.test ', 'a.b+c@d.example', '名@例え.テスト');
const web = fc.constantFrom(
  '',
  'ada.example.com',
  'https://x.example/a',
  'http://x.example',
  'x.example/a b',
  'hi',
);
const handle = fc.constantFrom(
  '',
  'ada',
  '@ada',
  'ada.l',
  'github.com/ada',
  'https://github.com/ada',
  ' ada ',
);

const values: { [K in Kind]: fc.Arbitrary<Value> } = {
  text: free,
  multiline: lines,
  bio: lines,
  phone: fc.oneof(free, fc.constantFrom('+44 7700 900123', '0117 496 0123')),
  tax: fc.oneof(free, fc.constantFrom('GB123456782', 'DE 136 695 976')),
  email: mail,
  date: fc.oneof(fc.constant(''), day),
  link: web,
  handle,
  tags: fc.array(word, { maxLength: 6 }).map(tags => tags.join(', ')),
  choice: fc.constantFrom('NotSet', 'Male', 'Female', 'Other', 'RatherNotSay'),
  country: fc.constantFrom(...context.countries),
  toggle: fc.boolean(),
};

/** A value that a member may enter in that field; required ones are never empty. */
export const typedIn = (field: Row): fc.Arbitrary<Value> =>
  field.required ? values[field.kind].filter(value => String(value).trim() !== '') : values[field.kind];

/** A whole profile as the portal shows it. */
export const profile: fc.Arbitrary<Values> = fc.record(
  Object.fromEntries(fieldNames.map(name => [name, typedIn(fieldOf(name))])) as Record<
    FieldName,
    fc.Arbitrary<Value>
  >,
);

/** One keystroke's worth: a field and what is in it now. */
export const typing: fc.Arbitrary<{ name: FieldName; value: Value }> = fc
  .constantFrom(...fieldNames)
  .chain(name => typedIn(fieldOf(name)).map(value => ({ name, value })));
