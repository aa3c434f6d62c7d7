import { describe, expect, it, test } from 'vitest';
import { type MessageName, messages } from '@/utils/messages';
import { type Sender, senderClass } from '@/utils/sender';

const id = 'nametag-id';
const page = 'https://acme.nexudus.site/acme/user/profile';

/** The same origin in both browsers' spellings. */
const origins = ['chrome-extension://nametag-id', 'moz-extension://1f0c9a52-9d0b-4b56-9c5e-2a7f3b1c0d11'];

describe.each(origins)('senders in an extension of origin %s', origin => {
  const ours = `${origin}/popup.html`;
  /** T21: who may speak, by how the browser describes them. Both browsers leave some parts out. */
  const senders: [name: string, sender: Sender, as: 'page' | 'content' | undefined][] = [
    ['popup', { id, origin, url: ours }, 'page'],
    ['popup, with a frame', { id, origin, url: ours, frameId: 0 }, 'page'],
    ['popup, without an origin', { id, url: ours }, 'page'],
    [
      'editor tab',
      {
        id,
        origin,
        url: `${origin}/editor.html#billing`,
        frameId: 0,
        tab: { id: 3, url: `${origin}/editor.html` },
      },
      'page',
    ],
    ['editor tab whose address is hidden', { id, origin, url: ours, frameId: 0, tab: { id: 3 } }, 'page'],
    [
      'our page in a sub-frame of ours',
      { id, origin, url: ours, frameId: 4, tab: { id: 3, url: ours } },
      undefined,
    ],
    [
      'our page in a frame of a site',
      { id, origin, url: ours, frameId: 4, tab: { id: 3, url: page } },
      undefined,
    ],
    [
      'our page, top frame, in a tab of a site',
      { id, origin, url: ours, frameId: 0, tab: { id: 3, url: page } },
      undefined,
    ],
    [
      'our origin with a page of another',
      { id, origin, url: page, frameId: 0, tab: { id: 3, url: page } },
      undefined,
    ],
    [
      'another origin with our page',
      { id, origin: 'https://evil.test', url: ours, frameId: 0, tab: { id: 3 } },
      undefined,
    ],
    [
      'content script, top frame',
      { id, origin: 'https://acme.nexudus.site', url: page, frameId: 0, tab: { id: 3, url: page } },
      'content',
    ],
    [
      'content script, without an origin',
      { id, url: page, frameId: 0, tab: { id: 3, url: page } },
      'content',
    ],
    [
      'content script, sub-frame',
      { id, origin: 'https://acme.nexudus.site', url: page, frameId: 2, tab: { id: 3, url: page } },
      undefined,
    ],
    [
      'content script without a tab',
      { id, origin: 'https://acme.nexudus.site', url: page, frameId: 0 },
      undefined,
    ],
    [
      'content script without a frame',
      { id, origin: 'https://acme.nexudus.site', url: page, tab: { id: 3 } },
      undefined,
    ],
    [
      'content script over http',
      {
        id,
        origin: 'http://acme.nexudus.site',
        url: 'http://acme.nexudus.site/',
        frameId: 0,
        tab: { id: 3 },
      },
      undefined,
    ],
    [
      'sandboxed frame',
      { id, origin: 'null', url: 'about:srcdoc', frameId: 0, tab: { id: 3, url: page } },
      undefined,
    ],
    ['sandboxed frame that claims our page', { id, origin: 'null', url: ours, frameId: 0 }, undefined],
    [
      'another extension',
      { id: 'other-id', origin: 'chrome-extension://other-id', url: 'chrome-extension://other-id/a.html' },
      undefined,
    ],
    ['another extension with our page', { id: 'other-id', origin, url: ours }, undefined],
    [
      'an extension whose name begins with ours',
      { id, origin: `${origin}x`, url: `${origin}x/popup.html` },
      undefined,
    ],
    ['nobody', {}, undefined],
    ['only our id', { id }, undefined],
    ['our id and a broken address', { id, url: 'popup.html' }, undefined],
  ];

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
  warm: 'page',
  save: 'page',
  changePassword: 'page',
  suggestBio: 'page',
  suggestTags: 'page',
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
