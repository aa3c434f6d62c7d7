import { htmlPage, status } from '../../portal/faults/recipes';
import type { Scripted } from '../../portal/faults/types';
import { lost, onPatch, onRead, type Row, type Way } from './row';

const no = (more: object = {}) => ({
  WasSuccessful: false,
  Status: 400,
  Message: 'Look again.',
  Value: null,
  Errors: null,
  ...more,
});
const errors = [{ PropertyName: 'Position', Message: 'Too grand.', AttemptedValue: 'Designer' }];

const refusal = (way: string, answer: Scripted, says: Way['says'] = 'refused'): Way => ({
  way,
  says,
  provoke: onPatch({ answer }),
});
const json = (body: unknown, code = 400): Scripted => ({ status: code, json: body });
const throttled = (way: string, code: number, retryAfter?: string): Way =>
  refusal(way, status(code, retryAfter === undefined ? {} : { 'retry-after': retryAfter }), 'throttled');

/** For a `Retry-After`. */
export const aDate = 'Mon, 15 Jun 2026 13:00:00 GMT';

/** F13–F30: what the portal says by its status. */
export const statuses: Row[] = [
  {
    id: 'F13',
    fault: '400 with errors at fields',
    draft: 'K',
    patches: 1,
    again: ['after edit', 'after retyping'],
    ways: [
      refusal('for a field', json(no({ Errors: errors }))),
      refusal(
        'for a name that is not in the table',
        json(no({ Errors: [{ PropertyName: 'Coworker', Message: 'No.' }] })),
      ),
      {
        way: 'by the portal’s own rule, all or nothing',
        says: 'refused',
        typed: { Position: 'Designer', BillingEmail: 'a@b' },
        hopeless: true,
      },
      {
        way: 'by the portal’s own rule, the good ones kept',
        says: 'refused',
        draft: 'P',
        typed: { Position: 'Designer', BillingEmail: 'a@b' },
        hopeless: true,
        provoke: ({ portal }) => void Object.assign(portal.switches, { refusals: 'partial' }),
      },
    ],
  },
  {
    id: 'F14',
    fault: '400 with a bare string, a code or HTML',
    draft: 'K',
    patches: 1,
    again: ['after edit', 'retype'],
    ways: [
      refusal('text', { status: 400, text: 'Not today.' }),
      refusal('a JSON string', json('Not today.')),
      refusal('a number', json(42)),
      refusal('HTML', htmlPage(400)),
      refusal('nothing', status(400)),
    ],
  },
  {
    id: 'F15',
    fault: '400 with errors of another shape',
    draft: 'K',
    patches: 1,
    again: ['–', '–'],
    ways: [
      refusal('an object', json(no({ Errors: { Position: ['Too grand.'] } }))),
      refusal('null', json(no())),
      refusal('strings', json(no({ Errors: ['Too grand.'] }))),
      refusal('one string', json(no({ Errors: 'Too grand.' }))),
      refusal('ten thousand', json(no({ Errors: Array.from({ length: 10_000 }, () => errors[0]) }))),
      refusal('lists in lists', {
        status: 400,
        headers: { 'content-type': 'application/json' },
        text: `{"Errors":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      }),
    ],
  },
  {
    id: 'F16',
    fault: '200 with WasSuccessful: false',
    draft: 'K',
    patches: 1,
    again: ['after edit', 'retype'],
    ways: [
      refusal('with errors', json(no({ Errors: errors }), 200)),
      refusal('without', json({ WasSuccessful: false }, 200)),
    ],
  },
  {
    id: 'F17',
    fault: '200 with WasSuccessful: true and a body status of 400 or more',
    draft: 'K',
    patches: 1,
    again: ['–', '–'],
    ways: [400, 422, 500].map(code =>
      refusal(String(code), json(no({ WasSuccessful: true, Status: code }), 200)),
    ),
  },
  {
    id: 'F18',
    fault: '200 with an empty body',
    draft: 'P',
    patches: 1,
    again: ['–', 'no'],
    ways: [
      { way: 'saved', provoke: ({ portal }) => void Object.assign(portal.switches, { success: 'empty' }) },
      { way: 'not saved', says: 'notKept', provoke: onPatch({ answer: status(200) }) },
    ],
  },
  {
    id: 'F19',
    fault: '204',
    draft: 'P',
    patches: 1,
    again: ['–', 'no'],
    ways: [
      {
        way: 'saved',
        provoke: ({ portal }) => void Object.assign(portal.switches, { success: 'no content' }),
      },
      { way: 'not saved', says: 'notKept', provoke: onPatch({ answer: status(204) }) },
    ],
  },
  {
    id: 'F20',
    fault: '401 at preflight',
    draft: 'K',
    patches: 0,
    again: ['yes', 'yes'],
    ways: [{ way: 'the token has ended', says: 'signedOut', provoke: ({ portal }) => portal.expireTokens() }],
  },
  {
    id: 'F21',
    fault: '401 on the PATCH, empty body',
    draft: 'K',
    patches: 1,
    again: ['yes', 'retype'],
    ways: [refusal('empty', status(401), 'signedOut')],
  },
  {
    id: 'F22',
    fault: '401 with a newer token already captured for the same user',
    draft: 'K',
    patches: 1,
    again: ['yes', 'retype'],
    ways: [
      {
        way: 'captured while the PATCH was on its way',
        says: 'signedOut',
        provoke: stage =>
          onPatch({ before: async () => void (await stage.signIn(stage.member)), answer: status(401) })(
            stage,
          ),
      },
    ],
  },
  {
    id: 'F23',
    fault: '403, 404, 405',
    draft: 'K',
    patches: 1,
    again: ['no', 'no'],
    ways: [
      refusal('403', status(403), 'forbidden'),
      refusal('404', json(no({ Status: 404 }), 404), 'notApi'),
      refusal('405', htmlPage(405), 'notApi'),
      {
        way: '403 for the preflight',
        says: 'forbidden',
        patches: 0,
        provoke: onRead({ answer: status(403) }),
      },
    ],
  },
  {
    id: 'F24',
    fault: '409 with Retry-After: 1',
    draft: 'K',
    patches: 1,
    again: ['yes, after wait', 'yes, after wait'],
    ways: [throttled('409', 409, '1')],
  },
  {
    id: 'F25',
    fault: '429 with seconds',
    draft: 'K',
    patches: 1,
    again: ['yes, after wait', 'yes, after wait'],
    ways: [throttled('429', 429, '7')],
  },
  {
    id: 'F26',
    fault: '429 with a date, negative, 3600, garbage, absent',
    draft: 'K',
    patches: 1,
    again: ['yes, after wait', 'yes, after wait'],
    ways: [
      throttled('a date', 429, aDate),
      throttled('negative', 429, '-5'),
      throttled('an hour', 429, '3600'),
      throttled('garbage', 429, 'soon'),
      throttled('absent', 429),
      ...['3600', aDate].map(wait => ({
        way: `for the preflight: ${wait}`,
        says: 'throttled' as const,
        patches: 0,
        provoke: onRead({ answer: status(429, { 'retry-after': wait }) }),
      })),
    ],
  },
  {
    id: 'F27',
    fault: '408, 413',
    draft: 'K',
    patches: 1,
    again: ['yes', 'no'],
    ways: [refusal('408', status(408)), refusal('413', status(413))],
  },
  {
    id: 'F28',
    fault: '500',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: lost('500', { answer: status(500) }),
  },
  {
    id: 'F29',
    fault: '502, 504',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: [...lost('502', { answer: htmlPage(502) }), ...lost('504', { answer: status(504) })],
  },
  {
    id: 'F30',
    fault: '503, with Retry-After and a page',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: [
      ...lost('503', { answer: status(503) }),
      ...lost('503 with a page', {
        answer: { ...htmlPage(503), headers: { 'content-type': 'text/html', 'retry-after': '30' } },
      }),
    ],
  },
];
