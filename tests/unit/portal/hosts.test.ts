import { describe, expect, test } from 'vitest';
import { appUrl, mappedHosts } from '../../portal';
import { API, freshPortal } from './setup';

const here = freshPortal();
const APP = 'https://acme.nexudus.site';

describe('the host of the app', () => {
  test.each([
    '/acme/',
    '/acme/user/profile/billing',
    '/api/public/countries',
    '/en/profile?_resource=Coworker',
    '/login/me',
  ])('answers GET %s with the app', async path => {
    const { status, text } = await here.call('GET', APP + path, { token: here.token });
    expect(status).toBe(200);
    expect(text).toMatch(/^<!doctype html>/);
  });

  test('answers other methods with 405', async () => {
    const { status } = await here.call('PATCH', `${APP}/api/public/coworker/profile`, {
      token: here.token,
      json: { CityName: 'Bath' },
    });
    expect(status).toBe(405);
  });

  test('serves the app of a space on its custom domain, with the same API', async () => {
    const { text } = await here.call('GET', 'https://members.example.com/user/profile/personal');
    expect(text).toContain('"api":"https://acme.spaces.nexudus.com"');
  });

  test('serves its scripts and styles', async () => {
    for (const name of ['app.js', 'style.css', 'forms.css']) {
      const { headers } = await here.call('GET', `${APP}/assets/${name}`);
      expect(headers['content-type']).toMatch(/javascript|css/);
    }
  });
});

describe('the look-up', () => {
  const url = 'https://spaces.nexudus.com/api/sys/businesses/getByHost?host=';

  test.each(['acme', 'acme.nexudus.site', 'acme.spaces.nexudus.com', 'members.example.com'])(
    'knows %s',
    async host => {
      expect((await here.call('GET', url + host)).json).toEqual({
        Id: 410_001,
        WebAddress: 'acme.spaces.nexudus.com',
      });
    },
  );

  test('does not know others', async () => {
    expect((await here.call('GET', `${url}www.example.com`)).status).toBe(404);
  });
});

test('there is nothing on the names of no space', async () => {
  for (const host of ['nobody.spaces.nexudus.com', 'nobody.nexudus.site', 'evil.test'])
    expect((await here.call('GET', `https://${host}/api/public/countries`)).status).toBe(404);
});

test('the certificate is good for every mapped name', async () => {
  for (const host of mappedHosts)
    expect((await here.call('GET', `https://${host}/`)).status).toBeLessThan(500);
});

test('the API answers the preflight of any origin, and lets it read', async () => {
  const headers = {
    origin: APP,
    'access-control-request-method': 'PATCH',
    'access-control-request-headers': 'authorization,content-type',
  };
  const preflight = await here.call('OPTIONS', `${API}/api/public/coworker/profile`, { headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers['access-control-allow-origin']).toBe(APP);
  expect(preflight.headers['access-control-allow-headers']).toMatch(/authorization.*content-type/i);
  expect(preflight.headers['access-control-allow-methods']).toContain('PATCH');
  const refused = await here.call('GET', `${API}/login/me?`, { headers: { origin: APP } });
  expect(refused).toMatchObject({ status: 401, headers: { 'access-control-allow-origin': APP } });
});

test('foreign pages stand where a test puts them', async () => {
  here.portal.pages.set('evil.nexudus.site', '/evil/', '<h1>Hello</h1>');
  expect((await here.call('GET', 'https://evil.nexudus.site/evil/')).text).toBe('<h1>Hello</h1>');
  expect(here.portal.log.hosts()).toEqual(['evil.nexudus.site']);
});

describe('the older pages', () => {
  const signIn = (password: string) =>
    here.call('POST', `${API}/en/login`, {
      body: new URLSearchParams({ username: 'ada@acme.test', password }).toString(),
    });

  test('send strangers to the sign-in, and members to their profile with a cookie', async () => {
    expect(await here.call('GET', `${API}/account/profile`)).toMatchObject({
      status: 302,
      headers: { location: '/en/login' },
    });
    expect((await signIn('wrong')).status).toBe(400);
    const { status, headers } = await signIn('Analytical-1843');
    expect([status, headers.location]).toEqual([302, '/account/profile']);
    const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    for (const path of [
      '/account/profile',
      '/account/billing',
      '/settings/notifications',
      '/settings/security',
    ])
      expect((await here.call('GET', API + path, { headers: { cookie } })).text).toContain(
        'class="section-menu"',
      );
    expect((await here.call('GET', `${API}/login/me?`, { headers: { cookie } })).json.Email).toBe(
      'ada@acme.test',
    );
  });

  test('hand a bearer to their own script only by switch', async () => {
    const cookie = `nexudus.session=${here.token}`;
    const page = async () => (await here.call('GET', `${API}/account/profile`, { headers: { cookie } })).text;
    expect(await page()).not.toContain(here.token);
    here.portal.switches.v4Bearer = true;
    expect(await page()).toContain(here.token);
  });
});

test('addresses of pages are the production ones', () => {
  expect(appUrl('acme', '/user/profile/billing')).toBe('https://acme.nexudus.site/acme/user/profile/billing');
});
