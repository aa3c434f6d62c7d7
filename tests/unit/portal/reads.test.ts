import { describe, expect, test } from 'vitest';
import { countries } from '../../portal';
import { accountFields, profileFields } from '../../portal/state/fields';
import { API, freshPortal, PROFILE } from './setup';

const here = freshPortal();

describe('the profile', () => {
  test('has some 180 keys, every editable one among them, and none of the account’s switches', async () => {
    const { json, headers } = await here.call('GET', PROFILE, { token: here.token });
    expect(headers['content-type']).toMatch(/application\/json/);
    expect(Object.keys(json).length).toBeGreaterThan(170);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(Object.keys(profileFields)));
    for (const name of Object.keys(accountFields)) expect(json).not.toHaveProperty(name);
    expect(json).toMatchObject({
      Id: here.ada,
      Email: 'ada@acme.test',
      FullName: 'Ada Lovelace',
      OpenAiProfileAvailable: true,
    });
  });

  test('is a page for who does not ask for JSON', async () => {
    const { text } = await here.call('GET', PROFILE, { token: here.token, headers: { accept: '*/*' } });
    expect(text).toMatch(/^<!doctype html>/);
  });

  test.each([
    '/en/profile?_resource=Coworker',
    '/login/me?',
    '/api/public/coworkers/profiles',
    '/api/public/coworkers/published',
  ])('%s answers 401 with an empty body to no token, a bad one and one of another space', async path => {
    const foreign = here.portal.issueToken('mira', 'atelier-nord').access;
    for (const token of [undefined, 'x', foreign]) {
      expect(await here.call('GET', API + path, { token })).toMatchObject({ status: 401, text: '' });
    }
  });

  test('does not exist for a user without one', async () => {
    const token = here.portal.issueToken('vera').access;
    expect((await here.call('GET', PROFILE, { token })).status).toBe(401);
  });

  test.each([
    [{ gender: 'number' }, { Gender: 3 }],
    [{ gender: 'name' }, { Gender: 'Female' }],
    [{ dateOfBirth: 'plain' }, { DateOfBirth: '1990-12-10' }],
    [{ dateOfBirth: 'midnight' }, { DateOfBirth: '1990-12-10T00:00:00' }],
    [{ dateOfBirth: 'zulu' }, { DateOfBirth: '1990-12-10T00:00:00Z' }],
    [{ country: 'nested' }, { Country: { Id: 1220 }, BillingCountry: { Id: 1220 } }],
  ] as const)('under %j reads %j', async (switches, expected) => {
    Object.assign(here.portal.switches, switches);
    const { json } = await here.call('GET', PROFILE, { token: here.token });
    expect(json).toMatchObject(expected);
    if ('country' in switches) expect(json).not.toHaveProperty('CountryId');
  });

  test('NotSet is 0 or 1 where genders are numbers', async () => {
    const nils = here.portal.issueToken('nils').access;
    for (const genderNotSet of [0, 1] as const) {
      Object.assign(here.portal.switches, { gender: 'number', genderNotSet });
      const url = PROFILE.replace('acme', 'atelier-nord');
      expect((await here.call('GET', url, { token: nils })).json.Gender).toBe(genderNotSet);
    }
  });
});

describe('the session', () => {
  test('tells who it is and the five switches', async () => {
    const { json } = await here.call('GET', `${API}/login/me?`, { token: here.token });
    expect(json).toMatchObject({
      Email: 'ada@acme.test',
      CoworkerId: here.ada,
      OnHelpDeskMsg: true,
      OnNewBlogComment: false,
    });
  });

  test('comes under User, or without CoworkerId, by switch', async () => {
    Object.assign(here.portal.switches, { loginMe: 'wrapped', loginMeCoworkerId: false });
    const { json } = await here.call('GET', `${API}/login/me?`, { token: here.token });
    expect(json.User).toMatchObject({ FullName: 'Ada Lovelace' });
    expect(json.User).not.toHaveProperty('CoworkerId');
  });
});

describe('the list of profiles', () => {
  const list = `${API}/api/public/coworkers/profiles`;

  test('hands out the bearer unless the shape leaves it out', async () => {
    const { json } = await here.call('GET', list, { token: here.token });
    expect(json.User).toHaveProperty('AccessToken', here.token);
    const shaped = await here.call('GET', `${list}?_shape=User.Id,Profiles.Id,Profiles.IsDefaultProfile`, {
      token: here.token,
    });
    expect(shaped.json).toEqual({
      User: { Id: here.portal.member('ada').id },
      Profiles: here.portal
        .membership('ada')
        .profiles.map(({ id }) => ({ Id: id, IsDefaultProfile: id === here.ada })),
    });
    here.portal.switches.leakToken = true;
    expect((await here.call('GET', `${list}?_shape=User.Id`, { token: here.token })).text).toContain(
      here.token,
    );
  });

  test('switches the profile, for everyone with a token of the member', async () => {
    const [, company, old] = here.portal.membership('ada').profiles;
    const put = (id: unknown) => here.call('PUT', `${list}/current?coworkerId=${id}`, { token: here.token });
    expect((await put(company?.id)).json).toMatchObject({ WasSuccessful: true });
    const other = here.portal.issueToken('ada').access;
    expect((await here.call('GET', PROFILE, { token: other })).json.Id).toBe(company?.id);
    expect((await put(here.portal.currentProfile('grace'))).status).toBe(404);
    expect((await put(old?.id)).status).toBe(400);
  });
});

test('the countries are some 250, without a token, and 1220 is the United Kingdom', async () => {
  const { json } = await here.call('GET', `${API}/api/public/countries`);
  expect(json.Countries).toHaveLength(countries.length);
  expect(countries.length).toBeGreaterThan(245);
  expect(json.Countries).toContainEqual({
    Id: 1220,
    Name: 'United Kingdom',
    TwoDigitsCode: 'GB',
    Culture: 'en-GB',
  });
  expect(new Set(countries.map(({ Id }) => Id)).size).toBe(countries.length);
});

test('the directory is searched by text and by tag, and lists only who is public', async () => {
  const find = async (query: string) =>
    (
      await here.call<{ Records: { FullName: string }[] }>(
        'GET',
        `${API}/api/public/coworkers/published?size=100${query}`,
        { token: here.token },
      )
    ).json.Records.map(({ FullName }) => FullName);
  expect(await find('&query=lovelace')).toEqual(['Ada Lovelace']);
  expect(await find('&tag=Looms')).toEqual(['Ada Lovelace']);
  expect(await find('')).not.toContain('Grace Okafor');
  expect((await find('')).length).toBeGreaterThan(30);
});

describe('the AI writer', () => {
  const url = `${API}/en/profile/GenerateOpenAiProfile`;

  test('proposes a bio and saves nothing', async () => {
    const before = here.portal.records();
    const { json } = await here.call('POST', url, { token: here.token });
    expect(json.ProfileSummary).toMatch(/^Ada Lovelace works as Engineer/);
    expect(here.portal.records()).toEqual(before);
  });

  test('is refused where there is none, and for a profile that is too thin', async () => {
    const nils = here.portal.issueToken('nils').access;
    expect((await here.call('POST', url.replace('acme', 'atelier-nord'), { token: nils })).status).toBe(400);
    here.portal.set(here.ada, { Position: null, BusinessArea: null });
    expect((await here.call('POST', url, { token: here.token })).status).toBe(400);
  });
});

test('the space says its name and settings to anyone', async () => {
  expect((await here.call('GET', `${API}/api/public/businesses/current`)).json).toMatchObject({
    Name: 'Acme Works',
    WebAddress: 'acme',
  });
  expect((await here.call('GET', `${API}/api/public/configuration`)).json).toContainEqual({
    Name: 'PublicWebSite.Name',
    Value: 'Acme Works',
  });
});
