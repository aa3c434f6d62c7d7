import { expect, test } from 'vitest';
import { createPortal, seededMembers } from '../../portal';
import { longBio } from '../../portal/state/longBio';
import { freshPortal } from './setup';

const here = freshPortal();

test('every portal starts the same, and none touches another', async () => {
  const second = await createPortal();
  expect(second.records()).toEqual(here.portal.records());
  expect(second.ca).toBe(here.portal.ca);
  second.set(here.ada, { Position: 'Pirate' });
  second.switches.throttle.on = true;
  second.switches.ignored.push('Position');
  expect(here.portal.record(here.ada).Position).toBe('Engineer');
  expect(here.portal.switches).toMatchObject({ throttle: { on: false }, ignored: [] });
  await second.close();
});

test('a record has the 39 editable fields under their wire names', () => {
  expect(Object.keys(here.portal.record(here.ada))).toHaveLength(39);
});

test('the people are as varied as they claim', () => {
  const first = (name: string) => here.portal.record(here.portal.currentProfile(name));
  expect(here.portal.membership('ada').profiles.map(({ type, active }) => [type, active])).toEqual([
    [1, true],
    [2, true],
    [1, false],
  ]);
  expect(here.portal.member('mira').memberships.map(({ space }) => space.slug)).toEqual([
    'acme',
    'atelier-nord',
  ]);
  expect(first('layla').FullName).toMatch(/^\p{Script=Arabic}/u);
  expect(first('haruka').FullName).toMatch(/\p{Script=Han}/u);
  expect(String(first('rosa').ProfileSummary)).toHaveLength(10_000);
  expect(String(first('maximilian').ProfileTags)).toHaveLength(254);
  expect(() => here.portal.currentProfile('vera')).toThrow();
  expect(seededMembers.length).toBeGreaterThanOrEqual(9);
});

test('what is given out is a copy', () => {
  here.portal.record(here.ada).Position = 'changed';
  expect(here.portal.record(here.ada).Position).toBe('Engineer');
});

test('a long bio is exactly as long as asked', () => {
  for (const length of [1, 100, 10_000]) expect(longBio(length)).toHaveLength(length);
});
