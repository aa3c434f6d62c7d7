import '../../engine/browser';
import { describe, expect, it } from 'vitest';
import { getSession } from '@/entrypoints/background/sessions';
import type { Bench } from '../../engine/bench';
import { pass } from '../../engine/clock';
import { status } from '../../portal/faults/recipes';
import { asked, bench, bodies, onPatch, onTheBench, position, start } from './setup';

onTheBench();

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
