import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { same } from '@/utils/profile/diff';
import { fieldNames, fields, passwordNames, sections } from '@/utils/profile/fields';
import { type Context, type Fault, faults, type Kind, type Value } from '@/utils/profile/kinds';
import { check } from '@/utils/profile/validate';

interface Examples {
  /** What the portal holds → what the control shows. */
  read: [held: unknown, shown: Value][];
  unreadable: unknown[];
  same: [Value, Value][];
  differ: [Value, Value][];
  /** What is typed → what is saved. */
  edit: [typed: unknown, saved: Value][];
  refuse: [typed: unknown, fault: Fault][];
  /** What is saved, and what the portal held → what goes on the wire. */
  write: [value: Value, held: unknown, wire: unknown][];
}

const vnode = { type: 'img', props: { src: 'x', onerror: 'alert(1)' }, key: null, constructor: undefined };
const odd = [vnode, [], ['a'], 5, true, { Id: 1 }];

const anyText: Examples = {
  read: [
    ['a', 'a'],
    [null, ''],
    ['', ''],
    [' a ', ' a '],
    ['a\uD800b', 'a\uFFFDb'],
    ['a\u0000b', 'a\u0000b'],
    ['👩🏽‍🚀', '👩🏽‍🚀'],
  ],
  unreadable: odd,
  same: [
    ['a\r\nb', 'a\nb'],
    ['', ''],
  ],
  differ: [
    ['a', 'b'],
    ['a', 'A'],
    ['a', ''],
    ['a ', 'a'],
  ],
  edit: [
    [' a ', 'a'],
    ['', ''],
    ['a\nb', 'a\nb'],
  ],
  refuse: [
    [5, 'unreadable'],
    [null, 'unreadable'],
    [vnode, 'unreadable'],
  ],
  write: [['a', 'b', 'a']],
};

/** Examples of every kind: a new one does not compile without its own. */
const examples: { [K in Kind]: Examples } = {
  text: anyText,
  multiline: anyText,
  phone: {
    ...anyText,
    edit: [...anyText.edit, ['  +44 (0)7700 900-123 ext. 4', '+44 (0)7700 900-123 ext. 4']],
  },
  tax: anyText,
  bio: { ...anyText, edit: [['    code\n', '    code']] },
  email: {
    ...anyText,
    edit: [
      ['', ''],
      [' ada@acme.test ', 'ada@acme.test'],
      ['a@b', 'a@b'],
    ],
    refuse: [
      ['ada', 'email'],
      ['ada@', 'email'],
      ['@acme.test', 'email'],
      ['a b@acme.test', 'email'],
      ['a@b@c', 'email'],
      [5, 'unreadable'],
    ],
  },
  link: {
    ...anyText,
    edit: [
      ['ada.example.com', 'https://ada.example.com'],
      ['http://ada.example.com', 'http://ada.example.com'],
      [' ada.example.com/a ', 'https://ada.example.com/a'],
      ['not yet', 'not yet'],
    ],
  },
  handle: {
    ...anyText,
    edit: [
      ['ada', 'ada'],
      [' @ada ', '@ada'],
      ['ada.l', 'ada.l'],
      ['github.com/ada', 'https://github.com/ada'],
    ],
  },
  tags: {
    ...anyText,
    same: [
      ['a, b', 'a,b'],
      ['a,,b ', ' a ,b'],
      ['a,a', 'a'],
      ['a\nb', 'a,b'],
    ],
    differ: [
      ['a,b', 'b,a'],
      ['a', 'A'],
    ],
    edit: [
      [' a ,, b,a', 'a,b'],
      ['x'.repeat(254), 'x'.repeat(254)],
    ],
    refuse: [
      ['x'.repeat(255), 'tagsTooLong'],
      [5, 'unreadable'],
    ],
  },
  date: {
    read: [
      [null, ''],
      ['1990-12-10', '1990-12-10'],
      ['1990-12-10T00:00:00', '1990-12-10'],
      ['1990-12-10T00:00:00Z', '1990-12-10'],
    ],
    unreadable: odd,
    same: [['1990-12-10', '1990-12-10']],
    differ: [['1990-12-10', '1990-12-11']],
    edit: [
      ['', ''],
      ['1990/5/3', '1990-05-03'],
    ],
    refuse: [
      ['1990-02-31', 'date'],
      ['2027-01-01', 'dateFuture'],
      ['0001-01-01', 'dateTooOld'],
      [5, 'unreadable'],
    ],
    write: [
      ['1990-12-10', null, '1990-12-10'],
      ['', '1990-12-10', null],
    ],
  },
  choice: {
    read: [
      ['Female', 'Female'],
      [null, 'NotSet'],
      [0, 'NotSet'],
      [1, 'NotSet'],
      [2, 'Male'],
      [5, 'RatherNotSay'],
      [6, '6'],
      ['Martian', 'Martian'],
    ],
    unreadable: [vnode, [], true],
    same: [['Male', 'Male']],
    differ: [['Male', 'Female']],
    edit: [['Other', 'Other']],
    refuse: [
      ['Martian', 'required'],
      ['6', 'required'],
      [2, 'required'],
    ],
    write: [
      ['Male', 'Female', 'Male'],
      ['Male', 3, 2],
      ['NotSet', 2, 1],
      ['RatherNotSay', 0, 5],
      ['Male', null, 'Male'],
    ],
  },
  country: {
    read: [
      [1220, 1220],
      [null, null],
      [987_654, 987_654],
    ],
    unreadable: [vnode, [], true, '1220', 1.5],
    same: [
      [0, null],
      [1220, 1220],
    ],
    differ: [
      [1220, 1221],
      [1220, null],
    ],
    edit: [[1220, 1220]],
    refuse: [
      [987_654, 'country'],
      [null, 'country'],
      ['1220', 'country'],
    ],
    write: [[1220, 1, 1220]],
  },
  toggle: {
    read: [
      [true, true],
      [false, false],
    ],
    unreadable: [vnode, [], 'true', 1],
    same: [[true, true]],
    differ: [[true, false]],
    edit: [[false, false]],
    refuse: [['true', 'unreadable']],
    write: [[false, true, false]],
  },
};

const context: Context = { countries: new Set([1220, 1221]), today: '2026-06-15' };

describe.each(fields)('$name, a $kind', field => {
  const example = examples[field.kind];
  const read = (held: unknown) => v.safeParse(field.read, held);

  test.each(example.read)('reads %j as %j', (held, shown) => {
    expect(read(held)).toMatchObject({ success: true, output: shown });
  });
  test.each(example.unreadable)('cannot read %j', held => {
    expect(read(held).success).toBe(false);
  });
  test.each(example.same)('%j and %j are no change', (a, b) => {
    expect(same(field, a, b) && same(field, b, a)).toBe(true);
  });
  test.each(example.differ)('%j and %j are a change', (a, b) => {
    expect(same(field, a, b) || same(field, b, a)).toBe(false);
  });
  test.each(example.edit.filter(([, saved]) => !(field.required && saved === '')))(
    'saves %j as %j',
    (typed, saved) => {
      expect(check(field.name, typed, context)).toEqual({ ok: true, value: saved });
    },
  );
  test.each(example.refuse)('does not save %j: %s', (typed, fault) => {
    expect(check(field.name, typed, context)).toEqual({ ok: false, error: fault });
  });
  test.each(example.write)('sends %j over %j as %j', (value, held, wire) => {
    expect((field.write as (value: unknown, held: unknown) => unknown)(value, held)).toBe(wire);
  });
  it('sends what was read as it was held', () => {
    for (const [held, shown] of example.read) {
      // What no member may save is never sent back (F35).
      if (!check(field.name, shown, context).ok) continue;
      const wire = (field.write as (value: unknown, held: unknown) => unknown)(shown, held);
      expect(same(field, v.parse(field.read, wire) as Value, shown)).toBe(true);
    }
  });
});

describe('the table', () => {
  it('has 39 fields, 42 with the password', () => {
    expect(fieldNames.length).toBe(39);
    expect(new Set([...fieldNames, ...passwordNames]).size).toBe(42);
  });

  // Portal.md, "clear with": what the portal documents null for, and what it documents '' for.
  const cleared: Record<string, string | null> = {
    ...Object.fromEntries(
      `NickName DateOfBirth MobilePhone LandLine Position BusinessArea ProfileSummary ProfileWebsite Linkedin Twitter Github
       Instagram Facebook Skype Telegram BillingAddress BillingPostCode BillingCityName BillingState`
        .split(/\s+/)
        .map(name => [name, null]),
    ),
    ...Object.fromEntries(
      'Address PostCode CityName State CompanyName ProfileTags BillingName BillingEmail TaxIDNumber'
        .split(' ')
        .map(name => [name, '']),
    ),
  };
  it('clears every optional text as the portal documents it', () => {
    const texts = fields.filter(field => typeof field.write('' as never, 'x') !== 'boolean');
    const optional = texts.filter(
      field => !field.required && !['choice', 'country', 'toggle'].includes(field.kind),
    );
    expect(Object.fromEntries(optional.map(field => [field.name, field.write('' as never, 'x')]))).toEqual(
      cleared,
    );
  });

  it('reads null as off where a switch may not be set yet, and nowhere else', () => {
    const toggles = fields.filter(({ kind }) => kind === 'toggle');
    const read = toggles.map(({ name, read }) => [name, v.safeParse(read, null)] as const);
    expect(read.filter(([, { success }]) => !success).map(([name]) => name)).toEqual(['ProfileIsPublic']);
    expect(read.flatMap(([, { success, output }]) => (success ? [output] : []))).toEqual(
      Array(6).fill(false),
    );
  });

  it('asks for a full name', () => {
    for (const empty of ['', '  ', '\n'])
      expect(check('FullName', empty, context)).toEqual({ ok: false, error: 'required' });
  });

  it('takes any country while the portal’s list is not known', () => {
    expect(check('CountryId', 987_654, { ...context, countries: new Set() }).ok).toBe(true);
  });

  it('has six switches, applied at once and in the menu, five of them from the session', () => {
    const switches = fields.filter(field => field.apply === 'at once');
    expect(switches.map(field => [field.name, field.menu, field.from])).toEqual([
      ['OnHelpDeskMsg', true, 'session'],
      ['OnNewWallPost', true, 'session'],
      ['OnNewBlogComment', true, 'session'],
      ['OnNewEventComment', true, 'session'],
      ['ReceiveCommunityDigest', true, 'session'],
      ['SignUpToNewsletter', true, undefined],
    ]);
    expect(fields.filter(field => field.menu).every(field => field.apply === 'at once')).toBe(true);
  });

  it('copies billing from fields of the same kind', () => {
    for (const field of fields.filter(({ copies }) => copies))
      expect(fields.find(other => other.name === field.copies)?.kind).toBe(field.kind);
  });

  it('gives every autocomplete token once', () => {
    const tokens = fields.flatMap(({ autocomplete }) => autocomplete ?? []);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('names every section once, the password one without fields', () => {
    expect(sections.map(({ id }) => id)).toEqual([
      'personal',
      'professional',
      'billing',
      'notifications',
      'password',
    ]);
    expect(sections.find(({ id }) => id === 'password')?.fields).toEqual({});
  });

  it('only finds faults that have a name', () => {
    const found = Object.values(examples).flatMap(({ refuse }) => refuse.map(([, fault]) => fault));
    expect(found.filter(fault => !faults.includes(fault))).toEqual([]);
  });
});
