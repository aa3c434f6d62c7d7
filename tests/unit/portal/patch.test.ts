import { describe, expect, test } from 'vitest';
import type { Truth } from '../../portal';
import { freshPortal, PATCH, PROFILE } from './setup';

const here = freshPortal();
const patch = (json: unknown, token = here.token) => here.call('PATCH', PATCH, { token, json });
interface Refusals {
  WasSuccessful: boolean;
  Errors: { AttemptedValue: unknown; Message: string; PropertyName: string }[];
}
const future = `${new Date().getUTCFullYear() + 1}-01-01`;

test('stores exactly the fields that were sent, in the current profile only', async () => {
  const before = here.portal.records();
  const sent = {
    Position: 'Designer',
    NickName: null,
    ProfileIsPublic: false,
    CountryId: 1221,
    OnNewBlogComment: true,
  };
  expect((await patch(sent)).json).toMatchObject({ WasSuccessful: true, Status: 200, Errors: null });
  const { OnNewBlogComment, ...own } = sent;
  const after = here.portal.records();
  expect(after[here.ada]).toEqual({ ...before[here.ada], ...sent });
  for (const id of Object.keys(before)
    .map(Number)
    .filter(id => id !== here.ada)) {
    const sameAccount = here.portal.membership('ada').profiles.some(profile => profile.id === id);
    expect(after[id]).toEqual(sameAccount ? { ...before[id], OnNewBlogComment } : before[id]);
  }
  expect((await here.call('GET', PROFILE, { token: here.token })).json).toMatchObject(own);
});

test('writes the profile that is current when it comes', async () => {
  const company = here.portal.membership('ada').profiles[1]?.id ?? 0;
  here.portal.switchProfile('ada', company);
  await patch({ Position: 'Sponsor' });
  expect(here.portal.record(company).Position).toBe('Sponsor');
  expect(here.portal.record(here.ada).Position).toBe('Engineer');
});

describe('refuses', () => {
  test.each<[keyof Truth | string, unknown]>([
    ['FullName', ''],
    ['FullName', '   '],
    ['FullName', null],
    ['Gender', 'Unknown'],
    ['Gender', 3],
    ['DateOfBirth', '2021-02-31'],
    ['DateOfBirth', '0001-01-01'],
    ['DateOfBirth', '10/12/1990'],
    ['DateOfBirth', '1990-12-10T00:00:00'],
    ['DateOfBirth', future],
    ['DateOfBirth', ''],
    ['Address', null],
    ['PostCode', 4],
    ['CountryId', 1],
    ['CountryId', '1220'],
    ['CountryId', null],
    ['BillingCountryId', 99_999],
    ['ProfileTags', 'x'.repeat(255)],
    ['ProfileTags', null],
    ['ProfileIsPublic', 'true'],
    ['ProfileIsPublic', 1],
    ['Position', { toString: 'x' }],
    ['BillingEmail', 'nobody'],
    ['BillingEmail', 'a@b'],
    ['OnHelpDeskMsg', null],
    ['SignUpToNewsletter', 'on'],
    ['Email', 'new@acme.test'],
    ['Id', 1_880_004],
    ['position', 'wrong case'],
  ])('%s: %j', async (name, value) => {
    const before = here.portal.records();
    const { status, json } = await here.call<Refusals>('PATCH', PATCH, {
      token: here.token,
      json: { [name]: value, CityName: 'Bath' },
    });
    expect(status).toBe(400);
    expect(json.WasSuccessful).toBe(false);
    expect(json.Errors).toEqual([
      { AttemptedValue: value, Message: expect.stringMatching(/\w/), PropertyName: name },
    ]);
    expect(here.portal.records()).toEqual(before);
  });

  test.each([
    ['no JSON', '{"Position":', 400],
    ['an array', '[]', 400],
    ['nothing to change', '{}', 400],
    ['a body that is too large', `{"Position":"${'x'.repeat(1_000_001)}"}`, 413],
  ])('%s', async (_, body, status) => {
    const headers = { 'content-type': 'application/json' };
    expect((await here.call('PATCH', PATCH, { token: here.token, body, headers })).status).toBe(status);
  });

  test('another content type', async () => {
    expect((await here.call('PATCH', PATCH, { token: here.token, body: '{"Position":"x"}' })).status).toBe(
      415,
    );
  });

  test('a token that is not good, with an empty body', async () => {
    expect(await patch({ Position: 'x' }, 'bad')).toMatchObject({ status: 401, text: '' });
    here.portal.expireTokens({ member: 'ada' });
    expect((await patch({ Position: 'x' })).status).toBe(401);
  });
});

test('accepts 254 characters of tags, an empty invoice e-mail, a leap day and every blank', async () => {
  const sent = {
    ProfileTags: 'x'.repeat(254),
    BillingEmail: '',
    DateOfBirth: '1984-02-29',
    Address: '',
    Github: null,
  };
  expect((await patch(sent)).status).toBe(200);
  expect(here.portal.record(here.ada)).toMatchObject(sent);
});

describe('the password', () => {
  const old = 'Analytical-1843';
  const change = (
    NewPassword: unknown,
    RepeatNewPassword: unknown = NewPassword,
    OldPassword: unknown = old,
  ) =>
    here.call<Refusals>('PATCH', PATCH, {
      token: here.token,
      json: { OldPassword, NewPassword, RepeatNewPassword },
    });
  const refusedFields = ({ json }: { json: Refusals }) => json.Errors.map(({ PropertyName }) => PropertyName);

  test('changes, and tokens live on', async () => {
    expect((await change('Difference-2')).json.WasSuccessful).toBe(true);
    expect(here.portal.member('ada').password).toBe('Difference-2');
    expect((await here.call('GET', PROFILE, { token: here.token })).status).toBe(200);
  });

  test.each([
    [['short1'], ['NewPassword']],
    [['no-number-here'], ['NewPassword']],
    [['123456789'], ['NewPassword']],
    [[old], ['NewPassword']],
    [['Difference-2', 'Difference-3'], ['RepeatNewPassword']],
    [['Difference-2', 'Difference-2', 'wrong'], ['OldPassword']],
    [['Difference-2', 'Difference-2', ''], ['OldPassword']],
    [
      ['short', 'other', 'wrong'],
      ['OldPassword', 'NewPassword', 'RepeatNewPassword'],
    ],
  ])('refuses %j at %j', async (values, fields) => {
    expect(refusedFields(await change(...(values as [string, string?, string?])))).toEqual(fields);
    expect(here.portal.member('ada').password).toBe(old);
  });

  test('needs its three fields, under the name that this portal has for the third', async () => {
    const body = { OldPassword: old, NewPassword: 'Difference-2' };
    expect((await patch(body)).status).toBe(400);
    here.portal.switches.passwordRepeat = 'NewPasswordConfirm';
    expect((await change('Difference-2')).json.Errors.map(({ PropertyName }) => PropertyName)).toEqual([
      'RepeatNewPassword',
      'NewPasswordConfirm',
    ]);
    expect((await patch({ ...body, NewPasswordConfirm: 'Difference-2' })).status).toBe(200);
  });

  test.each([
    ['none', 200, 200],
    ['other tokens', 200, 401],
    ['all tokens', 401, 401],
  ] as const)('ends %s by switch', async (passwordEnds, own, other) => {
    here.portal.switches.passwordEnds = passwordEnds;
    const second = here.portal.issueToken('ada').access;
    await change('Difference-2');
    expect((await here.call('GET', PROFILE, { token: here.token })).status).toBe(own);
    expect((await here.call('GET', PROFILE, { token: second })).status).toBe(other);
  });

  test('a wrong one is counted', async () => {
    await change('Difference-2', 'Difference-2', 'wrong');
    expect(here.portal.member('ada').invalidAttempts).toBe(1);
  });
});

test('the operator gets an e-mail for the professional profile only', async () => {
  await patch({ CityName: 'Bath' });
  await patch({ CityName: 'Bristol', Position: 'Designer' });
  expect(here.portal.outbox).toEqual([{ space: 'acme', profile: here.ada, fields: ['Position'] }]);
});
