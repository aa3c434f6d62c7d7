import '../../engine/browser';
import { describe, expect, it, vi } from 'vitest';
import { createSaver } from '@/entrypoints/background/save';
import { getSession } from '@/entrypoints/background/sessions';
import type { FieldName } from '@/utils/profile/fields';
import { pass, quiet, timed } from '../../engine/clock';
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

describe('a read that begins when Save is about to be pressed', () => {
  const reads = (mark: number) => asked(mark).filter(each => each.startsWith('GET')).length;
  const saveAfter = async (between: () => unknown = () => {}) => {
    await bench.type({ Position: 'Designer' });
    await pass(bench.startPreflight());
    await quiet();
    await between();
    const mark = bench.portal.log.mark();
    const outcome = await pass(bench.save());
    return { outcome, reads: reads(mark) };
  };
  const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('stands for the preflight, once', async () => {
    expect(await saveAfter()).toMatchObject({ reads: 1, outcome: { saved: ['Position'] } });
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
      await pass(saver.startPreflight(seat, owner));
      await quiet();
      await pass(saver.save({ seat, owner, saveId: Position, edits }));
      phases.push(Position);
      await later(2_000);
    }
    expect(phases).toEqual(['sent', 'Designer', 'prepared', 'sent', 'Weaver']);
  });
  it.each([
    ['up to 300 ms old', 300, 1],
    ['no older', 301, 2],
  ])('counts %s', async (_, age, expected) => {
    expect((await saveAfter(() => later(age))).reads).toBe(expected);
  });
  it.each([-86_400_000, -1, 1_000, 86_400_000])(
    'is as young when somebody sets the clock by %i ms (F60)',
    async shift => {
      expect((await saveAfter(() => vi.setSystemTime(Date.now() + shift))).reads).toBe(1);
    },
  );
  it('is not young because somebody set the clock back', async () => {
    const { reads } = await saveAfter(async () => {
      await later(301);
      vi.setSystemTime(Date.now() - 301);
    });
    expect(reads).toBe(2);
  });
  it('is made once in two seconds, however often Save is about to be pressed', async () => {
    const mark = bench.portal.log.mark();
    const times: number[] = [];
    for (let ms = 0; ms < 10_000; ms += 50) {
      const before = reads(mark);
      await bench.startPreflight();
      await quiet();
      if (reads(mark) > before) times.push(ms);
      await later(50);
    }
    expect(times).toEqual([0, 2_000, 4_000, 6_000, 8_000]);
  });
  it('of another token does not count', async () => {
    expect((await saveAfter(() => pass(bench.signIn()))).reads).toBe(2);
  });
  it('that failed does not count', async () => {
    bench.portal.faults.add({ match: { method: 'GET', path: '/en/profile' }, answer: status(403) });
    expect(await saveAfter()).toMatchObject({ reads: 2, outcome: { saved: ['Position'] } });
  });
  it('that lacks the field does not count', async () => {
    await pass(bench.startPreflight());
    await quiet();
    const mark = bench.portal.log.mark();
    const outcome = await pass(bench.toggle('OnHelpDeskMsg', false));
    expect([outcome.saved, asked(mark).filter(each => each === 'GET /login/me').length]).toEqual([
      ['OnHelpDeskMsg'],
      2,
    ]);
  });
  it('that lacks one of several fields does not count', async () => {
    await pass(bench.startPreflight());
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
    await pass(bench.startPreflight());
    await quiet();
    expect((await pass(bench.send(position('Engineer', 'Designer')))).saved).toEqual(['Position']);
    expect(reads(mark)).toBe(2);
  });
  it('of before a change elsewhere is dropped when that is seen', async () => {
    const switched = () => {
      bench.portal.switchProfile('ada', bench.owner.profile + 1);
      bench.invalidate();
    };
    const { outcome } = await saveAfter(switched);
    expect([outcome.problem?.code, outcome.problem?.name, bodies()]).toEqual([
      'otherProfile',
      'Analytical Engines Ltd',
      [],
    ]);
  });
  it.each([
    ['acme', 2],
    ['other', 1],
  ])('is dropped with a write to its own space: %s', async (space, expected) => {
    expect((await saveAfter(() => bench.invalidateSpace(space))).reads).toBe(expected);
  });
  it('is dropped by another save, also one that sends nothing', async () => {
    const { reads } = await saveAfter(() => pass(bench.send(position('Nobody', 'Painter'))));
    expect(reads).toBe(2);
  });
  it('that shows another profile by now does not count: the save asks again', async () => {
    const { owner } = bench;
    bench.portal.switchProfile('ada', owner.profile + 1);
    const back = () => bench.portal.switchProfile('ada', owner.profile);
    expect(await saveAfter(back)).toMatchObject({ reads: 2, outcome: { saved: ['Position'] } });
  });
  it('for one profile does not serve the save of another', async () => {
    await bench.type({ Position: 'Designer' });
    await pass(bench.startPreflight({ ...bench.owner, profile: bench.owner.profile + 1 }));
    await quiet();
    const mark = bench.portal.log.mark();
    expect((await pass(bench.save())).saved).toEqual(['Position']);
    expect(reads(mark)).toBe(2);
  });
  it('made while a save is on its way does not make a conflict of the next', async () => {
    await bench.type({ Position: 'Designer' });
    onPatch({ before: () => bench.startPreflight(), delay: 100 });
    await pass(bench.save());
    await bench.type({ Position: 'Weaver' });
    const outcome = await pass(bench.save());
    expect([outcome.conflicts, outcome.saved]).toEqual([{}, ['Position']]);
  });
  it('is made for nobody but the one who is signed in there, and only where the browser lets us', async () => {
    const { world, seat, owner } = bench;
    const mark = bench.portal.log.mark();
    await pass(createSaver(world).startPreflight('other', owner));
    await pass(createSaver(world).startPreflight(seat, { ...owner, user: 1 }));
    await pass(createSaver(world).startPreflight(seat, { ...owner, space: 'other' }));
    const broken = () => Promise.reject(new Error('storage'));
    await pass(createSaver({ ...world, session: broken }).startPreflight(seat, owner));
    await pass(createSaver({ ...world, allowed: async () => false }).startPreflight(seat, owner));
    await quiet();
    expect(asked(mark)).toEqual([]);
  });
});

describe('one deadline for a save', () => {
  const drip = { deliver: { kind: 'drip', bytesPerSecond: 11 } } as const;
  const onRead = (more: object) =>
    bench.portal.faults.add({
      match: { method: 'GET', path: '/en/profile' },
      times: Number.POSITIVE_INFINITY,
      ...more,
    });

  it('a look that began before it and comes in drops is waited for no longer than a look of its own', async () => {
    onRead(drip);
    await bench.type({ Position: 'Designer' });
    await bench.startPreflight();
    await vi.advanceTimersByTimeAsync(200);
    const [outcome, took] = await timed(bench.save());
    expect([outcome.problem?.code, took, bodies()]).toEqual(['unreachable', 8_000, []]);
  });
  it('a write begins only while all of its time is left: an earlier save that is looked at first counts too', async () => {
    await bench.type({ Position: 'Designer' });
    onPatch({ apply: false, answer: status(500) });
    onRead({ skip: 1, times: 1, answer: status(403) });
    expect((await pass(bench.save())).problem?.code).toBe('unknown');
    bench.portal.faults.clear();
    // The look at the earlier save and the one at the profile take 7 s each.
    onRead({ delay: 7_000 });
    const [outcome, took] = await timed(bench.save());
    expect([outcome.problem?.code, took, bodies().length]).toEqual(['unreachable', 10_000, 1]);
    expect((await bench.journal()).length).toBe(0);
  });
  it('a save whose turn does not come in time sends nothing, then or later', async () => {
    onPatch({ delay: 14_000 });
    const first = bench.send(position('Engineer', 'Designer'), 'first');
    await quiet();
    const [second, took] = await timed(
      bench.send({ NickName: { base: 'Ada', value: 'Countess' } }, 'second'),
    );
    expect([second.problem?.code, took]).toEqual(['unreachable', 10_000]);
    // How far the first one is stays what is shown.
    expect((await bench.progress())?.saveId).toBe('first');
    expect((await pass(first)).saved).toEqual(['Position']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bodies()).toEqual([{ Position: 'Designer' }]);
  });
  it('a click on a switch is not put to one whose turn did not come', async () => {
    onPatch({ delay: 14_000 });
    const first = bench.toggle('OnHelpDeskMsg', false);
    await quiet();
    const late = bench.toggle('OnHelpDeskMsg', true);
    expect((await pass(late)).problem?.code).toBe('unreachable');
    const again = bench.toggle('OnHelpDeskMsg', true);
    expect(again).not.toBe(late);
    expect((await pass(Promise.all([first, again])))[1]?.saved).toEqual(['OnHelpDeskMsg']);
    expect(bench.truth('OnHelpDeskMsg')).toBe(true);
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
