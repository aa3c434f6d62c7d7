import { htmlPage, redirectTo, status } from '../../portal/faults/recipes';
import { lost, onPatch, onRead, type Row } from './row';

const redirects = [301, 302, 303, 307, 308] as const;
const target = 'https://evil.test/api/public/coworker/profile';

/** F01–F12: what happens on the way to the portal. */
export const reaching: Row[] = [
  {
    id: 'F01',
    fault: 'offline before start',
    draft: 'K',
    patches: 0,
    again: ['yes', 'yes'],
    ways: [{ way: 'offline', says: 'offline', provoke: stage => stage.network('offline') }],
  },
  {
    id: 'F02',
    fault: 'DNS failure, refused connection',
    draft: 'K',
    patches: 0,
    again: ['yes', 'yes'],
    ways: [{ way: 'refused', says: 'unreachable', provoke: stage => stage.network('refused') }],
  },
  {
    id: 'F03',
    fault: 'TLS error',
    draft: 'K',
    patches: 0,
    again: ['yes', 'yes'],
    // A fetch tells a bad certificate from a dead line in no browser; the engine shows that there is no fallback.
    ways: [{ way: 'no connection', says: 'unreachable', provoke: stage => stage.network('refused') }],
  },
  {
    id: 'F04',
    fault: 'goes offline between preflight and PATCH',
    draft: 'K',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: [true, false].map(apply => ({
      way: apply ? 'saved' : 'not saved',
      says: 'unknown',
      provoke: stage =>
        onPatch({ apply, deliver: { kind: 'reset' }, after: () => stage.network('offline') })(stage),
    })),
  },
  {
    id: 'F05',
    fault: 'back online',
    draft: 'K',
    patches: 0,
    again: ['–', '–'],
    ways: [
      { way: 'a draft is not sent by itself', says: 'offline', provoke: stage => stage.network('offline') },
    ],
  },
  {
    id: 'F06',
    fault: 'connection reset before headers',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: lost('reset', { deliver: { kind: 'reset' } }),
  },
  {
    id: 'F07',
    fault: 'reset inside the body after 200',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: lost('cut', {
      answer: { status: 200, json: { WasSuccessful: true } },
      deliver: { kind: 'cut', after: 7 },
    }),
  },
  {
    id: 'F08',
    fault: 'no headers for 15 s',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: lost('silence', { deliver: { kind: 'silence' } }),
  },
  {
    id: 'F09',
    fault: 'slow drip body',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: lost('drip', {
      answer: { status: 200, json: { WasSuccessful: true, Status: 200, Message: 'x'.repeat(200) } },
      deliver: { kind: 'drip', bytesPerSecond: 4 },
    }),
  },
  {
    id: 'F10',
    fault: 'redirect, any status, any host',
    draft: 'K',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: redirects.flatMap(code => [
      {
        way: `${code} of the PATCH`,
        says: 'redirected',
        provoke: onPatch({ answer: redirectTo(target, code as 301) }),
      },
      {
        way: `${code} of the preflight`,
        says: 'redirected',
        patches: 0,
        provoke: onRead({ answer: redirectTo(target, code as 301) }),
      },
    ]),
  },
  {
    id: 'F11',
    fault: 'captive portal',
    draft: 'K',
    patches: 0,
    again: ['–', '–'],
    ways: [
      { way: 'its page for the preflight', says: 'notApi', provoke: onRead({ answer: htmlPage() }) },
      {
        way: 'its page for the PATCH',
        says: 'notSaved',
        patches: 1,
        provoke: onPatch({ answer: htmlPage() }),
      },
      {
        way: 'a redirect to it',
        says: 'redirected',
        provoke: onRead({ answer: redirectTo('http://wifi.test/') }),
      },
    ],
  },
  {
    id: 'F12',
    fault: 'proxy returns 407 or 511',
    draft: 'K',
    patches: 1,
    again: ['yes', 'no'],
    ways: [
      // Chromium gives no answer of a proxy that it does not have.
      {
        way: '407',
        says: 'refused',
        saysIn: { chromium: 'notSaved' },
        provoke: onPatch({ answer: status(407) }),
      },
      { way: '511', says: 'refused', provoke: onPatch({ answer: htmlPage(511) }) },
      {
        way: '407 for the preflight',
        says: 'notApi',
        saysIn: { chromium: 'unreachable' },
        patches: 0,
        provoke: onRead({ answer: status(407) }),
      },
    ],
  },
];
