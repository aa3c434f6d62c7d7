import '../../engine/browser';
import { describe, expect, it, test, vi } from 'vitest';
import { type AskWorld, suggestBio } from '@/entrypoints/background/bio';
import { suggestTags } from '@/entrypoints/background/directory';
import { createPortalApi } from '@/entrypoints/background/portal-api';
import en from '@/locales/en';
import { bioFaults } from '@/utils/proposal';
import { startTheClock, stopTheClock, timed } from '../../engine/clock';

const owner = { space: 'acme', user: 1, profile: 11 };
const asked = { seat: 'acme', owner };

/** A world whose portal answers every request with `answer`. */
function worldOf(answer: () => Response | Promise<Response>, more: Partial<AskWorld> = {}) {
  const requests: Request[] = [];
  const signedOut = vi.fn(async () => {});
  const world: AskWorld = {
    session: async () => ({ token: 'sentinel-bearer-of-a-test', user: 1 }),
    api: (space, token) =>
      createPortalApi(space, token, async (input, init) => {
        requests.push(new Request(input, init));
        return answer();
      }),
    allowed: async () => true,
    online: () => true,
    now: () => 0,
    signedOut,
    ...more,
  };
  return { world, requests, signedOut };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const html = (status = 200) =>
  new Response('<!doctype html><title>Portal</title>', { status, headers: { 'content-type': 'text/html' } });
const coworker = (more: object = {}) => ({
  Id: 11,
  FullName: 'Ada',
  ProfileSummary: ' A new bio. ',
  ...more,
});

describe('the portal’s AI writer', () => {
  it('is asked once, and gives a bio', async () => {
    const { world, requests } = worldOf(() => json(coworker()));
    expect(await suggestBio(asked, world)).toEqual({ ok: true, bio: 'A new bio.' });
    expect(requests.map(({ method, url }) => [method, new URL(url).pathname])).toEqual([
      ['POST', '/en/profile/GenerateOpenAiProfile'],
    ]);
    expect(requests[0]?.headers.get('accept')).toBe('application/json');
  });

  const answers: readonly [
    what: string,
    answer: () => Response | Promise<Response>,
    fault: string,
    message?: string,
  ][] = [
    [
      '400 with a reason',
      () => json({ WasSuccessful: false, Message: 'Not available <b>here</b>.' }, 400),
      'unavailable',
      'Not available here .',
    ],
    ['400 without one', () => new Response('', { status: 400 }), 'unavailable'],
    ['400 in HTML', () => html(400), 'unavailable'],
    ['401', () => new Response(null, { status: 401 }), 'signedOut'],
    ['403', () => new Response(null, { status: 403 }), 'unavailable'],
    ['404', () => new Response(null, { status: 404 }), 'unreadable'],
    ['405 in HTML', () => html(405), 'unreadable'],
    ['409', () => json({}, 409, { 'retry-after': '1' }), 'throttled'],
    ['429', () => json({}, 429, { 'retry-after': '30' }), 'throttled'],
    ['500', () => new Response(null, { status: 500 }), 'unreachable'],
    ['503 in HTML', () => html(503), 'unreachable'],
    ['HTML with 200', () => html(), 'unreadable'],
    ['an empty body', () => new Response('', { status: 200 }), 'unreadable'],
    ['204', () => new Response(null, { status: 204 }), 'unreadable'],
    [
      'broken JSON',
      () => new Response('{"Id":', { headers: { 'content-type': 'application/json' } }),
      'unreadable',
    ],
    ['a list', () => json([]), 'unreadable'],
    ['null', () => json(null), 'unreadable'],
    ['no profile', () => json({ ProfileSummary: 'x' }), 'unreadable'],
    ['another’s profile', () => json(coworker({ Id: 12 })), 'otherProfile'],
    ['no bio', () => json(coworker({ ProfileSummary: null })), 'empty'],
    ['a bio of spaces', () => json(coworker({ ProfileSummary: ' \n ' })), 'empty'],
    ['a bio that is an object', () => json(coworker({ ProfileSummary: { __html: 'x' } })), 'empty'],
    ['a bio of a megabyte', () => json(coworker({ ProfileSummary: 'x'.repeat(900_000) })), 'empty'],
    ['an endless answer', () => json(coworker({ More: 'x'.repeat(2_000_000) })), 'unreadable'],
    ['a broken connection', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
    ['a deadline', () => Promise.reject(new DOMException('late', 'TimeoutError')), 'unreachable'],
  ];
  it.each(answers)('answers with %s', async (_, answer, fault, message) => {
    const { world, requests, signedOut } = worldOf(answer);
    expect(await suggestBio(asked, world)).toEqual({ ok: false, fault, ...(message && { message }) });
    expect(requests).toHaveLength(1);
    expect(signedOut).toHaveBeenCalledTimes(fault === 'signedOut' ? 1 : 0);
  });

  it('is given 24 seconds', async () => {
    stopTheClock();
    const { world } = worldOf(() => html());
    const never: typeof fetch = (input, init) =>
      new Promise((_, fail) => {
        const signal = init?.signal ?? new Request(input).signal;
        signal.addEventListener('abort', () => fail(signal.reason));
      });
    const asking = suggestBio(asked, {
      ...world,
      api: (space, token) => createPortalApi(space, token, never),
    });
    expect(await timed(asking)).toEqual([{ ok: false, fault: 'slow' }, 24_000]);
    startTheClock();
  });

  const nobody: readonly [what: string, more: Partial<AskWorld>, fault: string][] = [
    ['offline', { online: () => false }, 'offline'],
    ['without permission', { allowed: async () => false }, 'permission'],
    ['without a session', { session: async () => undefined }, 'signedOut'],
    [
      'with another member’s session',
      { session: async () => ({ token: 'x'.repeat(30), user: 2 }) },
      'otherProfile',
    ],
  ];
  it.each(nobody)('is not asked %s', async (_, more, fault) => {
    const { world, requests } = worldOf(() => json(coworker()), more);
    expect(await suggestBio(asked, world)).toEqual({ ok: false, fault });
    expect(requests).toEqual([]);
  });
  it('is not asked from another space', async () => {
    const { world, requests } = worldOf(() => json(coworker()));
    expect(await suggestBio({ seat: 'beta', owner }, world)).toEqual({ ok: false, fault: 'otherProfile' });
    expect(requests).toEqual([]);
  });
});

test.each(bioFaults)('%s has a sentence of its own, in plain words', fault => {
  const text = en[`bio_fault_${fault}`];
  expect(bioFaults.filter(other => en[`bio_fault_${other}`] === text)).toEqual([fault]);
  expect(text).not.toMatch(/please|invalid|oops|sorry|error/i);
});

describe('the directory', () => {
  const page = (tags: unknown[]) => ({ Records: tags.map((ProfileTags, Id) => ({ Id, ProfileTags })) });
  it('gives the tags that its members use, and nothing else of them', async () => {
    const { world, requests } = worldOf(() =>
      json(page(['design, data', 'design', null, 7, 'writing,design'])),
    );
    expect(await suggestTags(asked, world)).toEqual(['design', 'data', 'writing']);
    expect(requests.map(({ method, url }) => [method, new URL(url).pathname])).toEqual([
      ['GET', '/api/public/coworkers/published'],
    ]);
  });
  it('gives at most two hundred, none of them endless', async () => {
    const many = Array.from({ length: 300 }, (_, at) => `tag ${at}`);
    const { world } = worldOf(() => json(page([...many, 'x'.repeat(61)])));
    const tags = await suggestTags(asked, world);
    expect(tags).toHaveLength(200);
    expect(tags).not.toContain('x'.repeat(61));
  });
  it.each([
    ['HTML', () => html()],
    ['401', () => new Response(null, { status: 401 })],
    ['another shape', () => json({ Records: {} })],
    ['nothing', () => json({})],
  ])('gives none when it answers with %s, and signs nobody out', async (_, answer) => {
    const { world, signedOut } = worldOf(answer);
    expect(await suggestTags(asked, world)).toEqual([]);
    expect(signedOut).not.toHaveBeenCalled();
  });
  it.each([
    ['without permission', { allowed: async () => false }],
    ['without a session', { session: async () => undefined }],
    ['with another’s session', { session: async () => ({ token: 'x'.repeat(30), user: 2 }) }],
  ])('is not asked %s', async (_, more: Partial<AskWorld>) => {
    const { world, requests } = worldOf(() => json(page(['design'])), more);
    expect(await suggestTags(asked, world)).toEqual([]);
    expect(requests).toEqual([]);
  });
});
