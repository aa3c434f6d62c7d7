import '../../engine/browser';
import { describe, expect, it } from 'vitest';
import { createSaver, type World } from '@/entrypoints/background/save';
import { getSession } from '@/entrypoints/background/sessions';
import { fakeBrowser } from '../../engine/browser';
import { pass, quiet } from '../../engine/clock';
import { bench, onPatch, onTheBench, position } from './setup';

onTheBench();

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
      'after the portal was read for a save to come',
      async () => {
        await pass(bench.startPreflight());
        await quiet();
        await swap();
      },
    ],
    [
      'while the portal is read for a save to come',
      async () => {
        onRead(0);
        await pass(bench.startPreflight());
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
    await bench.type({ Position: 'Designer', CountryId: 1221 });
    const saver = createSaver({ ...bench.world, [name]: broken } as World);
    const outcome = await pass(
      saver.save({ seat: bench.seat, owner: bench.owner, saveId: 'one', edits: await bench.edits() }),
    );
    expect(outcome.problem?.code).toBe(saved.includes(name) ? undefined : 'interrupted');
    expect(bench.patches()).toHaveLength(saved.includes(name) ? 1 : 0);
    if (!saved.includes(name)) expect((await bench.drafts()).Position?.value).toBe('Designer');
    expect(await bench.journal()).toEqual([]);
    await expect(saver.recover(bench.seat, bench.owner)).resolves.toBeUndefined();
    await expect(saver.startPreflight(bench.seat, bench.owner)).resolves.toBeUndefined();
  });

  it('a save without a country does not ask for their list', async () => {
    await bench.type({ Position: 'Designer' });
    const saver = createSaver({ ...bench.world, countries: broken });
    const outcome = await pass(
      saver.save({ seat: bench.seat, owner: bench.owner, saveId: 'one', edits: await bench.edits() }),
    );
    expect(outcome).toMatchObject({ saved: ['Position'], faults: {} });
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
