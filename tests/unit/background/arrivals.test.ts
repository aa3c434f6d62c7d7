import '../../engine/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createArrivals } from '@/entrypoints/background/arrivals';
import { forgetSeats, getSession, keepSession, seats } from '@/entrypoints/background/sessions';
import { noteProblem, refreshSeat } from '@/entrypoints/background/snapshots';
import { problem } from '@/utils/problem';
import { knownSpacesItem, snapshotOf } from '@/utils/stores';
import { fakeBrowser } from '../../engine/browser';
import { pass, quiet, startTheClock, stopTheClock } from '../../engine/clock';
import { createStandIn, type StandIn } from '../../engine/stand-in';
import { status } from '../../portal/faults/recipes';

let portal: StandIn;
let arrived: string[];
let arrivals: ReturnType<typeof createArrivals>;
const show = (token: string, space = 'acme', container = '') =>
  arrivals.take({ space, token, tab: 3, container });
const lookUps = () => portal.log.entries.filter(({ path }) => path.endsWith('/coworkers/profiles')).length;
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms).then(quiet);

beforeEach(async () => {
  stopTheClock();
  for (const space of ['acme', 'atelier-nord']) await forgetSeats(space);
  fakeBrowser.reset();
  portal = createStandIn();
  vi.stubGlobal('fetch', portal.fetch);
  arrived = [];
  arrivals = createArrivals(seat => void arrived.push(seat));
});
afterEach(async () => {
  await later(60_000);
  startTheClock();
  vi.unstubAllGlobals();
});

it('a new token is asked whose it is before it is kept', async () => {
  const token = portal.issueToken('ada');
  await pass(show(token));
  expect(await getSession('acme')).toEqual({ token, user: portal.member('ada').id });
  expect((await snapshotOf('acme').get())?.member).toEqual({ name: 'Ada Lovelace', email: 'ada@acme.test' });
  expect(arrived).toEqual(['acme']);
  expect((await seats()).tabs).toEqual({ 3: 'acme' });
  expect(await knownSpacesItem.get()).toEqual([{ space: 'acme', generation: 'v5' }]);
});

it('the same token again costs no request', async () => {
  const token = portal.issueToken('ada');
  await pass(show(token));
  const before = portal.log.entries.length;
  for (let n = 0; n < 20; n += 1) await pass(show(token));
  expect(portal.log.entries.length).toBe(before);
  expect(arrived).toHaveLength(21);
});

it('a token that the portal refuses is not kept, and not asked about again', async () => {
  for (let n = 0; n < 5; n += 1) {
    await pass(show('x'.repeat(40)));
    await later(6_000);
  }
  expect(await getSession('acme')).toBeUndefined();
  expect(lookUps()).toBe(1);
  expect(arrived).toEqual([]);
});

it('any other trouble may pass', async () => {
  const token = portal.issueToken('ada');
  portal.faults.add({ match: { path: '/api/public/coworkers/profiles' }, times: 3, answer: status(500) });
  await pass(show(token));
  expect(await getSession('acme')).toBeUndefined();
  await later(6_000);
  await pass(show(token));
  expect(await getSession('acme')).toBeDefined();
});

// F55: a portal may answer whoever has the token, with or without the browser's permission.
it('what the member withdrew is not used for a refresh, which says so', async () => {
  await pass(show(portal.issueToken('ada')));
  const before = portal.log.entries.length;
  fakeBrowser.permissions.granted = false;
  try {
    expect(await pass(refreshSeat('acme'))).toMatchObject({ ok: false, error: { code: 'permission' } });
  } finally {
    fakeBrowser.permissions.granted = true;
  }
  expect((await snapshotOf('acme').get())?.problem?.code).toBe('permission');
  expect(portal.log.entries.length).toBe(before);
  expect(await pass(refreshSeat('acme'))).toMatchObject({ ok: true });
  expect((await snapshotOf('acme').get())?.problem).toBeUndefined();
});

// T07: the slower of two changes of a seat's picture must not bring the other's member back.
it('trouble of one member is not noted while another’s picture comes', async () => {
  await pass(show(portal.issueToken('ada')));
  await keepSession('acme', { token: portal.issueToken('grace'), user: portal.member('grace').id });
  const { get } = fakeBrowser.storage.session;
  const picture = async () => (await snapshotOf('acme').get())?.member.name;
  // The store answers with Ada's picture, and Grace's is written before that answer is heard.
  vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementationOnce(async key => {
    const found = await get(key);
    await pass(refreshSeat('acme'));
    return found;
  });
  await pass(noteProblem('acme', portal.member('ada').id, problem('otherProfile')));
  expect(await picture()).toBe('Grace Okafor');
  expect((await snapshotOf('acme').get())?.problem).toBeUndefined();
});

// T08: a thousand tokens in ten seconds.
it('a flood is at most three look-ups, and the last token wins', async () => {
  const last = portal.issueToken('ada');
  for (let n = 0; n < 1_000; n += 1) {
    void show(`planted-token-number-${n}-of-a-thousand`);
    if (n % 10 === 9) await vi.advanceTimersByTimeAsync(100);
  }
  expect(lookUps()).toBeLessThanOrEqual(3);
  void show(last);
  await later(11_000);
  expect((await getSession('acme'))?.token).toBe(last);
  expect(fakeBrowser.storage.session.size()).toBeLessThan(65_536);
});

// T08: a portal that answers slowly is not asked the more often for it.
it('the pause between two look-ups begins with the answer', async () => {
  const gate = portal.faults.hold({ path: '/api/public/coworkers/profiles' });
  const first = show(portal.issueToken('ada'));
  await gate.arrived;
  await later(4_000);
  void show(portal.issueToken('grace'));
  gate.release();
  await pass(first);
  await later(4_900);
  expect(lookUps()).toBe(1);
  await later(200);
  expect(lookUps()).toBe(2);
});

it('a clock that is set back by a day does not keep a new token waiting (F60)', async () => {
  await pass(show(portal.issueToken('ada')));
  vi.setSystemTime(Date.now() - 86_400_000);
  const next = portal.issueToken('grace');
  await pass(show(next));
  await later(5_100);
  expect((await getSession('acme'))?.token).toBe(next);
});

it('another member’s token brings that member’s picture', async () => {
  await pass(show(portal.issueToken('ada')));
  await later(6_000);
  await pass(show(portal.issueToken('grace')));
  expect((await snapshotOf('acme').get())?.owner.user).toBe(portal.member('grace').id);
});

it('containers and spaces are seats of their own', async () => {
  const ada = portal.issueToken('ada');
  const grace = portal.issueToken('grace');
  const mira = portal.issueToken('mira', 'atelier-nord');
  await pass(
    Promise.all([show(ada), show(grace, 'acme', 'firefox-container-2'), show(mira, 'atelier-nord')]),
  );
  expect((await getSession('acme'))?.token).toBe(ada);
  expect((await getSession('acme@firefox-container-2'))?.token).toBe(grace);
  expect((await getSession('atelier-nord'))?.token).toBe(mira);
  expect((await knownSpacesItem.get())?.map(({ space }) => space).sort()).toEqual(['acme', 'atelier-nord']);
});

// T33: the portal may add the bearer to its answer.
it('a bearer inside of an answer is kept nowhere', async () => {
  portal.switches.leakToken = true;
  const token = portal.issueToken('ada');
  await pass(show(token));
  const { 'token/acme': own, ...rest } = fakeBrowser.storage.session.now();
  expect(own).toMatchObject({ token });
  expect(JSON.stringify([rest, fakeBrowser.storage.local.now()])).not.toContain(token);
});

it('nothing is thrown when storage fails, and the token serves from memory (F56)', async () => {
  fakeBrowser.storage.session.state.quota = 0;
  const token = portal.issueToken('ada');
  await pass(show(token));
  expect((await getSession('acme'))?.token).toBe(token);
  expect(arrived).toEqual(['acme']);
});
