import { deepJson, htmlPage, hugeJson, status, truncatedJson } from '../../portal/faults/recipes';
import type { Json } from '../../portal/json';
import { lost, onPatch, onRead, type Row, type Way } from './row';

const withBytes = (bytes: number[]) => (normal: { body: Uint8Array }) => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  bytes: new Uint8Array([...bytes, ...normal.body]),
});
const merged = (more: object) => (json: Json) => ({ ...(json as object), ...more });
const odd = (way: string, more: object): Way => ({
  way,
  typed: { NickName: 'Countess' },
  provoke: onRead({ change: merged(more) }),
});

/** F31–F42: what the portal says by its words. */
export const payloads: Row[] = [
  {
    id: 'F31',
    fault: '200 with HTML',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: lost('the app’s shell', { answer: htmlPage() }),
  },
  {
    id: 'F32',
    fault: 'truncated JSON',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: [
      { way: 'saved', provoke: onPatch({ answer: truncatedJson }) },
      {
        way: 'not saved',
        says: 'notSaved',
        provoke: onPatch({ answer: { headers: { 'content-type': 'application/json' }, text: '{"WasSucc' } }),
      },
    ],
  },
  {
    id: 'F33',
    fault: 'wrong types in the envelope',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: [{ WasSuccessful: 'true' }, { WasSuccessful: true, Status: '200' }, [], null].flatMap(json =>
      lost(JSON.stringify(json), { answer: { json } }),
    ),
  },
  {
    id: 'F34',
    fault: 'wrong types in the profile',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: [
      odd('a number for a string', { Position: 5 }),
      odd('an object for a string', { Position: { type: 'img', props: {} } }),
      odd('a string for a switch', { ProfileIsPublic: 'true' }),
      odd('a string for a country', { CountryId: '1220' }),
      {
        way: 'in the field that was edited',
        says: 'check',
        draft: 'K',
        patches: 0,
        provoke: onRead({ change: merged({ Position: 5 }) }),
      },
    ],
  },
  {
    id: 'F35',
    fault: 'unknown enum value, unknown country',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: [
      odd('Martian', { Gender: 'Martian' }),
      odd('gender 9', { Gender: 9 }),
      odd('a country from nowhere', { CountryId: 987_654, Country: null }),
    ],
  },
  {
    id: 'F36',
    fault: 'BOM, invalid UTF-8, lone surrogates, NUL',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: [
      { way: 'BOM', provoke: onRead({ answer: withBytes([0xef, 0xbb, 0xbf]) }) },
      odd('lone surrogate in another field', { Address: 'a\uD800b' }),
      {
        way: 'lone surrogate in the field',
        provoke: ({ portal, owner }) => portal.set(owner.profile, { State: 'a\uD83Db' }),
        typed: { NickName: 'Countess' },
      },
      odd('NUL', { Address: 'a\u0000b' }),
    ],
  },
  {
    id: 'F37',
    fault: 'oversize or deep answer',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: [
      ...lost('two megabytes', { answer: hugeJson(2 * 1024 * 1024) }),
      ...lost('without an end', {
        answer: { headers: { 'content-type': 'application/json' } },
        deliver: { kind: 'endless' },
      }),
      ...lost('deep', { answer: deepJson(60_000) }),
    ],
  },
  {
    id: 'F38',
    fault: '__proto__ and its like',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: [
      {
        way: 'in the profile',
        provoke: onRead({
          answer: normal => {
            const text = new TextDecoder().decode(normal.body);
            return {
              headers: { 'content-type': 'application/json' },
              text: `{"__proto__":{"Position":"planted"},"constructor":{"x":1},"then":1,"toJSON":1,${text.slice(1)}`,
            };
          },
        }),
      },
    ],
  },
  {
    id: 'F39',
    fault: 'the portal stores a different value',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: [
      {
        way: 'lower-cased tags',
        says: 'changed',
        typed: { ProfileTags: 'Design, UX' },
        ends: { ProfileTags: 'design,ux' },
        provoke: ({ portal }) => void Object.assign(portal.switches, { lowerCaseTags: true }),
      },
      {
        way: 'lower-cased tags, and the answer is lost',
        says: 'changed',
        typed: { ProfileTags: 'Design, UX' },
        ends: { ProfileTags: 'design,ux' },
        provoke(stage) {
          Object.assign(stage.portal.switches, { lowerCaseTags: true });
          onPatch({ apply: true, answer: status(500) })(stage);
        },
      },
    ],
  },
  {
    id: 'F40',
    fault: 'the portal ignores a field silently',
    draft: 'P',
    patches: 1,
    again: ['no', '–'],
    ways: [
      {
        way: 'one of two',
        says: 'notKept',
        hopeless: true,
        provoke: ({ portal }) => void Object.assign(portal.switches, { ignored: ['Position'] }),
      },
      {
        way: 'all',
        says: 'notKept',
        hopeless: true,
        provoke: ({ portal }) => void Object.assign(portal.switches, { ignored: ['Position', 'NickName'] }),
      },
    ],
  },
  {
    id: 'F41',
    fault: 'the read-back itself fails',
    draft: 'K',
    patches: 1,
    again: ['no until checked', 'no'],
    ways: [
      { way: 'after a yes', says: 'unconfirmed', provoke: onRead({ skip: 1, answer: status(500) }) },
      {
        way: 'after a yes, signed out',
        says: 'unconfirmed',
        provoke: onRead({ skip: 1, answer: status(401) }),
      },
      {
        way: 'after a lost answer, saved',
        says: 'unknown',
        provoke(stage) {
          onPatch({ apply: true, deliver: { kind: 'reset' } })(stage);
          onRead({ skip: 1, answer: htmlPage() })(stage);
        },
      },
      {
        way: 'after a lost answer, not saved',
        says: 'unknown',
        provoke(stage) {
          onPatch({ answer: status(500) })(stage);
          onRead({ skip: 1, deliver: { kind: 'reset' } })(stage);
        },
      },
    ],
  },
  {
    id: 'F42',
    fault: 'duplicate or late answers',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: [{ way: 'the same save asked for again' }],
  },
];
