import '../../engine/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { within } from '@/entrypoints/background/budget';
import { createPortalApi, isLost } from '@/entrypoints/background/portal-api';
import { fakeBrowser } from '../../engine/browser';
import { pass, startTheClock, stopTheClock, timed } from '../../engine/clock';

const token = 'sentinel-bearer-of-a-test';
const secret = 'sentinel-password';

type Script = (request: Request, nth: number) => Response | Promise<Response>;

/** An API whose every request is answered by a script, with what it was asked. */
function apiWith(script: Script) {
  const asked: { request: Request; init: RequestInit | undefined }[] = [];
  const api = createPortalApi('acme', token, async (input, init) => {
    const request = new Request(input, init);
    asked.push({ request, init });
    return script(request, asked.length);
  });
  return { api, asked };
}
const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
const bytes = (chunk: Uint8Array, chunks: number) => {
  let left = chunks;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left === 0) return controller.close();
      left -= 1;
      controller.enqueue(chunk);
    },
  });
};

beforeEach(() => {
  stopTheClock();
  fakeBrowser.reset();
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(60_000);
  startTheClock();
});

type Api = ReturnType<typeof createPortalApi>;
const calls: [name: string, call: (api: Api) => ReturnType<Api['profile']>, method: string, url: string][] = [
  ['profile', api => api.profile(), 'GET', '/en/profile?_resource=Coworker'],
  ['session', api => api.session(), 'GET', '/login/me?'],
  ['identity', api => api.identity(), 'GET', '/api/public/coworkers/profiles?_shape=User.Id'],
  ['countries', api => api.countries(), 'GET', '/api/public/countries'],
  ['business', api => api.business(), 'GET', '/api/public/businesses/current'],
  ['patch', api => api.patch({ Position: 'x' }), 'PATCH', '/api/public/coworker/profile'],
  ['switchTo', api => api.switchTo(7), 'PUT', '/api/public/coworkers/profiles/current?coworkerId=7'],
  ['proposeBio', api => api.proposeBio(), 'POST', '/en/profile/GenerateOpenAiProfile'],
  ['directory', api => api.directory('a b&c'), 'GET', '/api/public/coworkers/published?query=a%20b%26c&tag='],
];

describe.each(calls)('%s', (name, call, method, path) => {
  it('goes to the space alone, with the token and without anything that would follow, store or tell (D1)', async () => {
    const { api, asked } = apiWith(() => json({}));
    await pass(call(api));
    const [{ request, init } = { request: undefined, init: undefined }] = asked;
    expect(request?.method).toBe(method);
    expect(request?.url.startsWith(`https://acme.spaces.nexudus.com${path}`)).toBe(true);
    expect(request?.headers.get('authorization')).toBe(`Bearer ${token}`);
    expect(request?.headers.get('accept')).toBe('application/json');
    const { redirect, credentials, cache, referrerPolicy } = { ...request, ...init } as Request;
    expect({
      redirect: request?.redirect ?? redirect,
      credentials: request?.credentials ?? credentials,
      cache: request?.cache ?? cache,
      referrerPolicy: request?.referrerPolicy ?? referrerPolicy,
    }).toEqual({ redirect: 'manual', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
  });

  it('never rejects, and tells nothing of the token', async () => {
    for (const fail of [
      () => Promise.reject(new TypeError('fetch failed')),
      () => Promise.reject(new Error(secret)),
    ]) {
      const { api } = apiWith(fail);
      const reply = await pass(call(api));
      expect(reply).toEqual({ lost: 'network' });
    }
  });

  // Trust.md 4.2: only reads are repeated, at most twice.
  it.each([408, 429, 500, 502, 503, 504])('meets %i', async status => {
    const { api, asked } = apiWith(() => new Response('', { status }));
    const reply = await pass(call(api));
    expect(reply).toMatchObject({ status, body: '' });
    expect(asked).toHaveLength(method === 'GET' ? 3 : 1);
  });
  it.each([400, 401, 403, 404, 405, 409, 501])('is not repeated after %i', async status => {
    const { api, asked } = apiWith(() => json({ no: 1 }, { status }));
    expect(await pass(call(api))).toEqual({ status, body: { no: 1 }, isJson: true, retryAfter: null });
    expect(asked).toHaveLength(1);
  });
  it('is repeated after a lost connection only if it reads', async () => {
    const { api, asked } = apiWith((_, nth) =>
      nth < 3 ? Promise.reject(new TypeError('fetch failed')) : json({ ok: 1 }),
    );
    const reply = await pass(call(api));
    expect([reply, asked.length]).toEqual(
      method === 'GET'
        ? [{ status: 200, body: { ok: 1 }, isJson: true, retryAfter: null }, 3]
        : [{ lost: 'network' }, 1],
    );
  });
  it.each([301, 302, 303, 307, 308])('does not follow %i', async status => {
    const { api, asked } = apiWith(
      () => new Response(null, { status, headers: { location: 'https://evil.test/' } }),
    );
    expect(await pass(call(api))).toEqual({ lost: 'redirect' });
    expect(asked).toHaveLength(1);
  });

  it('ends within its deadline when nothing comes', async () => {
    const { api } = apiWith(
      request =>
        new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(request.signal.reason)),
        ),
    );
    const [reply, ms] = await timed(call(api));
    // A try of a read has ten seconds.
    expect([isLost(reply), ms]).toEqual([
      true,
      name === 'proposeBio' ? 24_000 : method === 'GET' ? 10_000 : 15_000,
    ]);
  });
});

it('all tries of a read together end within twenty seconds', async () => {
  const slowly = ({ signal }: Request) =>
    new Promise<Response>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      setTimeout(() => resolve(new Response('', { status: 503 })), 9_000);
    });
  const { api, asked } = apiWith(slowly);
  const [reply, ms] = await timed(api.countries());
  expect([isLost(reply), asked.length, ms]).toEqual([true, 3, 20_000]);
});

describe('an answer', () => {
  const read = async (response: () => Response) => pass(apiWith(response).api.countries());

  it.each<[string, () => Response, object]>([
    ['JSON', () => json({ a: 1 }), { body: { a: 1 }, isJson: true }],
    [
      'JSON by another name',
      () => new Response('[1]', { headers: { 'content-type': 'application/problem+json; charset=utf-8' } }),
      { body: [1], isJson: true },
    ],
    [
      'JSON with a BOM',
      () =>
        new Response(new Uint8Array([0xef, 0xbb, 0xbf, 0x31]), {
          headers: { 'content-type': 'application/json' },
        }),
      { body: 1, isJson: true },
    ],
    [
      'JSON that says it is text',
      () => new Response('{}', { headers: { 'content-type': 'text/plain' } }),
      { body: '{}', isJson: false },
    ],
    [
      'HTML',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      { body: '<html>', isJson: false },
    ],
    ['text without a type', () => new Response(new Uint8Array([0x61])), { body: 'a', isJson: false }],
    [
      'bytes that are no text',
      () => new Response(new Uint8Array([0x61, 0xff])),
      { body: 'a\uFFFD', isJson: false },
    ],
    ['nothing', () => new Response(null, { status: 204 }), { body: '', isJson: false, status: 204 }],
    [
      'no JSON under its name',
      () => new Response('', { headers: { 'content-type': 'application/json' } }),
      { body: '', isJson: false },
    ],
    ['Retry-After', () => json({}, { status: 401, headers: { 'retry-after': '7' } }), { retryAfter: '7' }],
  ])('may be %s', async (_, response, expected) => {
    expect(await read(response)).toMatchObject(expected);
  });

  it.each<[string, () => Response]>([
    ['broken JSON', () => new Response('{"a":', { headers: { 'content-type': 'application/json' } })],
    ['more than a megabyte', () => new Response(bytes(new Uint8Array(65_536).fill(32), 17))],
    ['without an end', () => new Response(bytes(new Uint8Array(65_536).fill(32), Number.POSITIVE_INFINITY))],
  ])('that is %s is none', async (_, response) => {
    expect(await read(response)).toEqual({ lost: 'unreadable' });
  });
  // F37, F82: the status is an answer, whatever becomes of the body.
  it.each<[string, () => Response]>([
    [
      'broken JSON',
      () => new Response('{"a":', { status: 400, headers: { 'content-type': 'application/json' } }),
    ],
    ['more than a megabyte', () => new Response(bytes(new Uint8Array(65_536).fill(32), 17), { status: 400 })],
    [
      'without an end',
      () => new Response(bytes(new Uint8Array(65_536).fill(32), Number.POSITIVE_INFINITY), { status: 400 }),
    ],
    [
      'broken off',
      () =>
        new Response(new ReadableStream({ pull: controller => controller.error(new TypeError('cut')) }), {
          status: 400,
        }),
    ],
  ])('that refuses and is %s is its status', async (_, response) => {
    expect(await read(response)).toEqual({ status: 400, body: '', isJson: false, retryAfter: null });
  });
  it('may be just a megabyte', async () => {
    const reply = await read(() => new Response(bytes(new Uint8Array(65_536).fill(97), 16)));
    expect(reply).toMatchObject({ status: 200, isJson: false });
  });
  it('that breaks off is lost', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          pull: controller => controller.error(new TypeError('terminated')),
        }),
      );
    expect(await read(broken)).toEqual({ lost: 'network' });
  });
});

it('a read that is part of something longer ends with that, and not before', async () => {
  const silent = (request: Request) =>
    new Promise<Response>((_, reject) =>
      request.signal.addEventListener('abort', () => reject(request.signal.reason)),
    );
  for (const ms of [3_000, 23_000]) {
    const { api, asked } = apiWith(silent);
    const [reply, took] = await timed(within(ms, signal => api.profile(signal)));
    expect([reply, took, asked.length]).toEqual([{ lost: 'deadline' }, ms, 1]);
  }
});

describe('a pause that the portal asks for', () => {
  it.each(['6', '3600', 'Mon, 15 Jun 2026 13:00:00 GMT'])(
    'of more than five seconds (%s) is not slept through',
    async wait => {
      const { api, asked } = apiWith(
        () => new Response('', { status: 429, headers: { 'retry-after': wait } }),
      );
      const [reply, ms] = await timed(api.countries());
      expect(reply).toMatchObject({ status: 429, retryAfter: wait });
      expect([asked.length, ms]).toEqual([1, 0]);
    },
  );
  it.each([
    ['3', 3_000],
    ['Mon, 15 Jun 2026 12:00:04 GMT', 4_000],
  ])('of a few (%s) is', async (wait, length) => {
    const { api, asked } = apiWith((_, nth) =>
      nth === 1 ? new Response('', { status: 503, headers: { 'retry-after': wait } }) : json({}),
    );
    const [reply, ms] = await timed(api.countries());
    expect(reply).toMatchObject({ status: 200 });
    expect([asked.length, ms]).toEqual([2, length]);
  });
});

describe('without a token', () => {
  it('no header is sent', async () => {
    let sent: string | null = 'nothing';
    const api = createPortalApi('acme', undefined, async (input, init) => {
      sent = new Request(input, init).headers.get('authorization');
      return json({});
    });
    await pass(api.countries());
    expect(sent).toBeNull();
  });
  it('no address is built but that of a space', () => {
    expect(() => createPortalApi('evil.test/')).toThrow();
  });
});

// T39: what fails must not carry what was sent.
it('nothing that was sent is in what comes back', async () => {
  for (const script of [
    () => Promise.reject(new TypeError(`fetch failed ${secret}`)),
    () => new Response('', { status: 500 }),
    () => new Response('{', { headers: { 'content-type': 'application/json' } }),
  ]) {
    const { api } = apiWith(script);
    const reply = await pass(api.patch({ NewPassword: secret }));
    expect(JSON.stringify(reply)).not.toMatch(/sentinel/);
  }
});

it('a request beats once a second while it is open, and not after', async () => {
  const { api } = apiWith(() => new Promise(resolve => setTimeout(() => resolve(json({})), 4_500)));
  await pass(Promise.all([api.patch({}), api.patch({})]));
  expect(fakeBrowser.runtime.heartbeats).toBe(4);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(fakeBrowser.runtime.heartbeats).toBe(4);
});
