import { describe, expect, it, test } from 'vitest';
import { fieldNames, fields } from '@/utils/profile/fields';
import { joinReadings, readRecord } from '@/utils/profile/record';
import { joinTags, splitTags } from '@/utils/profile/tags';
import { nestings, poisonousKeys } from '../../threats/poison';

const whole = {
  ...Object.fromEntries(
    fields.map(field => [field.name, field.kind === 'toggle' ? true : field.kind === 'country' ? 1220 : 'x']),
  ),
  Id: 7,
  Email: 'ada@acme.test',
};

describe('a record', () => {
  it('gives every field of the table and nothing else', () => {
    const { values, locked, missing } = readRecord(whole);
    expect(Object.keys(values).sort()).toEqual([...fieldNames].sort());
    expect([locked, missing]).toEqual([[], []]);
  });

  it.each(fieldNames)('one odd value costs one field: %s', name => {
    const { values, locked } = readRecord({ ...whole, [name]: { type: 'b', props: {} } });
    expect(locked).toEqual([name]);
    expect(Object.keys(values)).toHaveLength(fieldNames.length - 1);
  });

  it.each(fieldNames)('a key that is not there is missing: %s', name => {
    const { [name]: _, ...rest } = whole as Record<string, unknown>;
    const { values, locked, missing } = readRecord(rest);
    expect([missing, locked]).toEqual([[name], []]);
    expect(name in values).toBe(false);
  });

  it.each([
    [{ CountryId: 1220 }, 1220],
    [{ Country: { Id: 1220 } }, 1220],
    [{ CountryId: null, Country: { Id: 1220 } }, 1220],
    [{ CountryId: 1221, Country: { Id: 1220 } }, 1221],
    [{ CountryId: null }, null],
    [{ CountryId: null, Country: null }, null],
    [{ Country: { Id: null } }, null],
    [{ CountryId: 1220, Country: 'GB' }, 1220],
  ])('reads the country of %j as %j', (json, id) => {
    expect(readRecord(json).values.CountryId).toBe(id);
  });

  it.each([[{ Country: null }], [{ Country: 'GB' }], [{ Country: {} }], [{ Country: [{ Id: 1 }] }]])(
    'misses the country in %j',
    json => {
      expect(readRecord(json).missing).toContain('CountryId');
    },
  );

  it('reads billing’s own country', () => {
    expect(readRecord({ BillingCountry: { Id: 3 }, Country: { Id: 4 } }).values).toEqual({
      CountryId: 4,
      BillingCountryId: 3,
    });
  });

  it('keeps the portal’s own spelling beside the value', () => {
    const { values, held } = readRecord({ Gender: 3, DateOfBirth: '1990-12-10T00:00:00Z', NickName: null });
    expect(values).toEqual({ Gender: 'Female', DateOfBirth: '1990-12-10', NickName: '' });
    expect(held).toEqual({ Gender: 3, DateOfBirth: '1990-12-10T00:00:00Z', NickName: null });
  });

  it.each([
    ['ProfileSummary', 20_000],
    ['ProfileTags', 2_000],
    ['FullName', 1_000],
    ['Address', 1_000],
    ['DateOfBirth', 1_000],
    ['Gender', 1_000],
    ['Github', 1_000],
  ] as const)('reads %s up to %i characters, and locks what is longer', (name, longest) => {
    const fits = readRecord({ ...whole, [name]: 'x'.repeat(longest) });
    expect([fits.locked, fits.cut]).toEqual([[], {}]);
    const { values, locked, cut, held } = readRecord({ ...whole, [name]: 'x'.repeat(longest + 1) });
    expect([locked, cut]).toEqual([[name], { [name]: `${'x'.repeat(119)}…` }]);
    expect([name in values, name in held]).toEqual([false, false]);
    expect(Object.keys(values)).toHaveLength(fieldNames.length - 1);
  });

  it('reads only the rows that its resource holds', () => {
    const { values, missing } = readRecord(whole, field => field.from === 'session');
    expect(Object.keys(values)).toHaveLength(5);
    expect(missing).toEqual([]);
  });

  it('puts two resources together', () => {
    const a = readRecord(whole, field => field.from === 'session');
    const b = readRecord({}, field => field.from === undefined);
    const both = joinReadings(a, b);
    expect(Object.keys(both.values)).toHaveLength(5);
    expect(both.missing).toHaveLength(fieldNames.length - 5);
  });
});

// T27: eight keys at five depths; nothing survives and no prototype changes.
test.each(poisonousKeys.flatMap(key => nestings.map((nest, depth) => [key, depth, nest] as const)))(
  'a key %s at depth %i does nothing',
  (key, _, nest) => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const reading = readRecord(JSON.parse(nest(`{"${key}":{"FullName":"planted","Id":9},"NickName":1}`)));
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(({} as Record<string, unknown>).FullName).toBeUndefined();
    expect(reading.values.FullName).not.toBe('planted');
    for (const part of [reading.values, reading.held]) {
      expect(Object.getPrototypeOf(part)).toBe(Object.prototype);
      expect(Object.keys(part).filter(name => !(fieldNames as readonly string[]).includes(name))).toEqual([]);
    }
  },
);

test.each([null, undefined, 5, 'text', [], [whole], true])('%j is a record without fields', json => {
  const { values, missing } = readRecord(json);
  expect(values).toEqual({});
  expect(missing).toEqual(fieldNames);
});

test.each([
  ['', []],
  [' , ,', []],
  ['a', ['a']],
  [' a , b,a', ['a', 'b']],
  ['a\nb', ['a', 'b']],
  ['A,a', ['A', 'a']],
])('the tags of %j are %j', (text, tags) => {
  expect(splitTags(text)).toEqual(tags);
  expect(splitTags(joinTags(splitTags(text)))).toEqual(tags);
});
