import '../../engine/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaver, type World } from '@/entrypoints/background/save';
import { getSession } from '@/entrypoints/background/sessions';
import { bodyOf } from '@/utils/profile/body';
import type { FieldName } from '@/utils/profile/fields';
import { fields } from '@/utils/profile/fields';
import { type Bench, createBench } from '../../engine/bench';
import { fakeBrowser } from '../../engine/browser';
import { pass, quiet, startTheClock, stopTheClock } from '../../engine/clock';
import { status } from '../../portal/faults/recipes';

let bench: Bench;
const start = async (options?: Parameters<typeof createBench>[0]) => {
  bench = await pass(createBench(options));
};

beforeEach(async () => {
  stopTheClock();
  await start();
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(90_000);
  startTheClock();
  vi.unstubAllGlobals();
});

const bodies = () => bench.patches().map(({ json }) => json);
const position = (base: string, value: string) => ({ Position: { base, value } });
/** The requests since a mark, as method and path. */
const asked = (mark: number) => bench.portal.log.since(mark).map(({ method, path }) => `${method} ${path}`);
const onPatch = (fault: object) => bench.portal.faults.add({ match: { method: 'PATCH' }, ...fault });

describe('a save', () => {
  it('is three requests: read, write, read back', async () => {
    await bench.type({ Position: 'Designer' });
    const mark = bench.portal.log.mark();
    const outcome = await pass(bench.save());
    expect(asked(mark)).toEqual(['GET /en/profile', 'PATCH /api/public/coworker/profile', 'GET /en/profile']);
    expect(outcome).toMatchObject({
      saved: ['Position'],
      changed: {},
      notKept: [],
      conflicts: {},
      faults: {},
      refusals: {},
      otherRefusals: [],
      undo: { Position: { base: 'Designer', value: 'Engineer' } },
    });
    expect(outcome.problem).toBeUndefined();
  });

  it('keeps for an undo what the portal made of a value, and how it spells a choice', async () => {
    bench.portal.switches.gender = 'number';
    await pass(bench.open());
    expect((await bench.snapshot())?.held).toEqual({ Gender: 3 });
    onPatch({ after: () => bench.portal.set(bench.owner.profile, { Position: 'DESIGNER' }) });
    await bench.type({ Position: 'Designer', Gender: 'Other' });
    const edits = await bench.edits();
    const held = (await bench.snapshot())?.held;
    await pass(bench.save());
    // What Review shows is what was sent.
    expect(bodies()).toEqual([bodyOf(edits, held)]);
    expect((await bench.snapshot())?.held).toEqual({ Gender: 4 });
    const [[, past] = []] = await bench.history();
    expect(past?.edits).toEqual({
      Position: { base: 'Engineer', value: 'DESIGNER' },
      Gender: { base: 'Female', value: 'Other' },
    });
  });

  it('says how far it is: checking, sending, confirmed, reading back, done', async () => {
    const phases: string[] = [];
    const { publish } = bench.world;
    const saver = createSaver({
      ...bench.world,
      publish: async (owner, progress) => {
        phases.push(progress.phase);
        await publish(owner, progress);
      },
    });
    await pass(
      saver.save({
        seat: bench.seat,
        owner: bench.owner,
        saveId: 'one',
        edits: position('Engineer', 'Designer'),
      }),
    );
    expect(phases).toEqual(['checking', 'sending', 'confirmed', 'reading back', 'done']);
    expect(await bench.progress()).toMatchObject({ saveId: 'one', names: ['Position'], phase: 'done' });
  });

  it('says nothing is confirmed where the portal did not say so', async () => {
    const phases: string[] = [];
    const saver = createSaver({
      ...bench.world,
      publish: async (_, { phase }) => void phases.push(phase),
    });
    bench.portal.switches.success = 'empty';
    await pass(
      saver.save({
        seat: bench.seat,
        owner: bench.owner,
        saveId: 'one',
        edits: position('Engineer', 'Designer'),
      }),
    );
    expect(phases).toEqual(['checking', 'sending', 'reading back', 'done']);
  });

  it.each<[string, Parameters<Bench['send']>[0]]>([
    ['nothing', {}],
    ['what is its own base', position('Engineer', 'Engineer')],
    ['what tidying turns back', position('Engineer', ' Engineer ')],
  ])('of %s sends nothing', async (_, edits) => {
    const mark = bench.portal.log.mark();
    const outcome = await pass(bench.send(edits));
    expect([outcome.saved, outcome.problem, asked(mark)]).toEqual([[], undefined, []]);
    expect(await bench.journal()).toEqual([]);
  });

  it('of what the portal holds by now sends nothing, and the draft goes', async () => {
    await bench.type({ Position: 'Designer', NickName: 'Countess' });
    bench.portal.set(bench.owner.profile, { Position: 'Designer', NickName: 'Countess' });
    const outcome = await pass(bench.save());
    expect([outcome.saved.toSorted(), bodies()]).toEqual([['NickName', 'Position'], []]);
    expect(await bench.drafts()).toEqual({});
    expect((await bench.snapshot())?.values.Position).toBe('Designer');
  });

  it('sends only the part that the portal does not hold by now', async () => {
    await bench.type({ Position: 'Designer', NickName: 'Countess' });
    bench.portal.set(bench.owner.profile, { NickName: 'Countess' });
    const outcome = await pass(bench.save());
    expect([outcome.saved.toSorted(), bodies()]).toEqual([
      ['NickName', 'Position'],
      [{ Position: 'Designer' }],
    ]);
    expect(await bench.drafts()).toEqual({});
  });

  it('whose write is refused still tells what was there already', async () => {
    await bench.type({ Position: 'Designer', NickName: 'Countess' });
    bench.portal.set(bench.owner.profile, { NickName: 'Countess' });
    onPatch({ answer: status(403) });
    const outcome = await pass(bench.save());
    expect([outcome.saved, outcome.problem?.code]).toEqual([['NickName'], 'forbidden']);
    expect(Object.keys(await bench.drafts())).toEqual(['Position']);
  });

  it('with one fault sends nothing of the rest', async () => {
    const outcome = await pass(
      bench.send({ ...position('Engineer', 'Designer'), BillingEmail: { base: '', value: 'nobody' } }),
    );
    expect([outcome.faults, outcome.problem, bodies()]).toEqual([
      { BillingEmail: 'email' },
      { code: 'check' },
      [],
    ]);
    expect((await bench.progress())?.outcome?.problem?.code).toBe('check');
  });

  it('checks a country against the portal’s list', async () => {
    const outcome = await pass(bench.send({ CountryId: { base: 1220, value: 987_654 } }));
    expect(outcome.faults).toEqual({ CountryId: 'country' });
  });

  it('with one conflict sends nothing of the rest', async () => {
    await bench.type({ Position: 'Designer', NickName: 'Countess' });
    bench.portal.set(bench.owner.profile, { NickName: 'Baroness' });
    const outcome = await pass(bench.save());
    expect(outcome.conflicts).toEqual({ NickName: { base: 'Ada', value: 'Countess', theirs: 'Baroness' } });
    expect([outcome.problem?.code, bodies(), Object.keys(await bench.drafts()).length]).toEqual([
      'conflict',
      [],
      2,
    ]);
  });

  it('to another seat’s space is refused', async () => {
    const saver = createSaver(bench.world);
    const outcome = await pass(
      saver.save({
        seat: 'other',
        owner: bench.owner,
        saveId: 'one',
        edits: position('Engineer', 'Designer'),
      }),
    );
    expect([outcome.problem?.code, bodies()]).toEqual(['otherProfile', []]);
  });

  it('without a session says who must come: a member that was here, or anyone', async () => {
    await bench.world.signedOut(bench.seat, (await getSession(bench.seat))?.token ?? '');
    expect((await pass(bench.send(position('Engineer', 'Designer')))).problem?.code).toBe('signedOut');
    await bench.kill({ wipe: true });
    expect((await pass(bench.send(position('Engineer', 'Designer')))).problem?.code).toBe('notConnected');
  });

  it('of another profile than the one that shows names the one that shows', async () => {
    await pass(bench.signIn('grace'));
    const outcome = await pass(bench.send(position('Engineer', 'Designer')));
    expect(outcome.problem).toEqual({ code: 'otherProfile', name: 'Grace Okafor' });
  });

  it('after which the portal speaks of another profile is an alarm that names it', async () => {
    onPatch({ before: () => bench.portal.switchProfile('ada', bench.owner.profile + 1) });
    await bench.type({ OnHelpDeskMsg: false, Position: 'Designer' });
    const outcome = await pass(bench.save());
    // The session says by itself which profile is current: two reads that disagree are believed neither.
    expect(['switched', 'unconfirmed']).toContain(outcome.problem?.code);
    expect(outcome.saved).toEqual([]);
  });

  it('writes a gender as the portal reads it', async () => {
    await start({ switches: { gender: 'number' } });
    await bench.type({ Gender: 'Other' });
    expect((await pass(bench.save())).problem).toBeUndefined();
    expect(bodies()).toEqual([{ Gender: 4 }]);
    expect(bench.truth('Gender')).toBe('Other');
  });

  it('clears with null where the portal documents it, with nothing elsewhere', async () => {
    await bench.type({ NickName: '', CityName: '', DateOfBirth: '' });
    await pass(bench.save());
    expect(bodies()).toEqual([{ NickName: null, CityName: '', DateOfBirth: null }]);
  });
});

describe('every field of the table', () => {
  const values: Record<string, string | number | boolean> = {
    Gender: 'Other',
    DateOfBirth: '1991-02-03',
    BillingEmail: 'new@acme.test',
    CountryId: 1221,
    BillingCountryId: 1221,
    ProfileTags: 'one,two',
  };
  it.each(fields.map(({ name, kind }) => [name, kind] as const))(
    '%s is saved alone, and read back',
    async (name, kind) => {
      const held = (await bench.snapshot())?.values[name];
      const [first, second] = [...(await bench.world.countries('acme'))];
      const country = (held === first ? second : first) ?? 0;
      const value = kind === 'toggle' ? !held : kind === 'country' ? country : (values[name] ?? 'New');
      const outcome = await pass(bench.send({ [name]: { base: held, value } }));
      expect([outcome.saved, outcome.problem]).toEqual([[name], undefined]);
      expect(bodies()).toEqual([{ [name]: value }]);
      expect(bench.truth(name)).toBe(value);
      expect((await bench.snapshot())?.values[name]).toBe(value);
    },
  );
});

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

// T07: the token of another member turns up at every point of an edit and a save.
describe('another member’s token', () => {
  const swap = () => pass(bench.signIn('grace'));
  const swapNow = () => bench.signIn('grace');
  const onRead = (skip: number) =>
    bench.portal.faults.add({
      match: { method: 'GET', path: '/en/profile' },
      skip,
      before: async () => void (await swapNow()),
    });
  const points: [when: string, prepare: () => unknown][] = [
    ['before a key is pressed', swap],
    [
      'after a key was pressed',
      async () => {
        await bench.type({ NickName: 'Countess' });
        await swap();
      },
    ],
    [
      'after the portal was read ahead',
      async () => {
        await pass(bench.warm());
        await quiet();
        await swap();
      },
    ],
    [
      'while the portal is read ahead',
      async () => {
        onRead(0);
        await pass(bench.warm());
      },
    ],
    ['during the preflight', () => onRead(0)],
    ['during the write', () => onPatch({ before: async () => void (await swapNow()) })],
    ['after the write', () => onPatch({ after: async () => void (await swapNow()) })],
    ['during the read-back', () => onRead(1)],
    [
      'after the background was stopped',
      async () => {
        await bench.kill();
        await swap();
      },
    ],
  ];
  it.each(points)('%s never carries what was typed for the first', async (_, prepare) => {
    const ada = (await getSession(bench.seat))?.token;
    const grace = bench.portal.record(bench.portal.currentProfile('grace', 'acme'));
    const edits = { ...position('Engineer', 'Designer') };
    await prepare();
    await pass(bench.send(edits));
    await quiet();
    for (const { authorization } of bench.patches()) expect(authorization).toBe(`Bearer ${ada}`);
    expect(bench.portal.record(bench.portal.currentProfile('grace', 'acme'))).toEqual(grace);
  });
});

describe('whatever of the browser fails', () => {
  const functions = [
    'session',
    'snapshot',
    'countries',
    'allowed',
    'publish',
    'settle',
    'drafted',
    'signedOut',
  ] as const;
  const broken = async () => Promise.reject(new Error('quota bytes exceeded'));
  const saved = ['publish', 'settle', 'drafted', 'signedOut'];

  it.each(functions)('a save resolves: %s', async name => {
    await bench.type({ Position: 'Designer' });
    const saver = createSaver({ ...bench.world, [name]: broken } as World);
    const outcome = await pass(
      saver.save({ seat: bench.seat, owner: bench.owner, saveId: 'one', edits: await bench.edits() }),
    );
    expect(outcome.problem?.code).toBe(saved.includes(name) ? undefined : 'interrupted');
    expect(bench.patches()).toHaveLength(saved.includes(name) ? 1 : 0);
    if (!saved.includes(name)) expect((await bench.drafts()).Position?.value).toBe('Designer');
    expect(await bench.journal()).toEqual([]);
    await expect(saver.recover(bench.seat, bench.owner)).resolves.toBeUndefined();
    await expect(saver.warm(bench.seat, bench.owner)).resolves.toBeUndefined();
  });

  it.each(['get', 'put', 'delete', 'entries'] as const)(
    'a save goes on without its journal: %s',
    async name => {
      await bench.type({ Position: 'Designer' });
      const saver = createSaver({ ...bench.world, journal: { ...bench.world.journal, [name]: broken } });
      const outcome = await pass(
        saver.save({ seat: bench.seat, owner: bench.owner, saveId: 'one', edits: await bench.edits() }),
      );
      expect([outcome.problem, outcome.saved]).toEqual([undefined, ['Position']]);
      await expect(saver.recover(bench.seat, bench.owner)).resolves.toBeUndefined();
    },
  );

  it('a bug after the write leaves the journal, and says that it is not known', async () => {
    const api: World['api'] = (space, token) => ({
      ...bench.world.api(space, token),
      patch: () => Promise.reject(new Error('a bug')),
    });
    const saver = createSaver({ ...bench.world, api });
    const outcome = await pass(
      saver.save({
        seat: bench.seat,
        owner: bench.owner,
        saveId: 'one',
        edits: position('Engineer', 'Designer'),
      }),
    );
    expect(outcome).toMatchObject({ saveId: 'one', problem: { code: 'unknown' }, saved: [] });
    expect((await bench.journal()).map(([id, { phase }]) => [id, phase])).toEqual([['one', 'sent']]);
    expect(await bench.progress()).toMatchObject({ saveId: 'one', phase: 'done', names: ['Position'] });
    // Recovery finds that nothing arrived.
    await pass(saver.recover(bench.seat, bench.owner));
    expect((await bench.progress())?.outcome).toMatchObject({
      notKept: ['Position'],
      problem: { code: 'notSaved' },
    });
  });

  it('a full storage never rejects, and all is saved', async () => {
    await bench.type({ Position: 'Designer' });
    const edits = await bench.edits();
    fakeBrowser.storage.session.state.quota = 1;
    expect(await pass(bench.send(edits))).toMatchObject({ saved: ['Position'] });
    expect(bench.truth('Position')).toBe('Designer');
  });
});

describe('the journal', () => {
  it('holds names and fingerprints, no value, and the phase as it is when the write goes out', async () => {
    const seen: unknown[] = [];
    await bench.type({ Position: 'Designer-sentinel', NickName: 'Countess-sentinel' });
    onPatch({ before: async () => void seen.push(...(await bench.journal())) });
    await pass(bench.save('one'));
    expect(seen).toEqual([
      [
        'one',
        {
          saveId: 'one',
          seat: 'acme',
          owner: bench.owner,
          names: ['NickName', 'Position'],
          base: {
            NickName: expect.stringMatching(/^[0-9a-f]{64}$/),
            Position: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
          target: {
            NickName: expect.stringMatching(/^[0-9a-f]{64}$/),
            Position: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
          phase: 'sent',
          at: expect.any(Number),
        },
      ],
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/sentinel|Engineer/);
  });
  it('is prepared before the portal is asked', async () => {
    let phase: string | undefined;
    bench.portal.faults.add({
      match: { method: 'GET', path: '/en/profile' },
      async before() {
        phase = (await bench.journal())[0]?.[1].phase;
      },
    });
    await pass(bench.send(position('Engineer', 'Designer')));
    expect(phase).toBe('prepared');
  });
});

describe('a save that was never read back', () => {
  const unread = async (apply: boolean, value = 'Designer') => {
    await bench.type({ Position: value });
    onPatch({ apply, answer: status(500) });
    bench.portal.faults.add({ match: { method: 'GET', path: '/en/profile' }, skip: 1, answer: status(403) });
    expect((await pass(bench.save('first'))).problem?.code).toBe('unknown');
    bench.portal.faults.clear();
  };

  it('is looked at before the next one, which stands on what it finds', async () => {
    await unread(true);
    await bench.type({ Position: 'Designer of looms' });
    const outcome = await pass(bench.save('second'));
    expect([outcome.conflicts, outcome.saved, outcome.problem]).toEqual([{}, ['Position'], undefined]);
    expect(bodies()).toEqual([{ Position: 'Designer' }, { Position: 'Designer of looms' }]);
    expect(outcome.undo).toEqual({ Position: { base: 'Designer of looms', value: 'Designer' } });
    expect(await bench.journal()).toEqual([]);
  });
  it('is not sent again when it turns out to be there', async () => {
    await unread(true);
    const edits = await bench.edits();
    const outcome = await pass(bench.send(edits));
    expect([outcome.saved, bodies().length]).toEqual([['Position'], 1]);
    expect(await bench.edits()).toEqual({});
  });
  it('is sent again, by the member, when it turns out not to be', async () => {
    await unread(false);
    expect((await pass(bench.save())).saved).toEqual(['Position']);
    expect(bodies()).toEqual([{ Position: 'Designer' }, { Position: 'Designer' }]);
  });
  it('gives its undo, and a place in the history, once it is known', async () => {
    await unread(true);
    await pass(bench.recover());
    expect((await bench.progress())?.outcome).toMatchObject({
      saveId: 'first',
      saved: ['Position'],
      undo: { Position: { base: 'Designer', value: 'Engineer' } },
    });
    expect((await bench.progress())?.outcome?.problem).toBeUndefined();
    expect((await bench.history()).map(([, { edits }]) => edits)).toEqual([
      { Position: { base: 'Engineer', value: 'Designer' } },
    ]);
  });
  it('leaves a stranger’s value alone, and the draft to meet it', async () => {
    await unread(false);
    bench.portal.set(bench.owner.profile, { Position: 'Baroness' });
    await pass(bench.recover());
    expect((await bench.progress())?.outcome).toMatchObject({
      notKept: ['Position'],
      saved: [],
      problem: { code: 'notSaved' },
    });
    const outcome = await pass(bench.save());
    expect(outcome.conflicts).toEqual({
      Position: { base: 'Engineer', value: 'Designer', theirs: 'Baroness' },
    });
  });
  it('knows its own value with other capitals', async () => {
    await unread(true);
    bench.portal.set(bench.owner.profile, { Position: 'DESIGNER ' });
    await pass(bench.recover());
    expect((await bench.progress())?.outcome).toMatchObject({
      saved: ['Position'],
      changed: { Position: { wanted: 'Designer', got: 'DESIGNER ' } },
      problem: { code: 'changed' },
    });
    expect(await bench.drafts()).toEqual({});
  });
  it('does not take another text for its own once more was typed', async () => {
    await unread(true);
    bench.portal.set(bench.owner.profile, { Position: 'DESIGNER' });
    await bench.type({ Position: 'Weaver' });
    await pass(bench.recover());
    expect((await bench.progress())?.outcome).toMatchObject({ saved: [], notKept: ['Position'] });
    expect((await bench.drafts()).Position).toEqual({ base: 'Engineer', value: 'Weaver' });
  });
  it('is done with when its draft is gone', async () => {
    await unread(true);
    await bench.type({ Position: 'Engineer' });
    await pass(bench.recover());
    expect((await bench.progress())?.outcome).toMatchObject({ saved: ['Position'], notKept: [] });
    expect(await bench.journal()).toEqual([]);
  });
  it('waits for its own member, its own profile, and a portal that answers', async () => {
    await unread(true);
    const waits = async () => (await bench.journal()).length;
    bench.portal.faults.add({ match: { method: 'GET', path: '/en/profile' }, answer: status(403) });
    await pass(bench.recover());
    expect(await waits()).toBe(1);
    bench.portal.switchProfile('ada', bench.owner.profile + 1);
    await pass(bench.recover());
    expect(await waits()).toBe(1);
    bench.portal.switchProfile('ada', bench.owner.profile);
    await pass(bench.signIn('grace'));
    await pass(bench.recover());
    expect(await waits()).toBe(1);
    await pass(bench.signIn('ada'));
    await pass(bench.recover());
    expect(await waits()).toBe(0);
  });
  it('of a field that the portal offers no more is not known to be saved', async () => {
    await unread(true);
    bench.portal.switches.missing = ['Position'];
    await pass(bench.recover());
    expect((await bench.progress())?.outcome).toMatchObject({ saved: [], notKept: ['Position'] });
  });
});

describe('what the portal made of it', () => {
  it('is told by name when it kept another value, after a yes', async () => {
    await bench.type({ Position: 'Designer' });
    onPatch({ after: () => bench.portal.set(bench.owner.profile, { Position: 'Chief Designer' }) });
    const outcome = await pass(bench.save());
    expect(outcome).toMatchObject({
      saved: ['Position'],
      changed: { Position: { wanted: 'Designer', got: 'Chief Designer' } },
      problem: { code: 'changed' },
      undo: { Position: { base: 'Chief Designer', value: 'Engineer' } },
    });
    expect(await bench.drafts()).toEqual({});
  });
  it('is not taken for ours when the answer was lost', async () => {
    await bench.type({ Position: 'Designer' });
    onPatch({
      apply: false,
      after: () => bench.portal.set(bench.owner.profile, { Position: 'Baroness' }),
      answer: status(500),
    });
    const outcome = await pass(bench.save());
    expect(outcome).toMatchObject({
      saved: [],
      changed: {},
      notKept: ['Position'],
      problem: { code: 'notSaved' },
    });
    expect((await bench.drafts()).Position?.value).toBe('Designer');
  });
  it('is nothing, where the field is gone or no longer to be read', async () => {
    for (const missing of [['Position'], []]) {
      await start();
      await bench.type({ Position: 'Designer' });
      onPatch({
        after() {
          if (missing.length > 0) bench.portal.switches.missing = missing;
          else
            bench.portal.faults.add({
              match: { method: 'GET', path: '/en/profile' },
              change: json => ({ ...(json as object), Position: 5 }),
            });
        },
      });
      expect(await pass(bench.save())).toMatchObject({
        saved: [],
        notKept: ['Position'],
        problem: { code: 'notKept' },
      });
    }
  });
  it('of a refusal of several: the good ones are found by reading back, those of one are not looked for', async () => {
    bench.portal.switches.refusals = 'partial';
    const two: Parameters<Bench['send']>[0] = {
      ...position('Engineer', 'Designer'),
      BillingEmail: { base: 'accounts@engines.example.com', value: 'a@b' },
    };
    const outcome = await pass(bench.send(two));
    expect(outcome).toMatchObject({
      saved: ['Position'],
      notKept: ['BillingEmail'],
      problem: { code: 'refused' },
    });
    expect(Object.keys(outcome.refusals)).toEqual(['BillingEmail']);
    expect(outcome.undo).toEqual({ Position: { base: 'Designer', value: 'Engineer' } });
    const mark = bench.portal.log.mark();
    const { BillingEmail } = two;
    const alone = await pass(bench.send({ BillingEmail: BillingEmail as { base: string; value: string } }));
    expect([alone.problem?.code, asked(mark)]).toEqual([
      'refused',
      ['GET /en/profile', 'PATCH /api/public/coworker/profile'],
    ]);
  });
  it.each([
    [status(401), 'signedOut'],
    [status(403), 'forbidden'],
    [status(404), 'notApi'],
    [status(429), 'throttled'],
  ])('of a refusal that is not about the values is not read back', async (answer, code) => {
    await bench.type({ Position: 'Designer', NickName: 'Countess' });
    onPatch({ answer });
    const mark = bench.portal.log.mark();
    const outcome = await pass(bench.save());
    expect([outcome.problem?.code, asked(mark).length]).toEqual([code, 2]);
    expect(await bench.journal()).toEqual([]);
  });
  it('of a refusal that could not be read back keeps the portal’s words', async () => {
    await bench.type({ Position: 'Designer', NickName: 'Countess' });
    onPatch({
      answer: {
        status: 400,
        json: { WasSuccessful: false, Message: 'No.', Errors: { Position: ['Too grand.'], Odd: ['?'] } },
      },
    });
    bench.portal.faults.add({
      match: { method: 'GET', path: '/en/profile' },
      skip: 1,
      times: 1,
      answer: status(401),
    });
    const outcome = await pass(bench.save());
    expect(outcome).toMatchObject({
      problem: { code: 'refused', message: 'No.' },
      refusals: { Position: 'Too grand.' },
      otherRefusals: [{ field: 'Odd', message: '?' }],
    });
    expect(await getSession(bench.seat)).toBeUndefined();
    expect(await bench.journal()).toHaveLength(1);
  });
});

describe('after a save', () => {
  it('what was typed meanwhile stays an edit, on the new ground', async () => {
    await bench.type({ Position: 'Designer' });
    onPatch({ before: () => bench.type({ Position: 'Designer of looms' }) });
    await pass(bench.save());
    expect(await bench.drafts()).toEqual({ Position: { base: 'Designer', value: 'Designer of looms' } });
    expect((await pass(bench.save())).conflicts).toEqual({});
    expect(bodies()).toEqual([{ Position: 'Designer' }, { Position: 'Designer of looms' }]);
  });
  it('a read that began before it does not paint the old values over the new', async () => {
    await bench.type({ Position: 'Designer' });
    const gate = bench.portal.faults.hold({ method: 'GET', path: '/en/profile' }, 'after');
    const opening = bench.open();
    await gate.arrived;
    await pass(bench.save());
    gate.release();
    await pass(opening);
    expect((await bench.snapshot())?.values.Position).toBe('Designer');
  });
  it('undo is a save of the old values, with its own check', async () => {
    await bench.type({ Position: 'Designer' });
    const { undo = {} } = await pass(bench.save());
    bench.portal.set(bench.owner.profile, { Position: 'Baroness' });
    expect((await pass(bench.send(undo))).problem?.code).toBe('conflict');
    bench.portal.set(bench.owner.profile, { Position: 'Designer' });
    expect((await pass(bench.send(undo))).saved).toEqual(['Position']);
    expect(bench.truth('Position')).toBe('Engineer');
  });
  it('problems of the read before it are forgotten', async () => {
    bench.portal.faults.add({ match: { method: 'GET', path: '/en/profile' }, times: 3, answer: status(500) });
    await pass(bench.open());
    expect((await bench.snapshot())?.problem?.code).toBe('unreachable');
    await pass(bench.send(position('Engineer', 'Designer')));
    expect((await bench.snapshot())?.problem).toBeUndefined();
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
