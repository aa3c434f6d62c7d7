import { once } from 'node:events';
import { createConnection } from 'node:net';
import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { staysTrue } from '../../browsers/waiting';
import { type Delivery, recipes } from '../../portal';
import { API, freshPortal, PATCH, PROFILE } from './setup';

const here = freshPortal();
const patch = (CityName = 'Bath') => here.call('PATCH', PATCH, { token: here.token, json: { CityName } });
const read = (signal?: AbortSignal) => here.call('GET', PROFILE, { token: here.token, signal });
const city = () => here.portal.record(here.ada).CityName;
const deliver = (delivery: Delivery, apply?: boolean) =>
  here.portal.faults.add({ match: recipes.patch, deliver: delivery, apply });

describe('which requests', () => {
  test('once by default, then never again', async () => {
    const fault = here.portal.faults.add({ match: recipes.profileRead, answer: { status: 503 } });
    expect([(await read()).status, (await read()).status]).toEqual([503, 200]);
    expect(fault.used).toBe(1);
  });

  test('after some have passed, for as many as it says', async () => {
    here.portal.faults.add({ match: { path: /profile$/ }, skip: 1, times: 2, answer: { status: 500 } });
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await read()).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  test('by host, by a question of its own, and not preflights unless it says so', async () => {
    here.portal.faults.add({ match: { host: 'kodama.spaces.nexudus.com' }, answer: { status: 500 } });
    here.portal.faults.add({
      match: { where: ({ authorization }) => !authorization },
      answer: { status: 502 },
    });
    expect((await read()).status).toBe(200);
    const preflight = {
      headers: { origin: 'https://acme.nexudus.site', 'access-control-request-method': 'PATCH' },
    };
    expect((await here.call('OPTIONS', PATCH, preflight)).status).toBe(204);
    expect((await here.call('GET', PROFILE)).status).toBe(502);
    here.portal.faults.add({ match: { method: 'OPTIONS' }, answer: { status: 500 } });
    expect((await here.call('OPTIONS', PATCH, preflight)).status).toBe(500);
  });

  test('until it is removed, or all are cleared', async () => {
    const fault = here.portal.faults.add({ times: Number.POSITIVE_INFINITY, answer: { status: 500 } });
    await read();
    expect((await read()).status).toBe(500);
    fault.remove();
    expect((await read()).status).toBe(200);
  });
});

describe('what takes effect', () => {
  test('a fixed answer does nothing, unless it says that it does', async () => {
    here.portal.faults.add({ match: recipes.patch, answer: recipes.status(500) });
    expect((await patch()).status).toBe(500);
    expect(city()).toBe('Bristol');
    here.portal.faults.add({ match: recipes.patch, answer: recipes.status(500), apply: true });
    expect((await patch()).status).toBe(500);
    expect(city()).toBe('Bath');
  });

  test('a lost connection may come before or after the change', async () => {
    deliver({ kind: 'reset' }, false);
    await expect(patch()).rejects.toThrow();
    expect(city()).toBe('Bristol');
    deliver({ kind: 'reset' });
    await expect(patch()).rejects.toThrow();
    expect(city()).toBe('Bath');
    await expect
      .poll(() => here.portal.log.patches().map(({ status, state }) => [status, state]))
      .toEqual([
        [undefined, 'aborted'],
        [undefined, 'aborted'],
      ]);
  });
});

describe('how it travels', () => {
  test('cut inside the body after 200', async () => {
    deliver({ kind: 'cut', after: 10 });
    await expect(patch()).rejects.toThrow(/aborted/);
    const entry = await here.portal.log.until('the end', ({ state }) => state === 'aborted');
    expect(entry.status).toBe(200);
  });

  describe('by a clock that stands still', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
    afterEach(() => void vi.useRealTimers());

    /** The answer, and how long the portal waited on its way to it, each time. */
    async function waitsFor<T>(answer: Promise<T>): Promise<[answer: T, waits: number[]]> {
      const waits: number[] = [];
      let over = false;
      const end = () => {
        over = true;
      };
      answer.then(end, end);
      while (!over) {
        await new Promise(setImmediate);
        const before = Date.now();
        if (vi.getTimerCount() > 0)
          waits.push(vi.advanceTimersToNextTimer().getMockedSystemTime()!.getTime() - before);
      }
      return [await answer, waits];
    }

    test('drop by drop', async () => {
      here.portal.faults.add({ match: recipes.patch, deliver: { kind: 'drip', bytesPerSecond: 400 } });
      const [{ json, text }, waits] = await waitsFor(patch());
      expect(json.WasSuccessful).toBe(true);
      // A hundred bytes, and then a quarter of a second.
      expect(waits).toEqual(Array.from({ length: Math.ceil(text.length / 100) }, () => 250));
    });

    test('late', async () => {
      here.portal.faults.add({ delay: 200 });
      const [{ status }, waits] = await waitsFor(read());
      expect([status, waits]).toEqual([200, [200]]);
    });
  });

  test.each<Delivery>([{ kind: 'silence' }, { kind: 'endless' }])(
    '$kind, until the client leaves',
    async delivery => {
      here.portal.faults.add({ deliver: delivery });
      const client = new AbortController();
      const answer = read(client.signal);
      const entry = await here.portal.log.until('the request', () => true);
      await staysTrue('the answer has no end', () => entry.state === 'open', 100);
      client.abort();
      await expect(answer).rejects.toThrow(/abort/);
      await here.portal.log.until('the end', ({ state }) => state === 'aborted');
      expect(entry.state).toBe('aborted');
    },
  );
});

describe('what it says', () => {
  test('text that is no JSON, half of the JSON, a page, a redirect', async () => {
    here.portal.faults.add({ answer: { text: 'oops', headers: { 'content-type': 'application/json' } } });
    expect((await read()).text).toBe('oops');
    here.portal.faults.add({ answer: recipes.truncatedJson });
    expect(await read()).toMatchObject({ status: 200, json: undefined });
    here.portal.faults.add({ answer: recipes.htmlPage() });
    expect((await read()).headers['content-type']).toMatch(/html/);
    here.portal.faults.add({ answer: recipes.redirectTo('https://evil.test/', 308) });
    expect(await read()).toMatchObject({ status: 308, headers: { location: 'https://evil.test/' } });
  });

  test('the normal answer, changed', async () => {
    here.portal.faults.add({
      change: json => ({ ...(json as object), Position: { type: 'b' }, ProfileIsPublic: 'yes' }),
    });
    expect((await read()).json).toMatchObject({
      Id: here.ada,
      Position: { type: 'b' },
      ProfileIsPublic: 'yes',
    });
  });

  test('far too much, packed small or deep', async () => {
    here.portal.faults.add({ answer: recipes.gzipBomb(5) });
    expect((await read()).text.length).toBeLessThan(20_000);
    here.portal.faults.add({ answer: recipes.deepJson(1000) });
    expect((await read()).text).toContain('null}}}');
    here.portal.faults.add({ answer: recipes.hugeJson(2_000_000) });
    expect((await read()).text.length).toBeGreaterThan(2_000_000);
  });

  test('nothing that a page of another origin could not read', async () => {
    here.portal.faults.add({ answer: { status: 500, json: {} } });
    const { headers } = await here.call('GET', PROFILE, { headers: { origin: 'https://acme.nexudus.site' } });
    expect(headers['access-control-allow-origin']).toBe('https://acme.nexudus.site');
  });
});

describe('state around a request', () => {
  test('is changed before or after it', async () => {
    const [, company] = here.portal.membership('ada').profiles;
    here.portal.faults.add({
      match: recipes.patch,
      before: () => here.portal.switchProfile('ada', company?.id ?? 0),
    });
    await patch();
    expect(city()).toBe('Bristol');
    expect(here.portal.record(company?.id ?? 0).CityName).toBe('Bath');
    here.portal.faults.add({ match: recipes.profileRead, after: () => here.portal.expireTokens() });
    expect([(await read()).status, (await read()).status]).toEqual([200, 401]);
  });

  test('a request is held, before or after its effect', async () => {
    for (const [at, meanwhile] of [
      ['before', 'Bristol'],
      ['after', 'Bath'],
    ] as const) {
      here.portal.set(here.ada, { CityName: 'Bristol' });
      const gate = here.portal.faults.hold(recipes.patch, at);
      const answer = patch();
      expect((await gate.arrived).json).toEqual({ CityName: 'Bath' });
      expect(city()).toBe(meanwhile);
      gate.release();
      expect((await answer).status).toBe(200);
      expect(city()).toBe('Bath');
    }
  });

  test('a held request may be broken off', async () => {
    const gate = here.portal.faults.hold(recipes.patch);
    const answer = patch();
    await gate.arrived;
    gate.reset();
    await expect(answer).rejects.toThrow();
    expect(city()).toBe('Bristol');
  });

  test('a client that leaves does not stop what it asked for', async () => {
    const gate = here.portal.faults.hold(recipes.patch);
    const controller = new AbortController();
    const answer = here.call('PATCH', PATCH, {
      token: here.token,
      json: { CityName: 'Bath' },
      signal: controller.signal,
    });
    await gate.arrived;
    controller.abort();
    await expect(answer).rejects.toThrow();
    gate.release();
    await expect.poll(city).toBe('Bath');
  });
});

test('a client that leaves in the middle of its body does no harm', async () => {
  const { port, ca } = here.portal;
  const socket = connect({ host: '127.0.0.1', port, ca, servername: 'acme.spaces.nexudus.com' });
  await once(socket, 'secureConnect');
  socket.write(
    'PATCH /api/public/coworker/profile HTTP/1.1\r\nHost: acme.spaces.nexudus.com\r\nExpect: 100-continue\r\nContent-Length: 99\r\n\r\n{"City',
  );
  // The portal has the head, and says that it reads on.
  expect(String(await once(socket, 'data'))).toContain('100 Continue');
  socket.destroy();
  expect((await read()).status).toBe(200);
  expect(city()).toBe('Bristol');
});

test('a portal that is down refuses connections, and comes back on its port', async () => {
  await here.portal.stop();
  await expect(read()).rejects.toThrow(/ECONNREFUSED/);
  await here.portal.start();
  expect((await read()).status).toBe(200);
});

test('a certificate of a stranger is not believed, on that host only', async () => {
  here.portal.breakCertificate('acme.spaces.nexudus.com');
  await expect(read()).rejects.toThrow(/self.signed/);
  expect((await here.call('GET', `${API.replace('acme', 'kodama')}/api/public/countries`)).status).toBe(200);
  here.portal.mendCertificate('acme.spaces.nexudus.com');
  expect((await read()).status).toBe(200);
});

test('a connection that is still being made ends with the others', async () => {
  // Over it a request could come under the certificate of before.
  const early = createConnection(here.portal.port, '127.0.0.1');
  await once(early, 'connect');
  await read();
  here.portal.breakCertificate('acme.spaces.nexudus.com');
  await once(early, 'close');
});
