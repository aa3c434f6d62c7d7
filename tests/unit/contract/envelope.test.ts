import { describe, expect, it, test, vi } from 'vitest';
import { quoted, verdictOf } from '@/utils/portal/envelope';
import { growth } from '../growth';

const yes = { WasSuccessful: true, Status: 200, Message: null, Value: null, Errors: null };
const no = { ...yes, WasSuccessful: false, Status: 400, Message: 'No.' };

describe('an answer with a 2xx status', () => {
  it.each([
    [yes],
    [{ WasSuccessful: true }],
    [{ ...yes, Status: null }],
    [{ ...yes, Status: 0 }],
    [{ ...yes, Status: 399 }],
    [{ ...yes, Message: { odd: true }, Errors: [] }],
  ])('is done by %j', body => {
    expect(verdictOf(200, body)).toEqual({ kind: 'done' });
  });

  // F16, F17.
  it.each([[no], [{ ...yes, Status: 400 }], [{ ...yes, Status: 500 }], [{ WasSuccessful: false }]])(
    'is refused by %j',
    body => {
      expect(verdictOf(200, body).kind).toBe('refused');
    },
  );

  // F33: what does not say either way.
  it.each([
    [{}],
    [{ WasSuccessful: 'true' }],
    [{ WasSuccessful: 1 }],
    [{ WasSuccessful: null }],
    [{ ...yes, Status: '200' }],
    [[]],
    [null],
    ['ok'],
    [{ Id: 7, FullName: 'Ada' }],
    [{ Errors: [{ Message: 'x' }] }],
  ])('says nothing by %j', body => {
    expect(verdictOf(200, body)).toEqual({ kind: 'unclear' });
  });

  it('is one from 200 to 299', () => {
    expect([199, 200, 204, 299, 300].map(status => verdictOf(status, yes).kind)).toEqual([
      'refused',
      'done',
      'done',
      'done',
      'refused',
    ]);
  });
});

describe('the errors of a refusal', () => {
  const errorsOf = (Errors: unknown) => {
    const verdict = verdictOf(400, { ...no, Errors });
    return verdict.kind === 'refused' ? verdict.refusals : undefined;
  };
  const tags = { field: 'ProfileTags', message: 'Too long.' };

  // F13–F15: documented only as "validation error object".
  it.each([
    [[{ AttemptedValue: 'x', Message: 'Too long.', PropertyName: 'ProfileTags' }], [tags]],
    [{ PropertyName: 'ProfileTags', Message: 'Too long.' }, [tags]],
    [{ ProfileTags: 'Too long.' }, [tags]],
    [{ ProfileTags: ['Too long.', 'Too odd.'] }, [tags, { field: 'ProfileTags', message: 'Too odd.' }]],
    [{ ProfileTags: { Message: 'Too long.' } }, [tags]],
    [{ ProfileTags: [{ Message: 'Too long.' }] }, [tags]],
    [['Too long.'], [{ field: '', message: 'Too long.' }]],
    ['Too long.', [{ field: '', message: 'Too long.' }]],
    [[['Too long.']], [{ field: '', message: 'Too long.' }]],
    [[{ PropertyName: 'Unknown', Message: 'x' }], [{ field: 'Unknown', message: 'x' }]],
    [[{ PropertyName: 5, Message: 'x' }], [{ field: '', message: 'x' }]],
    [[{ PropertyName: 'ProfileTags' }], [{ field: 'ProfileTags', message: '' }]],
    [{ Message: 'x' }, [{ field: '', message: 'x' }]],
    [{ PropertyName: 'ProfileTags' }, [{ field: 'ProfileTags', message: '' }]],
    [null, []],
    [undefined, []],
    [5, []],
    [[null, 5, true], []],
    [{}, []],
    [[], []],
  ])('%j are read as %j', (errors, refusals) => {
    expect(errorsOf(errors)).toEqual(refusals);
  });

  it('are at most fifty, however they come', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({ PropertyName: `P${n}`, Message: 'x' }));
    expect(errorsOf(many)).toHaveLength(50);
    expect(
      errorsOf(Object.fromEntries(many.map(({ PropertyName }) => [PropertyName, ['a', 'b']]))),
    ).toHaveLength(50);
    expect(errorsOf([many, many])).toHaveLength(50);
    expect(errorsOf(many)?.at(-1)).toEqual({ field: 'P49', message: 'x' });
  });

  it('may be lists in lists, as deep as they like', () => {
    const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}"x"${']'.repeat(levels)}`);
    expect(errorsOf(deep(3))).toEqual([{ field: '', message: 'x' }]);
    expect(errorsOf(deep(4))).toEqual([]);
    expect(errorsOf(deep(50_000))).toEqual([]);
    expect(errorsOf({ ProfileTags: deep(50_000) })).toEqual([]);
  });

  it('do not need an envelope around them', () => {
    expect(verdictOf(400, { Errors: ['x'] })).toEqual({
      kind: 'refused',
      message: '',
      refusals: [{ field: '', message: 'x' }],
    });
  });
});

// What the framework under the portal says where the portal itself says nothing.
describe('a refusal of another shape', () => {
  const tags = { field: 'profileTags', message: 'Too long.' };
  it.each<[object, object]>([
    [
      { title: 'One or more validation errors occurred.', errors: { profileTags: ['Too long.'] } },
      { message: 'One or more validation errors occurred.', refusals: [tags] },
    ],
    [
      { Message: 'The request is invalid.', ModelState: { profileTags: ['Too long.'] } },
      { message: 'The request is invalid.', refusals: [tags] },
    ],
    [
      { message: 'No.', modelState: { profileTags: 'Too long.' } },
      { message: 'No.', refusals: [tags] },
    ],
    [
      { Errors: null, ModelState: { profileTags: ['Too long.'] } },
      { message: '', refusals: [tags] },
    ],
    [
      { errors: [{ propertyName: 'profileTags', errorMessage: 'Too long.' }] },
      { message: '', refusals: [tags] },
    ],
    [
      { title: 'Bad Request', detail: 'Look again.' },
      { message: 'Look again.', refusals: [] },
    ],
    [
      { Message: '', title: { odd: true }, detail: 5 },
      { message: '', refusals: [] },
    ],
  ])('%j is read too', (body, read) => {
    expect(verdictOf(400, body)).toEqual({ kind: 'refused', ...read });
    expect(verdictOf(200, { ...body, WasSuccessful: false })).toEqual({ kind: 'refused', ...read });
  });

  it('is of at most fifty things, from wherever they come', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`P${n}`, ['x']]));
    expect(verdictOf(400, { Errors: many, ModelState: many })).toMatchObject({
      refusals: { length: 50 },
    });
  });
});

describe('a refusal without an envelope', () => {
  it.each([
    ['Not today.', 'Not today.'],
    ['<html><head><title>Bad</title></head><body>request</body></html>', 'Bad request'],
    ['', ''],
    [42, ''],
    [null, ''],
    [['x'], ''],
  ])('%j is quoted as %j', (body, message) => {
    expect(verdictOf(400, body)).toEqual({ kind: 'refused', message, refusals: [] });
  });
});

// T34: texts that would mislead by more than their words.
test.each([
  ['Your account is locked, call +1 900 555 0100', 'Your account is locked, call +1 900 555 0100'],
  ['line one\nline two\r\n\tline three', 'line one line two line three'],
  ['\u202Edrowssap ruoy retne\u202C', 'drowssap ruoy retne'],
  ['a\u200Bb\u200Ec\u2066d\u2069', 'a b c d'],
  ['\u0000\u0007\u001B[31mred\u001B[0m', '[31mred [0m'],
  ['one\u2028two\u2029three', 'one two three'],
  ['<script>alert(1)</script>', 'alert(1)'],
  ['<a href="https://evil.test">here</a>', 'here'],
  ['<img src=x onerror=alert(1)>', ''],
  ['a < b and c > d', 'a d'],
  ['<<b>script>x', '< script>x'],
  ['%s & %d &amp; {name} $1', '%s & %d &amp; {name} $1'],
  ['\uFEFFhello\u00AD there', 'hello there'],
  [`${'x'.repeat(299)}yz`, `${'x'.repeat(299)}…`],
  [`${'x'.repeat(298)}👩y`, `${'x'.repeat(298)}…`],
  ['half \uD83D of it', 'half of it'],
  ['x'.repeat(300), 'x'.repeat(300)],
])('%j is quoted as %j', (text, line) => {
  expect(quoted(text)).toBe(line);
});

test.each(['<', '< ', '<a', ' ', '\u202E', '<>', 'a<'])(
  'of a megabyte of %j no more is looked at than a quotation needs',
  unit => {
    const replace = vi.spyOn(String.prototype, 'replace');
    try {
      expect(quoted(unit.repeat(1_048_576 / unit.length)).length).toBeLessThanOrEqual(300);
      const looked = replace.mock.contexts.map(text => String(text).length);
      expect(looked.length).toBeGreaterThan(0);
      expect(Math.max(...looked)).toBeLessThanOrEqual(4_000);
    } finally {
      replace.mockRestore();
    }
    // And that costs as much more as there is more of it.
    expect(growth(size => quoted(unit.repeat(size / unit.length)), 1_000)).toBeLessThan(8);
  },
);

test.each([[5], [null], [undefined], [{}], [[]], [true]])('%j is no text to quote', text => {
  expect(quoted(text)).toBe('');
});
