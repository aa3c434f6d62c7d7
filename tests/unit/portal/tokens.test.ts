import { expect, test } from 'vitest';
import { createClient, createPortal } from '../../portal';
import { API, freshPortal, PROFILE } from './setup';

const here = freshPortal();
const grant = (form: Record<string, string>, space = 'acme') =>
  here.call<{ access_token: string; refresh_token: string; expires_in: number }>(
    'POST',
    `${API.replace('acme', space)}/api/token`,
    {
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
  );
const signIn = (username = 'ada@acme.test', password = 'Analytical-1843', space?: string) =>
  grant({ grant_type: 'password', username, password }, space);

test('a sign-in gives a bearer of some 430 characters', async () => {
  const { json } = await signIn();
  expect(json.access_token).toMatch(/^[A-Za-z0-9_-]{430}$/);
  expect(json.expires_in).toBe(7 * 24 * 3600);
  expect((await here.call('GET', PROFILE, { token: json.access_token })).json.FullName).toBe('Ada Lovelace');
});

test.each([
  ['a wrong password', () => signIn('ada@acme.test', 'wrong')],
  ['a stranger', () => signIn('nobody@acme.test')],
  ['a member of another space', () => signIn('ada@acme.test', 'Analytical-1843', 'kodama')],
  ['another grant', () => grant({ grant_type: 'client_credentials' })],
])('%s is refused', async (_, attempt) => {
  expect((await attempt()).status).toBe(400);
});

test('a refresh token works once, and the old bearer lives on', async () => {
  const first = (await signIn()).json;
  const again = () => grant({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
  const second = (await again()).json;
  expect(second.access_token).not.toBe(first.access_token);
  expect((await again()).status).toBe(400);
  expect((await here.call('GET', PROFILE, { token: first.access_token })).status).toBe(200);
});

test('a token of one space is worth nothing on another', async () => {
  const { access } = here.portal.issueToken('mira', 'atelier-nord');
  expect((await here.call('GET', PROFILE, { token: access })).status).toBe(401);
  expect((await here.call('GET', PROFILE.replace('acme', 'atelier-nord'), { token: access })).status).toBe(
    200,
  );
});

test('tokens end by the clock, at once, or for one that follows', async () => {
  let now = 0;
  const portal = await createPortal({ now: () => now, switches: { tokenSeconds: 60 } });
  const call = createClient(portal);
  const status = async (token: string) => (await call('GET', PROFILE, { token })).status;
  const { access } = portal.issueToken('ada');
  expect(await status(access)).toBe(200);
  now = 60_000;
  expect(await status(access)).toBe(401);
  const next = portal.rotateToken('ada').access;
  const kept = portal.rotateToken('ada', 'acme', { keep: true }).access;
  expect([await status(next), await status(kept)]).toEqual([200, 200]);
  portal.expireTokens({ member: 'ada' });
  expect([await status(next), await status(kept)]).toEqual([401, 401]);
  await portal.close();
});
