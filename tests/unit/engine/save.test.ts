import '../../engine/browser';
import { describe, expect, it } from 'vitest';
import { createSaver } from '@/entrypoints/background/save';
import { getSession } from '@/entrypoints/background/sessions';
import { bodyOf } from '@/utils/profile/body';
import { fields } from '@/utils/profile/fields';
import { snapshotOf } from '@/utils/stores';
import type { Bench } from '../../engine/bench';
import { pass } from '../../engine/clock';
import { status } from '../../portal/faults/recipes';
import { asked, bench, bodies, onPatch, onTheBench, position, start } from './setup';

onTheBench();

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
    expect((await bench.history()).map(([, { edits }]) => Object.keys(edits))).toEqual([['NickName']]);
  });

  it('that is refused has no place in the history, and costs no token', async () => {
    onPatch({ answer: status(403) });
    const token = (await getSession(bench.seat))?.token;
    const outcome = await pass(bench.send(position('Engineer', 'Designer')));
    expect([outcome.problem?.code, await bench.history()]).toEqual(['forbidden', []]);
    expect([token, (await getSession(bench.seat))?.token]).toEqual([expect.any(String), token]);
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

  it('is not begun where the browser knows of no network', async () => {
    const mark = bench.portal.log.mark();
    const saver = createSaver({ ...bench.world, online: () => false });
    const { seat, owner } = bench;
    const edits = position('Engineer', 'Designer');
    const outcome = await pass(saver.save({ seat, owner, saveId: 'one', edits }));
    expect([outcome.problem?.code, asked(mark)]).toEqual(['offline', []]);
  });

  it.each<[string, boolean]>([
    ['and shown', true],
    ['and not shown yet', false],
  ])('of a member who is no longer the one signed in %s asks nobody', async (_, shown) => {
    await pass(bench.signIn('grace'));
    if (!shown) await snapshotOf(bench.seat).remove();
    const mark = bench.portal.log.mark();
    const outcome = await pass(bench.send(position('Engineer', 'Designer')));
    expect([outcome.problem?.code, outcome.problem?.name, asked(mark)]).toEqual([
      'otherProfile',
      shown ? 'Grace Okafor' : undefined,
      [],
    ]);
  });

  it('of a profile that is not the one shown asks nobody', async () => {
    const mark = bench.portal.log.mark();
    const other = { ...bench.owner, profile: bench.owner.profile + 1 };
    const outcome = await pass(bench.send(position('Engineer', 'Designer'), 'one', other));
    expect([outcome.problem?.code, asked(mark)]).toEqual(['otherProfile', []]);
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
