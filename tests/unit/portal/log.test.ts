import { expect, test } from 'vitest';
import { API, freshPortal, PATCH, PROFILE } from './setup';

const here = freshPortal();

test('keeps all there is to know of a request', async () => {
  await here.call('PATCH', `${PATCH}?a=1`, {
    token: here.token,
    json: { CityName: 'Bath' },
    headers: { origin: 'https://acme.nexudus.site' },
  });
  expect(here.portal.log.patches()).toEqual([
    expect.objectContaining({
      host: 'acme.spaces.nexudus.com',
      method: 'PATCH',
      path: '/api/public/coworker/profile',
      query: { a: '1' },
      authorization: `Bearer ${here.token}`,
      origin: 'https://acme.nexudus.site',
      body: '{"CityName":"Bath"}',
      json: { CityName: 'Bath' },
      member: 'ada',
      profile: here.ada,
      status: 200,
      state: 'completed',
    }),
  ]);
});

test('is read from a mark, by host, and cleared', async () => {
  const { log } = here.portal;
  await here.call('GET', PROFILE, { token: here.token });
  const mark = log.mark();
  await here.call('GET', `${API.replace('acme', 'kodama')}/api/public/countries`);
  expect(log.since(mark).map(({ path }) => path)).toEqual(['/api/public/countries']);
  expect(log.to('acme.spaces.nexudus.com')).toHaveLength(1);
  expect(log.hosts()).toEqual(['acme.spaces.nexudus.com', 'kodama.spaces.nexudus.com']);
  log.clear();
  expect([log.entries.length, log.total()]).toEqual([0, 2]);
  expect(log.since(mark)).toEqual([]);
});

test('waits for what is still to come, and not for ever', async () => {
  const coming = here.portal.log.until(
    'a PATCH',
    ({ method, state }) => method === 'PATCH' && state === 'completed',
  );
  await here.call('PATCH', PATCH, { token: here.token, json: { CityName: 'Bath' } });
  expect((await coming).status).toBe(200);
  await expect(here.portal.log.until('a DELETE', ({ method }) => method === 'DELETE', 50)).rejects.toThrow(
    /in vain for a DELETE/,
  );
});

test('says what is still open where it never comes to rest', async () => {
  const { log, faults } = here.portal;
  faults.add({ deliver: { kind: 'silence' } });
  const client = new AbortController();
  const asked = here.call('GET', `${API}/api/public/countries`, { signal: client.signal });
  await log.until('the question', () => true);
  await expect(log.atRest(10, 60)).rejects.toThrow(
    'Still open: GET acme.spaces.nexudus.com/api/public/countries.',
  );
  client.abort();
  await expect(asked).rejects.toThrow();
});

test('is at rest once what is under way is answered', async () => {
  const { log, faults } = here.portal;
  faults.add({ match: { path: /countries/ }, delay: 200 });
  const asked = here.call('GET', `${API}/api/public/countries`);
  await log.until('the question', () => true);
  expect(await log.atRest(50)).toBe(1);
  expect(log.entries.map(({ state }) => state)).toEqual(['completed']);
  await asked;
});
