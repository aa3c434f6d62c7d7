import type { Sender } from '../../utils/sender';

export const id = 'nametag-id';
const page = 'https://acme.nexudus.site/acme/user/profile';

/** The same origin in both browsers' spellings. */
export const origins = [
  'chrome-extension://nametag-id',
  'moz-extension://1f0c9a52-9d0b-4b56-9c5e-2a7f3b1c0d11',
] as const;

/** T21: who may speak, by how the browser describes them, in an extension of that origin. */
export function sendersOf(origin: string) {
  const ours = `${origin}/popup.html`;
  const senders: readonly [name: string, sender: Sender, as: 'page' | 'content' | undefined][] = [
    ['popup', { id, origin, url: ours }, 'page'],
    ['popup, with a frame', { id, origin, url: ours, frameId: 0 }, 'page'],
    ['our page, without an origin', { id, url: ours }, undefined],
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
      undefined,
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
  return senders;
}
