import fc from 'fast-check';
import * as v from 'valibot';
import { type MessageName, messages } from '../../utils/messages';
import { sectionIds } from '../../utils/profile/fields';
import type { Json } from '../browsers/driver';

const seat = 'acme';
const owner = { space: 'acme', user: 7_100_001, profile: 1_880_001 };
const edits = { Position: { base: 'Engineer', value: 'planted' } };
const secret = 'planted-password-1';
const origin = 'https://members.example.com';

/** A well-formed request for every message: what a renderer that was taken over would send. A new message fails here until it has one. */
export const requests: Record<MessageName, Json> = {
  refresh: { seat },
  connect: { space: 'acme' },
  wake: {},
  startPreflight: { seat, owner },
  save: { seat, owner, saveId: 'planted', edits },
  saveResult: { seat, owner, saveId: 'planted' },
  changePassword: {
    seat,
    owner,
    OldPassword: secret,
    NewPassword: secret,
    RepeatNewPassword: secret,
  },
  switchProfile: { seat, owner, profile: 1_880_002 },
  forget: { space: 'acme' },
  lookUp: { origin },
  bindDomain: { origin, space: 'acme' },
  unbindDomain: { origin },
  suggestBio: { seat, owner },
  suggestTags: { seat, owner },
  history: { owner },
  openEditor: { section: 'billing' },
};

export const names = Object.keys(messages) as MessageName[];
export const isWellFormed = (name: MessageName): boolean =>
  v.safeParse(messages[name].request, requests[name]).success;
export const pageNames = names.filter(name => messages[name].from === 'page');

const odd = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, '', '__proto__', 'acme', {}, [], 'https://evil.test/', 1e300),
  fc.string({ maxLength: 20 }),
  fc.constantFrom<Json>(...sectionIds),
);

/** A request with one of its values, at any depth, turned into another, or a key too many. */
const bent = (request: Json): fc.Arbitrary<Json> => {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return odd;
  const keys = Object.keys(request);
  const ofKeys =
    keys.length === 0
      ? []
      : [
          fc
            .tuple(fc.constantFrom(...keys), odd)
            .map(([key, value]) => ({ ...request, [key]: value as Json })),
          fc
            .constantFrom(...keys)
            .chain(key => bent(request[key] as Json).map(value => ({ ...request, [key]: value }))),
        ];
  return fc.oneof(
    fc.constant(request),
    ...ofKeys,
    fc.tuple(fc.constantFrom('url', 'token', 'tabId', 'headers', 'extra'), odd).map(([key, value]) => ({
      ...request,
      [key]: value as Json,
    })),
  );
};

const named: fc.Arbitrary<Json> = fc
  .constantFrom(...names)
  .chain(name => bent(requests[name]).map(request => ({ name, request })));

/** Messages that know our shapes, messages that nearly do, and noise. */
export const hostileMessage: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: named },
  { weight: 1, arbitrary: fc.tuple(odd, odd).map(([name, request]) => ({ name, request }) as Json) },
  { weight: 1, arbitrary: odd as fc.Arbitrary<Json> },
);

const OpenEditor = v.object({ name: v.literal('openEditor'), request: messages.openEditor.request });

/** All but the one message that a content script may send. */
export const hostileMessages = (number: number, seed = 42): Json[] =>
  fc.sample(
    hostileMessage.filter(message => !v.is(OpenEditor, message)),
    { numRuns: number, seed },
  );
