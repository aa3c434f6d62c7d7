import '../../engine/browser';
import { beforeEach, describe, expect, it, test } from 'vitest';
import {
  type Captured,
  captureTokens,
  type SeenRequest,
  tokenOf,
} from '@/entrypoints/background/capture-token';
import { fakeBrowser } from '../../engine/browser';

const token = 'A1._~+/=-bcdefghijklmnop';
const bound = { 'https://members.example.com': 'acme', 'https://evil.example.com': 'evil' };
const request = (initiator: string | undefined, more: Partial<SeenRequest> = {}): SeenRequest => ({
  method: 'GET',
  url: 'https://acme.spaces.nexudus.com/api/public/configuration',
  frameId: 0,
  tabId: 3,
  initiator,
  requestHeaders: [{ name: 'Authorization', value: `Bearer ${token}` }],
  ...more,
});

// T06: exactly the three legitimate ones of twelve.
const initiators: [who: string, initiator: string | undefined, captured: boolean][] = [
  ['the space’s portal', 'https://acme.nexudus.site', true],
  ['the space’s older portal', 'https://acme.spaces.nexudus.com', true],
  ['a custom domain that the member bound to the space', 'https://members.example.com', true],
  ['the portal of another space', 'https://evil.nexudus.site', false],
  ['the older portal of another space', 'https://evil.spaces.nexudus.com', false],
  ['a custom domain bound to another space', 'https://evil.example.com', false],
  ['a domain that nobody bound', 'https://unbound.example.com', false],
  ['a look-alike of the portal', 'https://acme.nexudus.site.evil.test', false],
  ['the portal over http', 'http://acme.nexudus.site', false],
  ['the portal on another port', 'https://acme.nexudus.site:8443', false],
  ['a sandboxed frame', 'null', false],
  ['nobody that the browser names', undefined, false],
];

describe.each(initiators)('a request of %s', (_, initiator, captured) => {
  const expected = captured ? { space: 'acme', token, tab: 3, container: '' } : undefined;
  it('as Chromium tells it', () => {
    expect(tokenOf(request(initiator), bound)).toEqual(expected);
  });
  it('as Firefox tells it', () => {
    const originUrl = initiator && initiator !== 'null' ? `${initiator}/user/profile?a#b` : initiator;
    expect(tokenOf({ ...request(undefined), originUrl }, bound)).toEqual(expected);
  });
});

const portal = 'https://acme.nexudus.site';
/** A page that Chromium has not put in its place yet, as it tells of its first request. */
const early = { frameId: 103, frameType: 'outermost_frame', documentLifecycle: '' };
test.each<[string, Partial<SeenRequest>]>([
  ['a preflight', { method: 'OPTIONS' }],
  ['a frame', { frameId: 4 }],
  ['a frame that is in its place', { frameId: 4, frameType: 'sub_frame', documentLifecycle: 'active' }],
  ['a frame that is not yet', { ...early, frameType: 'sub_frame' }],
  ['a fenced frame', { ...early, frameType: 'fenced_frame' }],
  ['a page that is kept for the way back', { ...early, documentLifecycle: 'cached' }],
  ['a page that is being left', { ...early, documentLifecycle: 'pending_deletion' }],
  ['no tab, such as a worker or ourselves', { tabId: -1 }],
  ['our own page', { initiator: 'chrome-extension://nametag-id', tabId: -1 }],
  ['our own page in a tab', { initiator: 'chrome-extension://nametag-id' }],
  ['another API host', { url: 'https://spaces.nexudus.com/api/x' }],
  ['another space’s API', { url: 'https://other.spaces.nexudus.com/api/x' }],
  ['no headers', { requestHeaders: undefined }],
  ['no bearer', { requestHeaders: [{ name: 'Authorization', value: 'Basic abcdefghijklmnopqrstuvwx' }] }],
  ['a header without a value', { requestHeaders: [{ name: 'Authorization' }] }],
  ['a short bearer', { requestHeaders: [{ name: 'Authorization', value: 'Bearer abc' }] }],
  ['19 characters', { requestHeaders: [{ name: 'Authorization', value: `Bearer ${'a'.repeat(19)}` }] }],
  ['4097 characters', { requestHeaders: [{ name: 'Authorization', value: `Bearer ${'a'.repeat(4097)}` }] }],
  ['odd characters', { requestHeaders: [{ name: 'Authorization', value: `Bearer ${'a'.repeat(30)} b` }] }],
  ['a second line', { requestHeaders: [{ name: 'Authorization', value: `Bearer ${'a'.repeat(30)}\nx` }] }],
  ['something before', { requestHeaders: [{ name: 'Authorization', value: `x Bearer ${'a'.repeat(30)}` }] }],
])('%s shows no token', (_, more) => {
  expect(tokenOf(request(portal, more), bound)).toBeUndefined();
});

test.each([20, 430, 4096])(
  'a bearer may be %i characters long, and its header be written in any case',
  length => {
    const value = `Bearer ${'a'.repeat(length)}`;
    const requestHeaders = [
      { name: 'Accept', value: 'x' },
      { name: 'AUTHORIZATION', value },
    ];
    expect(tokenOf(request(portal, { requestHeaders, cookieStoreId: 'firefox-container-2' }), {})).toEqual({
      space: 'acme',
      token: 'a'.repeat(length),
      tab: 3,
      container: 'firefox-container-2',
    });
  },
);

describe('the listener', () => {
  let domainsAsked: number;
  let seen: Captured[];
  beforeEach(() => {
    fakeBrowser.reset();
    domainsAsked = 0;
    seen = [];
    captureTokens(
      async () => {
        domainsAsked += 1;
        return bound;
      },
      captured => void seen.push(captured),
    );
  });
  const happen = async (details: SeenRequest) => {
    const given = fakeBrowser.webRequest.onBeforeSendHeaders.emit(details);
    await new Promise(setImmediate);
    return given;
  };

  it('hears the portal without asking for the domains, and changes nothing', async () => {
    expect(await happen(request(portal))).toEqual([undefined]);
    expect(seen.map(({ space }) => space)).toEqual(['acme']);
    expect(domainsAsked).toBe(0);
  });
  it('hears a page whose first request comes before its place', async () => {
    await happen(request(portal, early));
    await happen(request('https://members.example.com', early));
    await happen(request(portal, { ...early, documentLifecycle: 'prerender' }));
    await happen(request('https://evil.nexudus.site', early));
    expect(seen.map(({ space }) => space)).toEqual(['acme', 'acme', 'acme']);
  });
  it('looks at the domains for the rest', async () => {
    await happen(request('https://members.example.com'));
    await happen(request('https://unbound.example.com'));
    expect(seen.map(({ space }) => space)).toEqual(['acme']);
    expect(domainsAsked).toBe(2);
  });
  it('has no business with our own requests and with preflights', async () => {
    await happen(request('chrome-extension://nametag-id', { tabId: -1 }));
    await happen(request('https://members.example.com', { method: 'OPTIONS' }));
    await happen(request('https://members.example.com', { frameId: 1 }));
    expect([seen, domainsAsked]).toEqual([[], 0]);
  });
});
