import '../../engine/browser';
import { expect, it } from 'vitest';
import { pass } from '../../engine/clock';
import { bench, bodies, onTheBench, position, start } from './setup';

onTheBench();

const longBio = 'a *b* '.repeat(10_000);

it('a field that is too long is locked, and the saves of all others go on', async () => {
  bench.portal.set(bench.owner.profile, { ProfileSummary: longBio, ProfileTags: 'tag,'.repeat(15_000) });
  await pass(bench.open());
  const snapshot = await bench.snapshot();
  expect([...(snapshot?.locked ?? [])].sort()).toEqual(['ProfileSummary', 'ProfileTags']);
  expect(Object.values(snapshot?.cut ?? {}).map(cut => cut.length)).toEqual([120, 120]);
  expect(JSON.stringify(snapshot).length).toBeLessThan(10_000);

  expect(await pass(bench.send(position('Engineer', 'Designer')))).toMatchObject({ saved: ['Position'] });
  expect(bodies()).toEqual([{ Position: 'Designer' }]);
  expect(bench.truth('ProfileSummary')).toBe(longBio);
  // Read back, it is still locked, and still says why.
  expect(await bench.snapshot()).toMatchObject({ locked: snapshot?.locked, cut: snapshot?.cut });
});

it('a draft of what became too long on the portal is not sent, and not lost', async () => {
  await bench.type({ ProfileSummary: 'short', Position: 'Designer' });
  bench.portal.set(bench.owner.profile, { ProfileSummary: longBio });
  expect(await pass(bench.save())).toMatchObject({
    saved: [],
    faults: { ProfileSummary: 'unreadable' },
    problem: { code: 'check' },
  });
  expect(bodies()).toEqual([]);
  expect(Object.keys(await bench.drafts()).sort()).toEqual(['Position', 'ProfileSummary']);
});

it('what is typed may be as long as what is read, and no longer', async () => {
  await start();
  const edit = (value: string) => ({
    ProfileSummary: { base: String(bench.truth('ProfileSummary') ?? ''), value },
  });
  expect(await pass(bench.send(edit('x'.repeat(20_001))))).toMatchObject({
    faults: { ProfileSummary: 'tooLong' },
  });
  expect(bodies()).toEqual([]);
  expect(await pass(bench.send(edit('x'.repeat(20_000))))).toMatchObject({ saved: ['ProfileSummary'] });
});
