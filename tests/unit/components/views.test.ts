import { beforeAll, describe, expect, test } from 'vitest';
import { countryName, sortedCountries } from '@/components/controls/countries';
import { initials } from '@/components/editor/initials';
import { commandOf, nextTab } from '@/components/editor/keys';
import { answerOf, clearedBy, faultsOf } from '@/components/editor/password';
import { beginsCommand } from '@/components/editor/SaveIntent';
import { statusOf } from '@/components/editor/status';
import { spaceTyped } from '@/components/frame/OpenPortal';
import { words } from '@/components/words';
import { seatUnder, sectionFor } from '@/entrypoints/editor/choose';
import en from '@/locales/en';
import { createWords } from '@/utils/i18n';
import { problem, problemCodes } from '@/utils/problem';
import { emptyOutcome, type Outcome } from '@/utils/save-data';

beforeAll(() => {
  words.value = createWords('en', en);
});

test.each([
  ['Ada Lovelace', 'AL'],
  ['Cher', 'C'],
  ['Maximiliane von Hohenstein zu Sayn', 'MS'],
  ['ليلى العامري', 'ل'],
  ['山田 花子', '山'],
  ['(Bob) builder', 'B'],
  ['ada@example.com', 'AC'],
  ['👩‍🚀', '?'],
  ['', '?'],
])('the initials of %j are %s', (name, letters) => {
  expect(initials(name, 'en')).toBe(letters);
});

test.each([
  ['Control', false, true],
  ['Meta', false, true],
  ['Control', true, false],
  ['Shift', false, false],
  ['s', false, false],
])('%s going down, held: %j, begins a command: %j', (key, repeat, begins) => {
  expect(beginsCommand({ key, repeat })).toBe(begins);
});

test.each([
  ['ArrowRight', 4, 'ltr', 0],
  ['ArrowLeft', 0, 'ltr', 4],
  ['ArrowRight', 0, 'rtl', 4],
  ['ArrowLeft', 0, 'rtl', 1],
  ['Home', 3, 'rtl', 0],
  ['End', 0, 'ltr', 4],
  ['ArrowDown', 0, 'ltr', undefined],
] as const)('%s on tab %i, %s, leads to %s', (key, from, direction, to) => {
  expect(nextTab(key, from, 5, direction)).toBe(to);
});

const chord = { key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
test.each([
  ['Ctrl+S', { key: 's', ctrlKey: true }, { save: true }],
  ['Cmd+S with caps lock', { key: 'S', metaKey: true }, { save: true }],
  ['Ctrl+Shift+S', { key: 'S', ctrlKey: true, shiftKey: true }, undefined],
  ['Alt+2', { key: '2', code: 'Digit2', altKey: true }, { section: 'professional' }],
  ['Alt+3 on a Mac', { key: '£', code: 'Digit3', altKey: true }, { section: 'billing' }],
  ['Alt+6', { key: '6', code: 'Digit6', altKey: true }, undefined],
  ['AltGr+2', { key: '²', code: 'Digit2', altKey: true, ctrlKey: true }, undefined],
  ['2', { key: '2', code: 'Digit2' }, undefined],
])('%s', (_, keys, command) => {
  expect(commandOf({ ...chord, ...keys })).toEqual(command);
});

test.each([
  ['acme', 'acme'],
  [' Acme ', 'acme'],
  ['acme.nexudus.site', 'acme'],
  ['https://acme.nexudus.site/acme/user/profile', 'acme'],
  ['http://acme.spaces.nexudus.com', 'acme'],
  ['acme.example.com', undefined],
  ['evil.com/acme.nexudus.site', undefined],
  ['a b', undefined],
  ['', undefined],
])('the portal address %j is the space %s', (typed, space) => {
  expect(spaceTyped(typed)).toBe(space);
});

describe('countries', () => {
  const list = [
    { id: 1, name: 'Germany', code: 'DE' },
    { id: 2, name: 'Österreich', code: 'AT' },
    { id: 3, name: 'Narnia', code: '' },
    { id: 4, name: 'Spain', code: 'es' },
  ];
  test('are named and sorted in the member’s language', () => {
    expect(sortedCountries(list, 'de').map(({ name }) => name)).toEqual([
      'Deutschland',
      'Narnia',
      'Österreich',
      'Spanien',
    ]);
    expect(sortedCountries(list, 'en').map(({ id }) => id)).toEqual([2, 1, 3, 4]);
  });
  test.each(['', '1', 'DEU', '<b>'])('keep the portal’s name when the code is %j', code => {
    expect(countryName({ id: 9, name: 'Theirs', code }, 'en')).toBe('Theirs');
  });
});

describe('which seat and which tab', () => {
  const seats = {
    recent: ['beta', 'acme', 'acme@firefox-container-2'],
    tabs: { 7: 'acme@firefox-container-2' },
  };
  test.each([
    [undefined, { seat: 'beta' }],
    [{ id: 1, url: 'https://example.com/' }, { seat: 'beta' }],
    [
      { id: 1, url: 'https://acme.nexudus.site/acme' },
      { seat: 'acme', space: 'acme' },
    ],
    [
      { id: 7, url: 'https://acme.nexudus.site/acme' },
      { seat: 'acme@firefox-container-2', space: 'acme' },
    ],
    [
      { id: 1, url: 'https://gamma.nexudus.site/' },
      { seat: undefined, space: 'gamma' },
    ],
    [
      { id: 1, url: 'https://members.example.com/' },
      { seat: 'acme', space: 'acme' },
    ],
  ])('%j', (tab, found) => {
    expect(seatUnder(tab, seats, { 'https://members.example.com': 'acme' })).toEqual(found);
  });

  const billing = 'https://acme.nexudus.site/acme/user/profile/billing';
  test.each([
    [undefined, undefined, [], 'personal'],
    [undefined, { section: 'password' }, [], 'password'],
    [billing, { section: 'password' }, [], 'billing'],
    [billing, { section: 'professional', field: 'Position' }, ['Position'], 'professional'],
    [billing, { section: 'professional', field: 'Position' }, [], 'billing'],
  ] as const)('%s, last %j, drafts %j: %s', (url, view, drafted, section) => {
    expect(sectionFor(url, view, drafted)).toBe(section);
  });
});

describe('the status line', () => {
  const say = (more: Partial<Outcome>) => statusOf({ ...emptyOutcome('1', 0), ...more }, undefined, []);
  test.each<[Partial<Outcome>, string]>([
    [{ saved: ['Position'] }, 'Saved 1 change.'],
    [{ saved: ['Position', 'CityName', 'State'] }, 'Saved 3 changes.'],
    [
      {
        saved: ['ProfileTags'],
        changed: { ProfileTags: { wanted: 'Design', got: 'design' } },
        problem: problem('changed'),
      },
      'Saved 1 change. The portal changed Skills and interests to “design”.',
    ],
    [
      { saved: ['State'], changed: { State: { wanted: 'x', got: '' } } },
      'Saved 1 change. The portal emptied State or region.',
    ],
  ])('%j', (outcome, text) => {
    expect(say(outcome).text).toBe(text);
  });

  test('leaves what the summary says to the summary', () => {
    const refused = problem('refused', { message: 'No.' });
    expect(say({ refusals: { Position: 'Not that.' }, problem: refused })).toMatchObject({
      text: 'Not saved. Your edits are kept.',
      quote: undefined,
    });
    expect(say({ problem: refused }).quote).toBe('No.');
  });

  test('names what the portal did not keep', () => {
    expect(say({ notKept: ['Linkedin', 'Github'], problem: problem('notKept') }).text).toContain(
      'LinkedIn and GitHub',
    );
  });

  test('only plain success fades, and offers to be undone', () => {
    const undo = { Position: { base: 'a', value: 'b' } };
    expect(say({ saved: ['Position'], undo })).toMatchObject({ tone: 'good', fades: true });
    expect(say({ saved: ['Position'], undo }).actions).toContain('undo');
    expect(say({ problem: problem('unknown') })).toMatchObject({ tone: 'bad', fades: false });
  });

  test.each(problemCodes)('%s says something, with every blank filled', code => {
    const { text } = say({
      notKept: ['Position'],
      saved: ['CityName'],
      problem: problem(code, { name: 'Bob' }),
    });
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(text.length).toBeGreaterThan(10);
  });
});

describe('the password form', () => {
  const typed = { OldPassword: 'old', NewPassword: 'new', RepeatNewPassword: 'new' };
  test.each([
    [typed, undefined],
    [{ ...typed, OldPassword: '' }, 'OldPassword'],
    [{ ...typed, NewPassword: '' }, 'NewPassword'],
    [{ ...typed, RepeatNewPassword: 'other' }, 'RepeatNewPassword'],
  ])('%j', (input, field) => {
    expect(Object.keys(faultsOf(input) ?? {})[0]).toBe(field);
  });

  const all = ['OldPassword', 'NewPassword', 'RepeatNewPassword'];
  const reply = (more: object) => ({ changed: false, refusals: [], ...more });
  test.each([
    [
      'F73 wrong current',
      reply({ refusals: [{ field: 'OldPassword', message: 'no' }], problem: problem('refused') }),
      all,
    ],
    [
      'F74 rule',
      reply({ refusals: [{ field: 'NewPassword', message: 'short' }], problem: problem('refused') }),
      ['OldPassword'],
    ],
    ['F75 unknown', reply({ problem: problem('passwordUnknown') }), all],
    ['F76 changed, then signed out', reply({ changed: true, problem: problem('passwordSignIn') }), all],
    ['changed', reply({ changed: true }), all],
  ])('%s empties what it must', (_, answer, cleared) => {
    expect(clearedBy(answer)).toEqual(cleared);
  });

  // A browser may have sent it before, and that may have counted: nothing is called unchanged.
  test.each<[string, object[], 'password_refused' | 'password_counted']>([
    ['the current one', [{ field: 'oldPassword', message: 'no' }], 'password_counted'],
    ['nothing by name', [], 'password_counted'],
    ['something else', [{ field: 'Account', message: 'no' }], 'password_counted'],
    ['the new one', [{ field: 'NewPassword', message: 'no' }], 'password_refused'],
    [
      'the new one and the current one',
      [
        { field: 'NewPassword', message: 'no' },
        { field: 'OldPassword', message: '' },
      ],
      'password_counted',
    ],
  ])('a refusal of %s says what may have come of it', (_, refusals, key) => {
    expect(answerOf(reply({ refusals, problem: problem('refused') })).text).toBe(en[key]);
  });

  test('puts the portal’s words at the fields, by either of its names', () => {
    const refusals = [
      { field: 'NewPasswordConfirm', message: 'Not the same.' },
      { field: 'Account', message: 'Under review.' },
    ];
    expect(answerOf(reply({ refusals, problem: problem('refused') }))).toMatchObject({
      problems: { RepeatNewPassword: 'Not the same.' },
      quote: 'Account: Under review.',
      tone: 'bad',
    });
  });
});
