import '../../engine/browser';
import { describe, expect, it, vi } from 'vitest';
import { createSaver } from '@/entrypoints/background/save';
import { getSession } from '@/entrypoints/background/sessions';
import type { FieldName } from '@/utils/profile/fields';
import { pass, quiet } from '../../engine/clock';
import { status } from '../../portal/faults/recipes';
import { asked, bench, bodies, onPatch, onTheBench, position, start } from './setup';

onTheBench();

describe('a switch', () => {
  it('is wanted on or off, whatever it was taken to be before', async () => {
    expect(bench.truth('OnHelpDeskMsg')).toBe(true);
    const outcome = await pass(bench.send({ OnHelpDeskMsg: { base: false, value: true } }));
    expect([outcome.saved, bodies()]).toEqual([['OnHelpDeskMsg'], []]);
    const off = await pass(bench.send({ OnHelpDeskMsg: { base: false, value: false } }));
    expect([off.saved, bodies()]).toEqual([['OnHelpDeskMsg'], [{ OnHelpDeskMsg: false }]]);
  });

  it.each([true, false])('is read where it lies; the session names the profile: %s', async named => {
    await start({ switches: { loginMeCoworkerId: named, loginMe: named ? 'flat' : 'wrapped' } });
    const mark = bench.portal.log.mark();
    const outcome = await pass(bench.toggle('OnHelpDeskMsg', false));
    expect([outcome.problem, outcome.saved]).toEqual([undefined, ['OnHelpDeskMsg']]);
    expect(asked(mark).filter(each => each === 'GET /en/profile')).toHaveLength(named ? 0 : 2);
  });

  it('clicked while it waits collapses into the last click, for all who clicked', async () => {
    onPatch({ delay: 1_000 });
    const first = bench.toggle('OnHelpDeskMsg', false, 'a');
    await quiet();
    const second = bench.toggle('OnHelpDeskMsg', true, 'b');
    const third = bench.toggle('OnHelpDeskMsg', false, 'c');
    const fourth = bench.toggle('OnHelpDeskMsg', true, 'd');
    expect(third).toBe(second);
    expect(fourth).toBe(second);
    expect(bench.toggle('OnHelpDeskMsg', true, 'd')).toBe(second);
    const [, last] = await pass(Promise.all([first, second]));
    expect(last).toMatchObject({ saveId: 'd', saved: ['OnHelpDeskMsg'] });
    expect(bodies()).toEqual([{ OnHelpDeskMsg: false }, { OnHelpDeskMsg: true }]);
    // Later, and of a save that is over, the same click is still the same save.
    expect(await pass(bench.toggle('OnHelpDeskMsg', true, 'd'))).toBe(last);
    expect(bench.patches()).toHaveLength(2);
  });

  it('waits behind another one, and does not collapse with it', async () => {
    onPatch({ delay: 1_000 });
    const all = [
      bench.toggle('OnHelpDeskMsg', false),
      bench.toggle('OnNewWallPost', false),
      bench.send({
        OnHelpDeskMsg: { base: false, value: true },
        OnNewWallPost: { base: false, value: true },
      }),
      bench.toggle('OnNewWallPost', false),
    ];
    await pass(Promise.all(all));
    expect(new Set(all).size).toBe(4);
    expect(bench.truth('OnNewWallPost')).toBe(false);
    expect(bench.truth('OnHelpDeskMsg')).toBe(true);
  });

  it('that is sent no longer collects clicks; one that still waits does', async () => {
    const write = { method: 'PATCH' };
    const { faults } = bench.portal;
    const firstWrite = faults.hold(write);
    const first = bench.toggle('OnHelpDeskMsg', false);
    await pass(firstWrite.arrived);
    const second = bench.toggle('OnHelpDeskMsg', true);
    // Ends the collecting: nothing may go before it.
    const both = bench.send({
      OnHelpDeskMsg: { base: true, value: false },
      OnNewWallPost: { base: true, value: false },
    });
    const third = bench.toggle('OnHelpDeskMsg', true);
    const secondWrite = faults.hold(write);
    firstWrite.release();
    await pass(secondWrite.arrived);
    // The second must not have taken the third out of the line.
    expect(bench.toggle('OnHelpDeskMsg', false)).toBe(third);
    secondWrite.release();
    await pass(first);
    await pass(Promise.all([second, both, third]));
    expect(bench.truth('OnHelpDeskMsg')).toBe(false);
  });
});

it('saves of one text do not collapse: each was asked for with Save', async () => {
  onPatch({ delay: 1_000 });
  const all = [
    bench.send(position('Engineer', 'Designer')),
    bench.send(position('Designer', 'Weaver')),
    bench.send(position('Weaver', 'Painter')),
  ];
  await pass(Promise.all(all));
  expect(bodies()).toEqual([{ Position: 'Designer' }, { Position: 'Weaver' }, { Position: 'Painter' }]);
});

describe('a save asked for twice', () => {
  it('is one for a minute after it ended', async () => {
    const edits = position('Engineer', 'Designer');
    const first = bench.send(edits, 'one');
    await pass(first);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(bench.send(edits, 'one')).toBe(first);
    await vi.advanceTimersByTimeAsync(2_000);
    const later = bench.send(edits, 'one');
    expect(later).not.toBe(first);
    expect((await pass(later)).saved).toEqual(['Position']);
    expect(bench.patches()).toHaveLength(1);
  });

  it('is one among the last eight only', async () => {
    const ids = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const saves: Promise<unknown>[] = [];
    for (const id of ids) {
      saves.push(bench.send({}, id));
      await pass(Promise.all(saves));
    }
    expect(bench.send({}, 'two')).toBe(saves[1]);
    expect(bench.send({}, 'one')).not.toBe(saves[0]);
  });
});

describe('a read ahead', () => {
  const reads = (mark: number) => asked(mark).filter(each => each.startsWith('GET')).length;
  const warmSave = async (between: () => unknown = () => {}) => {
    await bench.type({ Position: 'Designer' });
    await pass(bench.warm());
    await quiet();
    await between();
    const mark = bench.portal.log.mark();
    const outcome = await pass(bench.save());
    return { outcome, reads: reads(mark) };
  };

  it('stands for the preflight, once', async () => {
    expect(await warmSave()).toMatchObject({ reads: 1, outcome: { saved: ['Position'] } });
    await bench.type({ NickName: 'Countess' });
    const mark = bench.portal.log.mark();
    await pass(bench.save());
    expect(reads(mark)).toBe(2);
  });
  it('that has arrived makes a save write its journal once, as sent; one on its way has it prepared first', async () => {
    const phases: string[] = [];
    const { journal } = bench.world;
    const put: typeof journal.put = (key, entry) => {
      phases.push(entry.phase);
      return journal.put(key, entry);
    };
    const saver = createSaver({ ...bench.world, journal: { ...journal, put } });
    const { seat, owner } = bench;
    for (const [Position, delay] of [
      ['Designer', 0],
      ['Weaver', 500],
    ] as const) {
      bench.portal.faults.add({ match: { method: 'GET', path: '/en/profile' }, delay });
      const base = (await bench.snapshot())?.values.Position ?? '';
      const edits = { Position: { base, value: Position } };
      await pass(saver.warm(seat, owner));
      await quiet();
      await pass(saver.save({ seat, owner, saveId: Position, edits }));
      phases.push(Position);
    }
    expect(phases).toEqual(['sent', 'Designer', 'prepared', 'sent', 'Weaver']);
  });
  it.each([
    ['up to two seconds old', 1_999, 1],
    ['no older', 2_000, 2],
    ['not when the clock went back', -1, 2],
    ['not when the clock went back a day', -86_400_000, 2],
  ])('%s', async (_, age, expected) => {
    expect((await warmSave(() => vi.setSystemTime(Date.now() + age))).reads).toBe(expected);
  });
  it('is not made again while it is fresh', async () => {
    const mark = bench.portal.log.mark();
    await pass(bench.warm());
    await pass(bench.warm());
    await quiet();
    expect(reads(mark)).toBe(1);
    vi.setSystemTime(Date.now() + 2_000);
    await pass(bench.warm());
    await quiet();
    expect(reads(mark)).toBe(2);
  });
  it('of another token does not count', async () => {
    expect((await warmSave(() => pass(bench.signIn()))).reads).toBe(2);
  });
  it('that failed does not count', async () => {
    bench.portal.faults.add({ match: { method: 'GET', path: '/en/profile' }, answer: status(403) });
    expect(await warmSave()).toMatchObject({ reads: 2, outcome: { saved: ['Position'] } });
  });
  it('that lacks the field does not count', async () => {
    await pass(bench.warm());
    await quiet();
    const mark = bench.portal.log.mark();
    const outcome = await pass(bench.toggle('OnHelpDeskMsg', false));
    expect([outcome.saved, asked(mark).filter(each => each === 'GET /login/me').length]).toEqual([
      ['OnHelpDeskMsg'],
      2,
    ]);
  });
  it('that lacks one of several fields does not count', async () => {
    await pass(bench.warm());
    await quiet();
    const outcome = await pass(
      bench.send({ ...position('Engineer', 'Designer'), OnHelpDeskMsg: { base: true, value: false } }),
    );
    expect([outcome.problem, outcome.saved.toSorted(), bodies()]).toEqual([
      undefined,
      ['OnHelpDeskMsg', 'Position'],
      [{ Position: 'Designer', OnHelpDeskMsg: false }],
    ]);
  });
  it('that is still on its way is waited for, not made again', async () => {
    bench.portal.faults.add({ match: { method: 'GET', path: '/en/profile' }, delay: 500 });
    const mark = bench.portal.log.mark();
    await pass(bench.warm());
    await quiet();
    expect((await pass(bench.send(position('Engineer', 'Designer')))).saved).toEqual(['Position']);
    expect(reads(mark)).toBe(2);
  });
  it('of before a change elsewhere is dropped when that is seen', async () => {
    const switched = () => {
      bench.portal.switchProfile('ada', bench.owner.profile + 1);
      bench.cool();
    };
    const { outcome } = await warmSave(switched);
    expect([outcome.problem?.code, outcome.problem?.name, bodies()]).toEqual([
      'otherProfile',
      'Analytical Engines Ltd',
      [],
    ]);
  });
  it('made while a save is on its way does not make a conflict of the next', async () => {
    await bench.type({ Position: 'Designer' });
    onPatch({ before: () => bench.warm(), delay: 100 });
    await pass(bench.save());
    await bench.type({ Position: 'Weaver' });
    const outcome = await pass(bench.save());
    expect([outcome.conflicts, outcome.saved]).toEqual([{}, ['Position']]);
  });
  it('is made for nobody but the one who is signed in there', async () => {
    const saver = createSaver(bench.world);
    const mark = bench.portal.log.mark();
    await pass(saver.warm('other', bench.owner));
    await pass(saver.warm(bench.seat, { ...bench.owner, user: 1 }));
    await pass(saver.warm(bench.seat, { ...bench.owner, space: 'other' }));
    await pass(
      createSaver({ ...bench.world, session: () => Promise.reject(new Error('storage')) }).warm(
        bench.seat,
        bench.owner,
      ),
    );
    await quiet();
    expect(asked(mark)).toEqual([]);
  });
});

describe('a preflight', () => {
  it.each<[string, FieldName[]]>([
    ['Position', ['Position']],
    ['Skype', ['Skype']],
  ])('that lacks %s stops the save there', async (name, missing) => {
    const held = (await bench.snapshot())?.values[name as FieldName] ?? '';
    bench.portal.switches.missing = missing;
    const outcome = await pass(bench.send({ [name]: { base: held, value: 'New' } }));
    expect([outcome.faults, outcome.problem?.code, bodies()]).toEqual([
      { [name]: 'unreadable' },
      'check',
      [],
    ]);
    expect(await bench.journal()).toEqual([]);
  });
  it('that ends in a sign-out says so, and drops the token', async () => {
    bench.portal.expireTokens();
    expect((await pass(bench.send(position('Engineer', 'Designer')))).problem).toEqual({ code: 'signedOut' });
    expect(await getSession(bench.seat)).toBeUndefined();
  });
  it('of another member, in the session that the switch reads, is refused', async () => {
    bench.portal.faults.add({
      match: { method: 'GET', path: '/login/me' },
      change: json => ({ ...(json as object), Id: 1 }),
    });
    expect((await pass(bench.toggle('OnHelpDeskMsg', false))).problem?.code).toBe('otherProfile');
    expect(bodies()).toEqual([]);
  });
});
