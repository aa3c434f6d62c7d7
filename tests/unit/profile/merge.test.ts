import { describe, expect, it, test } from 'vitest';
import { diff, type Edits, entriesOf, fits, normal, same } from '@/utils/profile/diff';
import { type FieldName, fieldOf } from '@/utils/profile/fields';
import type { Value } from '@/utils/profile/kinds';
import { merge } from '@/utils/profile/merge';
import { ownerKey, sameOwner } from '@/utils/profile/owner';
import { check, tidy, validate } from '@/utils/profile/validate';
import { context } from '../../engine/arbitrary';

const edit = (base: string, value: string): Edits => ({ Position: { base, value } });

describe('merge', () => {
  it('sends what only the member changed', () => {
    expect(merge(edit('a', 'b'), { Position: 'a' })).toEqual({
      send: edit('a', 'b'),
      already: [],
      conflicts: {},
      closed: [],
    });
  });
  it('asks where both changed, and shows all three', () => {
    expect(merge(edit('a', 'b'), { Position: 'c' })).toEqual({
      send: {},
      already: [],
      conflicts: { Position: { base: 'a', value: 'b', theirs: 'c' } },
      closed: [],
    });
  });
  it('has nothing to do where the portal already holds it', () => {
    expect(merge(edit('a', 'b'), { Position: 'b' })).toEqual({
      send: {},
      already: ['Position'],
      conflicts: {},
      closed: [],
    });
  });
  it('does not touch what the portal does not offer or cannot say', () => {
    expect(merge(edit('a', 'b'), {})).toEqual({ send: {}, already: [], conflicts: {}, closed: ['Position'] });
  });
  it('takes another spelling of the base for the base', () => {
    expect(merge({ Address: { base: 'a\nb', value: 'c' } }, { Address: 'a\r\nb' }).conflicts).toEqual({});
    expect(merge({ ProfileTags: { base: 'a,b', value: 'c' } }, { ProfileTags: 'a, b' }).conflicts).toEqual(
      {},
    );
  });
  it('judges each field alone', () => {
    const edits: Edits = {
      ...edit('a', 'b'),
      NickName: { base: 'n', value: 'm' },
      State: { base: '', value: 's' },
    };
    const { send, already, conflicts } = merge(edits, { Position: 'a', NickName: 'x', State: 's' });
    expect([Object.keys(send), already, Object.keys(conflicts)]).toEqual([
      ['Position'],
      ['State'],
      ['NickName'],
    ]);
  });
});

describe('diff', () => {
  it('leaves out what is no change and what the portal does not offer', () => {
    const edits: Edits = {
      Position: { base: 'a', value: 'a' },
      NickName: { base: '', value: 'Ada' },
      Skype: { base: '', value: 'ada' },
    };
    expect(diff({ Position: 'a', NickName: '' }, edits)).toEqual({ NickName: { base: '', value: 'Ada' } });
  });
  it('compares with what is saved now, not with the base', () => {
    expect(diff({ Position: 'b' }, edit('a', 'b'))).toEqual({});
    expect(diff({ Position: 'c' }, edit('a', 'b'))).toEqual(edit('a', 'b'));
  });
});

describe('validate', () => {
  it('tidies what is kept and drops what tidying turns back', () => {
    const edits: Edits = { ...edit('a', ' b '), NickName: { base: 'Ada', value: ' Ada ' } };
    expect(validate(edits, context)).toEqual({ ok: true, value: edit('a', 'b') });
  });
  it('drops an edit that is its own base before it is judged', () => {
    expect(validate({ BillingEmail: { base: 'nonsense', value: 'nonsense' } }, context)).toEqual({
      ok: true,
      value: {},
    });
  });
  it('tells every fault at once and saves none', () => {
    const edits: Edits = {
      FullName: { base: 'Ada', value: '' },
      BillingEmail: { base: '', value: 'ada' },
      Position: { base: 'a', value: 'b' },
    };
    expect(validate(edits, context)).toEqual({
      ok: false,
      error: { FullName: 'required', BillingEmail: 'email' },
    });
  });
  it.each([
    ['FullName', 5],
    ['ProfileIsPublic', 'yes'],
    ['CountryId', 'GB'],
    ['DateOfBirth', true],
    ['ProfileTags', null],
  ] as const)('finds a value of another type unreadable and does not fall over: %s %j', (name, value) => {
    const checked = validate({ [name]: { base: 'x', value } }, context);
    expect(checked.ok).toBe(false);
    expect(tidy(name, value)).toBe(value);
  });
  it('leaves what cannot be saved as it was typed', () => {
    expect(tidy('DateOfBirth', ' 1990/2/31 ')).toBe(' 1990/2/31 ');
    expect(tidy('DateOfBirth', '1990/2/3')).toBe('1990-02-03');
    expect(check('CountryId', 1, context).ok).toBe(false);
    expect(tidy('CountryId', 1)).toBe(1);
  });
});

test('a value of another type is its own normal form', () => {
  expect(normal(fieldOf('FullName'), 5)).toBe(5);
  expect(normal(fieldOf('ProfileTags'), null)).toBe(null);
  expect(same(fieldOf('FullName'), 5, '5')).toBe(false);
});

test('names that the table does not know are left out', () => {
  const odd = {
    __proto__: { Position: 1 },
    constructor: 1,
    toString: 2,
    OldPassword: 'x',
    Position: 3,
    State: undefined,
  };
  expect(entriesOf(odd as unknown as Record<string, number>)).toEqual([['Position', 3]]);
});

test('an owner is a space, a member and a profile', () => {
  const ada = { space: 'acme', user: 1, profile: 2 };
  expect(ownerKey(ada)).toBe('acme/1/2');
  expect(sameOwner(ada, { ...ada })).toBe(true);
  for (const other of [{ space: 'acme2' }, { user: 3 }, { profile: 3 }])
    expect(sameOwner(ada, { ...ada, ...other })).toBe(false);
});

describe('fits', () => {
  const samples: Value[] = ['text', '', 7, 0, true, false, null];
  const fitting: [FieldName, Value[]][] = [
    ['Position', ['text', '']],
    ['DateOfBirth', ['text', '']],
    ['Gender', ['text', '']],
    ['ProfileTags', ['text', '']],
    ['CountryId', [7, 0, null]],
    ['BillingCountryId', [7, 0, null]],
    ['ProfileIsPublic', [true, false]],
    ['OnNewWallPost', [true, false]],
  ];
  it.each(fitting)('%s holds %j and nothing of another type', (name, wanted) => {
    expect(samples.filter(value => fits(fieldOf(name), value))).toEqual(wanted);
  });
});
