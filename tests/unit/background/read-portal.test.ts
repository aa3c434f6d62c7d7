import { describe, expect, it } from 'vitest';
import type { PortalApi, Reply } from '@/entrypoints/background/portal-api';
import {
  belongs,
  readCountries,
  readIdentity,
  readShown,
  switchProfile,
} from '@/entrypoints/background/read-portal';
import type { FieldName } from '@/utils/profile/fields';
import { noReading } from '@/utils/profile/record';

const json = (body: unknown, status = 200): Reply => ({ status, body, isJson: true, retryAfter: null });
const profile = { Id: 3, FullName: 'Ada', Position: 'Engineer', OpenAiProfileAvailable: true };
const me = { Id: 1, CoworkerId: 3, OnHelpDeskMsg: true };

/** An API that answers as told and says what it was asked. */
function apiOf(replies: Partial<Record<keyof PortalApi, Reply>>) {
  const asked: string[] = [];
  const api = new Proxy({} as PortalApi, {
    get: (_, name: keyof PortalApi) => async () => {
      asked.push(name);
      return replies[name] ?? json({ profile, session: me }[name as string] ?? {});
    },
  });
  return { api, asked };
}
const code = async (
  replies: Partial<Record<keyof PortalApi, Reply>>,
  names: FieldName[] = ['Position', 'OnHelpDeskMsg'],
) => {
  const shown = await readShown(apiOf(replies).api, names);
  return shown.ok ? 'ok' : shown.error.code;
};

describe('a read', () => {
  it.each<[FieldName[], string[]]>([
    [['Position'], ['profile']],
    [['OnHelpDeskMsg'], ['session']],
    [['SignUpToNewsletter'], ['profile']],
    [
      ['Position', 'OnHelpDeskMsg'],
      ['session', 'profile'],
    ],
  ])('of %j asks for %j', async (names, resources) => {
    const { api, asked } = apiOf({});
    expect((await readShown(api, names)).ok).toBe(true);
    expect(asked.sort()).toEqual(resources.sort());
  });

  it('shows whose it is, and what both resources hold', async () => {
    const shown = await readShown(apiOf({}).api, ['Position', 'OnHelpDeskMsg']);
    expect(shown).toMatchObject({
      ok: true,
      value: {
        profile: 3,
        profileName: 'Ada',
        user: 1,
        suggestsBio: true,
        reading: { values: { Position: 'Engineer', OnHelpDeskMsg: true } },
      },
    });
  });
  it('of the profile alone does not know the member, of the session alone not the name', async () => {
    expect(await readShown(apiOf({}).api, ['Position'])).toMatchObject({
      value: { user: undefined, profile: 3 },
    });
    expect(await readShown(apiOf({}).api, ['OnHelpDeskMsg'])).toMatchObject({
      value: { user: 1, profile: 3, profileName: '', suggestsBio: undefined },
    });
  });
  it('asks for the profile where the session does not name it', async () => {
    const { api, asked } = apiOf({ session: json({ Id: 1, OnHelpDeskMsg: false }) });
    expect(await readShown(api, ['OnHelpDeskMsg'])).toMatchObject({
      ok: true,
      value: { profile: 3, user: 1 },
    });
    expect(asked).toEqual(['session', 'profile']);
  });

  it('believes neither of two that name two profiles', async () => {
    expect(await code({ session: json({ ...me, CoworkerId: 4 }) })).toBe('otherProfile');
  });
  it.each<[string, Partial<Record<keyof PortalApi, Reply>>]>([
    ['signedOut', { profile: json(null, 401) }],
    ['signedOut', { session: json(null, 401) }],
    ['notApi', { profile: json({ FullName: 'no id' }) }],
    ['notApi', { session: json({ Email: 'no id' }) }],
    ['notApi', { profile: json([profile]) }],
    ['notApi', { profile: json('text') }],
    ['unreachable', { session: { lost: 'network' } }],
    ['redirected', { profile: { lost: 'redirect' } }],
  ])('says %s when it comes to nothing', async (expected, replies) => {
    expect(await code(replies)).toBe(expected);
  });
  it('says so too where the profile is asked for late', async () => {
    expect(await code({ session: json({ Id: 1 }), profile: json(null, 403) }, ['OnHelpDeskMsg'])).toBe(
      'forbidden',
    );
  });
});

it.each([
  [{ profile: 2, user: 1 }, true],
  [{ profile: 2, user: undefined }, true],
  [{ profile: 2, user: 3 }, false],
  [{ profile: 3, user: 1 }, false],
  [{ profile: 3, user: undefined }, false],
])('%j is the owner’s: %s', (shown, ours) => {
  const none = {
    profileName: '',
    suggestsBio: undefined,
    reading: noReading,
  };
  expect(belongs({ ...none, ...shown }, { space: 'acme', user: 1, profile: 2 })).toBe(ours);
});

describe('the other reads', () => {
  it('give what they parse, or why not', async () => {
    expect(
      await readCountries(
        apiOf({ countries: json({ Countries: [{ Id: 1, Name: 'A', TwoDigitsCode: 'AA' }] }) }).api,
      ),
    ).toEqual({ ok: true, value: [{ id: 1, name: 'A', code: 'AA' }] });
    expect(await readCountries(apiOf({ countries: json({}) }).api)).toEqual({
      ok: false,
      error: { code: 'notApi' },
    });
    expect(await readIdentity(apiOf({ identity: json(null, 401) }).api)).toEqual({
      ok: false,
      error: { code: 'signedOut' },
    });
  });
  it('a switch of profile is done only when the portal says so', async () => {
    const done = { WasSuccessful: true, Status: 200 };
    expect(await switchProfile(apiOf({ switchTo: json(done) }).api, 7)).toEqual({ ok: true, value: null });
    expect(
      await switchProfile(apiOf({ switchTo: json({ ...done, WasSuccessful: false }) }).api, 7),
    ).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await switchProfile(apiOf({ switchTo: { lost: 'network' } }).api, 7)).toEqual({
      ok: false,
      error: { code: 'notSaved' },
    });
  });
});
