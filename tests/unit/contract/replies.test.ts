import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Countries, Identity, ProfileHead, SessionBody, SessionHead } from '@/utils/portal/replies';

const identity = {
  User: { Id: 1, FullName: 'Ada', Email: 'ada@acme.test' },
  DefaultBusiness: { Id: 2, Name: 'Acme', WebAddress: 'acme' },
  Profiles: [
    { Id: 3, FullName: 'Ada', CompanyName: null, Active: true, IsDefaultProfile: true, CoworkerType: 1 },
  ],
};

describe('who the token belongs to', () => {
  it('never keeps the bearer that the portal may add (T33)', () => {
    const parsed = v.parse(Identity, {
      ...identity,
      User: { ...identity.User, AccessToken: 'secret-bearer' },
    });
    expect(JSON.stringify(parsed)).not.toContain('secret-bearer');
  });
  it.each([
    [{}],
    [{ ...identity, User: null }],
    [{ ...identity, User: { ...identity.User, Id: '1' } }],
    [{ ...identity, User: { ...identity.User, Id: 1.5 } }],
    [{ ...identity, Profiles: [{ Id: null }] }],
    [{ ...identity, Profiles: 'none' }],
    [{ ...identity, Profiles: Array.from({ length: 501 }, () => identity.Profiles[0]) }],
    [null],
    ['<html>'],
  ])('is not known from %j', json => {
    expect(v.is(Identity, json)).toBe(false);
  });
  it('does without the rest', () => {
    const odd = {
      User: { Id: 1, FullName: 5 },
      DefaultBusiness: 'Acme',
      Profiles: [{ Id: 3, Active: 'yes', CoworkerType: 'x' }],
    };
    expect(v.parse(Identity, odd)).toEqual({
      User: { Id: 1, FullName: '', Email: '' },
      DefaultBusiness: null,
      Profiles: [
        { Id: 3, FullName: '', CompanyName: '', Active: null, IsDefaultProfile: null, CoworkerType: null },
      ],
    });
  });
  it('has names of 80 characters, and addresses of 254', () => {
    const { User } = v.parse(Identity, {
      ...identity,
      User: { Id: 1, FullName: 'a'.repeat(200_000), Email: `${'e'.repeat(240)}@acme.test` },
    });
    expect(User.FullName).toBe(`${'a'.repeat(79)}…`);
    expect(User.Email).toHaveLength(250);
  });
});

describe('the session', () => {
  const me = { Id: 1, Email: 'ada@acme.test', CoworkerId: 3, OnHelpDeskMsg: true };
  it.each([[me], [{ User: me, IsAuthenticated: true }]])('is read from %j', json => {
    const body = v.parse(SessionBody, json);
    expect(body).toMatchObject(me);
    expect(v.parse(SessionHead, body)).toEqual({ Id: 1, CoworkerId: 3 });
  });
  it('may not say which profile is current', () => {
    expect(v.parse(SessionHead, { Id: 1 })).toEqual({ Id: 1, CoworkerId: null });
    expect(v.parse(SessionHead, { Id: 1, CoworkerId: 'x' })).toEqual({ Id: 1, CoworkerId: null });
  });
  it.each([[null], [[]], ['x']])('is not %j', json => {
    const body = v.safeParse(SessionBody, json);
    expect(body.success && v.is(SessionHead, body.output)).toBe(false);
  });
});

describe('a profile', () => {
  it('says which one it is, or is none', () => {
    expect(v.parse(ProfileHead, { Id: 3, FullName: null, OpenAiProfileAvailable: 'x' })).toEqual({
      Id: 3,
      FullName: '',
      OpenAiProfileAvailable: false,
    });
    expect(v.is(ProfileHead, { Id: '3' })).toBe(false);
    expect(v.is(ProfileHead, {})).toBe(false);
  });
});

describe('the countries', () => {
  it('are those that can be read', () => {
    const json = {
      Countries: [
        { Id: 1220, Name: 'United Kingdom', TwoDigitsCode: 'GB', Culture: 'en-GB' },
        { Id: 'x' },
        null,
      ],
    };
    expect(v.parse(Countries, json)).toEqual([{ id: 1220, name: 'United Kingdom', code: 'GB' }]);
  });
  it.each([[{}], [{ Countries: {} }], [{ Countries: Array.from({ length: 1001 }, () => null) }], [null]])(
    'are not %j',
    json => {
      expect(v.is(Countries, json)).toBe(false);
    },
  );
});
