import { describe, expect, test } from 'vitest';
import { createClient, createPortal } from '../../portal';
import { API, freshPortal, PATCH, PROFILE } from './setup';

const here = freshPortal();
const patch = (json: unknown) => here.call('PATCH', PATCH, { token: here.token, json });
const now = () => here.portal.record(here.ada);
const bad = { CityName: 'Bath', CountryId: 1 };

test('refusals are all or nothing, or partial', async () => {
  await patch(bad);
  expect(now().CityName).toBe('Bristol');
  here.portal.switches.refusals = 'partial';
  expect((await patch(bad)).status).toBe(400);
  expect(now()).toMatchObject({ CityName: 'Bath', CountryId: 1220 });
});

test.each([
  ['status 400', 400, false],
  ['not successful', 200, false],
  ['body status', 200, true],
] as const)('a refusal as %s', async (refusal, status, WasSuccessful) => {
  here.portal.switches.refusal = refusal;
  expect(await patch(bad)).toMatchObject({ status, json: { WasSuccessful, Status: 400 } });
  expect(now().CityName).toBe('Bristol');
});

test.each([
  ['object', { CountryId: [expect.any(String)] }],
  ['strings', [expect.any(String)]],
  ['text', expect.any(String)],
] as const)('Errors as %s', async (errors, expected) => {
  here.portal.switches.errors = errors;
  expect((await patch(bad)).json.Errors).toEqual(expected);
});

test.each([
  ['empty', 200],
  ['no content', 204],
] as const)('success as %s stores and says nothing', async (success, status) => {
  here.portal.switches.success = success;
  expect(await patch({ CityName: 'Bath' })).toMatchObject({ status, text: '' });
  expect(now().CityName).toBe('Bath');
});

test('unknown keys may be dropped in silence', async () => {
  here.portal.switches.unknownKeys = 'ignore';
  expect((await patch({ Nonsense: 1, CityName: 'Bath' })).status).toBe(200);
  expect(now()).not.toHaveProperty('Nonsense');
});

test('fields may be ignored, tags lower-cased, values trimmed', async () => {
  Object.assign(here.portal.switches, { ignored: ['Linkedin'], lowerCaseTags: true, trim: true });
  await patch({ Linkedin: 'new', ProfileTags: ' One, TWO ', CityName: '  Bath ' });
  expect(now()).toMatchObject({
    Linkedin: 'https://www.linkedin.com/in/ada-example',
    ProfileTags: 'one, two',
    CityName: 'Bath',
  });
});

test('a field may be missing from this portal', async () => {
  here.portal.switches.missing = ['Skype', 'OnNewWallPost'];
  expect((await here.call('GET', PROFILE, { token: here.token })).json).not.toHaveProperty('Skype');
  expect((await here.call('GET', `${API}/login/me?`, { token: here.token })).json).not.toHaveProperty(
    'OnNewWallPost',
  );
  expect((await patch({ Skype: 'x' })).status).toBe(400);
});

test('a gender is written in the kind in which it is read', async () => {
  here.portal.switches.gender = 'number';
  expect((await patch({ Gender: 'Male' })).status).toBe(400);
  expect((await patch({ Gender: 2 })).status).toBe(200);
  expect(now().Gender).toBe('Male');
  expect((await patch({ Gender: 0 })).status).toBe(200);
  expect(now().Gender).toBe('NotSet');
});

test('values that were attempted may be kept back', async () => {
  here.portal.switches.echoValues = false;
  expect((await patch(bad)).json.Errors).toMatchObject([{ AttemptedValue: null }]);
});

test('extensions may be refused by their origin', async () => {
  here.portal.switches.refuseExtensions = true;
  const headers = { origin: 'chrome-extension://abc' };
  expect((await here.call('GET', PROFILE, { token: here.token, headers })).status).toBe(403);
});

test('a cookie may be believed before the bearer', async () => {
  const cookie = { cookie: `nexudus.session=${here.portal.issueToken('grace').access}` };
  const who = async () =>
    (await here.call('GET', PROFILE, { token: here.token, headers: cookie })).json.FullName;
  expect(await who()).toBe('Ada Lovelace');
  here.portal.switches.identity = 'cookie first';
  expect(await who()).toBe('Grace Okafor');
});

describe('throttling', () => {
  test('lets ten requests of a token pass in five seconds, and says when to return', async () => {
    let clock = 1_000_000;
    const portal = await createPortal({ now: () => clock });
    const call = createClient(portal);
    portal.switches.throttle.on = true;
    const token = portal.issueToken('ada').access;
    const other = portal.issueToken('grace').access;
    const read = (bearer: string) => call('GET', PROFILE, { token: bearer });
    for (let n = 0; n < 10; n++) expect((await read(token)).status).toBe(200);
    clock += 1500;
    expect(await read(token)).toMatchObject({ status: 429, headers: { 'retry-after': '4' } });
    expect((await read(other)).status).toBe(200);
    clock += 3600;
    expect((await read(token)).status).toBe(200);
    await portal.close();
  });

  test('does nothing when it refuses, and answers as it is set', async () => {
    Object.assign(here.portal.switches.throttle, { on: true, requests: 0, status: 409, retryAfter: 'soon' });
    expect(await patch({ CityName: 'Bath' })).toMatchObject({
      status: 409,
      headers: { 'retry-after': 'soon' },
    });
    expect(now().CityName).toBe('Bristol');
  });

  test('counts writes by the minute', async () => {
    Object.assign(here.portal.switches.throttle, { on: true, requests: 100, writesPerMinute: 2 });
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await patch({ CityName: `Bath ${n}` })).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await here.call('GET', PROFILE, { token: here.token })).status).toBe(200);
  });
});
