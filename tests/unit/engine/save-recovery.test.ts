import '../../engine/browser';
import { describe, expect, it } from 'vitest';
import { pass } from '../../engine/clock';
import { status } from '../../portal/faults/recipes';
import { bench, bodies, onPatch, onTheBench } from './setup';

onTheBench();

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
