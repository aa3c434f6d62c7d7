import { describe, expect, it, test } from 'vitest';
import { type MessageName, messages } from '@/utils/messages';
import { senderClass } from '@/utils/sender';
import { id, origins, sendersOf } from '../../threats/senders';

describe.each(origins)('senders in an extension of origin %s', origin => {
  const senders = sendersOf(origin);

  test.each(senders)('%s', (_, sender, as) => {
    expect(senderClass(sender, { id, origin })).toBe(as);
  });

  it.each(Object.keys(messages) as MessageName[])('%s is heard from its class and from nobody else', name => {
    const heard = senders.filter(([, sender]) => messages[name].from === senderClass(sender, { id, origin }));
    const meant = senders.filter(([, , as]) => as === classified[name]);
    expect(heard.map(([who]) => who)).toEqual(meant.map(([who]) => who));
    expect(meant.length).toBeGreaterThan(0);
  });
});

/** A new message fails here until somebody has said who may send it and why. */
const classified: Record<MessageName, 'page' | 'content'> = {
  refresh: 'page',
  connect: 'page',
  wake: 'page',
  startPreflight: 'page',
  save: 'page',
  saveResult: 'page',
  changePassword: 'page',
  suggestBio: 'page',
  suggestTags: 'page',
  history: 'page',
  switchProfile: 'page',
  forget: 'page',
  lookUp: 'page',
  bindDomain: 'page',
  unbindDomain: 'page',
  openEditor: 'content',
};

test('every message is classified', () => {
  const declared = Object.fromEntries(Object.entries(messages).map(([name, { from }]) => [name, from]));
  expect(declared).toEqual(classified);
});

test('what a page of the portal may ask for carries nothing but a section, and nothing comes back', () => {
  const fromPages = Object.entries(messages).filter(([, { from }]) => from === 'content');
  expect(
    fromPages.map(([name, { request, reply }]) => [name, Object.keys(request.entries), reply.type]),
  ).toEqual([['openEditor', ['section'], 'null']]);
});
