import '../../engine/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetSeats, keepSession } from '@/entrypoints/background/sessions';
import { refreshSeat } from '@/entrypoints/background/snapshots';
import { snapshotOf } from '@/utils/stores';
import { type Bench, createBench } from '../../engine/bench';
import { fakeBrowser } from '../../engine/browser';
import { quiet } from '../../engine/clock';
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

// T41: neither what was shown of it, nor its journal, nor its history.
describe('a save that is on its way when its space is forgotten', () => {
  const moments: [string, object, 'before' | 'after'][] = [
    ['before the preflight', { method: 'GET', path: '/en/profile' }, 'before'],
    ['after the preflight', { method: 'GET', path: '/en/profile' }, 'after'],
    ['before the write', { method: 'PATCH' }, 'before'],
    ['after the write', { method: 'PATCH' }, 'after'],
  ];
  const begun = async (match: object, at: 'before' | 'after') => {
    const bench = await createBench();
    await bench.type({ Position: 'Designer' });
    const gate = bench.portal.faults.hold(match, at);
    const saving = bench.save('one');
    await gate.arrived;
    return { bench, gate, saving };
  };
  const left = async ({ tables }: Bench) => ({
    memory: Object.keys(fakeBrowser.storage.session.now()).filter(key => key.includes('acme')),
    disk: (await Promise.all(Object.values(tables).map(table => table.entries()))).flat(),
  });

  it.each(moments)('%s leaves nothing', async (_, match, at) => {
    const { bench, gate, saving } = await begun(match, at);
    await bench.forget();
    gate.release();
    await saving;
    await quiet();
    expect(await left(bench)).toEqual({ memory: [], disk: [] });
  });

  it('leaves nothing of itself where the member has signed in again meanwhile', async () => {
    const { bench, gate, saving } = await begun({ method: 'PATCH' }, 'after');
    await bench.forget();
    await bench.signIn();
    await bench.type({ NickName: 'Countess' });
    gate.release();
    await saving;
    await quiet();
    expect([await bench.history(), await bench.journal(), await bench.progress()]).toEqual([
      [],
      [],
      undefined,
    ]);
    expect(Object.keys(await bench.drafts())).toEqual(['NickName']);
    expect(await bench.snapshot()).toBeDefined();
  });
});
