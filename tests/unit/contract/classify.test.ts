import { describe, expect, it, test } from 'vitest';
import { classify, readProblem, retryTime, type WriteReply } from '@/utils/portal/classify';

const now = Date.parse('2026-06-15T12:00:00Z');
const answer = (status: number, body: unknown = '', isJson = typeof body === 'object'): WriteReply => ({
  status,
  body,
  isJson,
  retryAfter: null,
});
const done = { WasSuccessful: true, Status: 200, Message: null, Value: null, Errors: null };
const errors = [{ PropertyName: 'FullName', Message: 'Too short.', AttemptedValue: 'x' }];

describe('a write', () => {
  const accepted: [WriteReply, boolean][] = [
    [answer(200, done), true],
    [answer(201, done), true],
    [answer(200, ''), false],
    [answer(204, ''), false],
  ];
  it.each(accepted)('%j is accepted, confirmed: %s', (reply, confirmed) => {
    expect(classify(reply, now)).toEqual({ kind: 'accepted', confirmed });
  });

  const unknown: [WriteReply, string][] = [
    [{ lost: 'network' }, 'notSaved'],
    [{ lost: 'deadline' }, 'notSaved'],
    [{ lost: 'unreadable' }, 'notSaved'],
    [{ lost: 'redirect' }, 'redirected'],
    ...[500, 501, 502, 503, 504, 507, 510, 512, 599].map((status): [WriteReply, string] => [
      answer(status),
      'notSaved',
    ]),
    [answer(500, { ...done, WasSuccessful: false }), 'notSaved'],
    [answer(500, done), 'notSaved'],
    [answer(200, '<html></html>'), 'notSaved'],
    [answer(200, ' '), 'notSaved'],
    [answer(200, {}), 'notSaved'],
    [answer(200, null, true), 'notSaved'],
    [answer(200, 'ok', true), 'notSaved'],
  ];
  it.each(unknown)('%j leaves open what happened: %s', (reply, code) => {
    expect(classify(reply, now)).toEqual({ kind: 'unknown', problem: { code } });
  });

  const refused: [number, string][] = [
    [199, 'refused'],
    [300, 'refused'],
    [400, 'refused'],
    [401, 'signedOut'],
    [402, 'refused'],
    [403, 'forbidden'],
    [404, 'notApi'],
    [405, 'notApi'],
    [406, 'refused'],
    [407, 'refused'],
    [408, 'refused'],
    [409, 'throttled'],
    [413, 'refused'],
    [415, 'refused'],
    [422, 'refused'],
    [429, 'throttled'],
    [499, 'refused'],
    [511, 'refused'],
  ];
  it.each(refused)('status %i is a refusal: %s', (status, code) => {
    for (const body of ['', '<html>', {}, done])
      expect(classify(answer(status, body), now)).toMatchObject({ kind: 'refused', problem: { code } });
  });

  it.each([
    [answer(400, { ...done, WasSuccessful: false, Message: 'Look again.', Errors: errors })],
    [answer(200, { ...done, WasSuccessful: false, Message: 'Look again.', Errors: errors })],
    [answer(200, { ...done, Status: 422, Message: 'Look again.', Errors: errors })],
  ])('%j says what is wrong where', reply => {
    expect(classify(reply, now)).toEqual({
      kind: 'refused',
      problem: { code: 'refused', message: 'Look again.' },
      refusals: [{ field: 'FullName', message: 'Too short.' }],
    });
  });

  it.each([409, 429])(
    'that must wait says until when, in the portal’s words if there are any: %i',
    status => {
      const reply = { ...answer(status, { Message: 'Slow down.' }), retryAfter: '7' };
      expect(classify(reply, now)).toEqual({
        kind: 'refused',
        problem: { code: 'throttled', message: 'Slow down.', retryAt: now + 7_000 },
        refusals: [],
      });
    },
  );

  it('without a session keeps nothing of what the portal said', () => {
    expect(classify(answer(401, { Message: 'x', Errors: errors }), now)).toEqual({
      kind: 'refused',
      problem: { code: 'signedOut' },
      refusals: [],
    });
  });
});

// F26: a countdown is from a second to ten minutes long, whatever the header says.
test.each([
  ['1', 1_000],
  ['7', 7_000],
  [' 7 ', 7_000],
  ['600', 600_000],
  ['601', 600_000],
  ['3600', 600_000],
  ['99999999999999999999', 600_000],
  ['0', 1_000],
  ['-5', 1_000],
  ['Mon, 15 Jun 2026 12:00:30 GMT', 30_000],
  ['Mon, 15 Jun 2026 13:00:00 GMT', 600_000],
  ['Mon, 15 Jun 2026 11:00:00 GMT', 1_000],
  ['soon', 5_000],
  ['7 loaves', 5_000],
  ['in 7 s', 5_000],
  ['', 5_000],
  [null, 5_000],
  ['NaN', 5_000],
  ['Infinity', 5_000],
])('Retry-After: %j makes a repeat wait %i ms', (header, wait) => {
  expect(retryTime(header, now) - now).toBe(wait);
});

describe('a read', () => {
  const table: [WriteReply, string | undefined][] = [
    [answer(200, {}), undefined],
    [answer(299, []), undefined],
    [answer(200, 'x', true), undefined],
    [answer(199, {}), 'notApi'],
    [answer(300, {}), 'notApi'],
    [answer(200, ''), 'notApi'],
    [answer(200, '<html>'), 'notApi'],
    [answer(204, ''), 'notApi'],
    [answer(401), 'signedOut'],
    [answer(403), 'forbidden'],
    [answer(404), 'notApi'],
    [answer(405, '<html>'), 'notApi'],
    [answer(400, {}), 'notApi'],
    [answer(407), 'notApi'],
    [answer(408), 'unreachable'],
    [answer(409), 'throttled'],
    [answer(429), 'throttled'],
    [answer(500), 'unreachable'],
    [answer(503), 'unreachable'],
    [answer(511), 'unreachable'],
    [{ lost: 'network' }, 'unreachable'],
    [{ lost: 'deadline' }, 'unreachable'],
    [{ lost: 'redirect' }, 'redirected'],
    [{ lost: 'unreadable' }, 'notApi'],
  ];
  it.each(table)('%j comes to %s', (reply, code) => {
    expect(readProblem(reply, true, now)?.code).toBe(code);
  });

  it('without a network says so, unless it is not the network’s fault', () => {
    expect(readProblem({ lost: 'network' }, false, now)).toEqual({ code: 'offline' });
    expect(readProblem({ lost: 'deadline' }, false, now)).toEqual({ code: 'offline' });
    expect(readProblem({ lost: 'redirect' }, false, now)).toEqual({ code: 'redirected' });
  });

  it('that must wait says until when', () => {
    const reply = { status: 429, body: '', isJson: false, retryAfter: '3' };
    expect(readProblem(reply, true, now)).toEqual({ code: 'throttled', message: '', retryAt: now + 3_000 });
  });
});
