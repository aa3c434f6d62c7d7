import '../../engine/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetSeats, keepSession } from '@/entrypoints/background/sessions';
import { refreshSeat } from '@/entrypoints/background/snapshots';
import { snapshotOf } from '@/utils/stores';
import { fakeBrowser } from '../../engine/browser';
import { createStandIn, type StandIn } from '../../engine/stand-in';

let portal: StandIn;
const session = (member: string) => ({ token: portal.issueToken(member), user: portal.member(member).id });

beforeEach(async () => {
  fakeBrowser.reset();
  await forgetSeats('acme');
  portal = createStandIn();
  vi.stubGlobal('fetch', portal.fetch);
  await keepSession('acme', session('ada'));
});
afterEach(() => vi.unstubAllGlobals());

/** Does something while the portal's answer to a read is on its way. */
async function meanwhile(act: () => Promise<unknown>): Promise<boolean> {
  const gate = portal.faults.hold({ method: 'GET', path: '/en/profile' }, 'after');
  const reading = refreshSeat('acme');
  await gate.arrived;
  await act();
  gate.release();
  return (await reading).ok;
}

it('a read that nobody disturbs is kept', async () => {
  expect(await meanwhile(async () => {})).toBe(true);
  expect((await snapshotOf('acme').get())?.member.name).toBe('Ada Lovelace');
});

// T41: Forget means forgotten, also for what was on its way.
it('a read that comes back after Forget leaves nothing', async () => {
  expect(await meanwhile(() => forgetSeats('acme'))).toBe(false);
  expect(await snapshotOf('acme').get()).toBeUndefined();
});

// T07: the seat is another member's by then.
it('a read that comes back after another member’s token leaves nothing', async () => {
  expect(await meanwhile(() => keepSession('acme', session('grace')))).toBe(false);
  expect(await snapshotOf('acme').get()).toBeUndefined();
});
