import { expect, vi } from 'vitest';
import { changePassword } from '../../entrypoints/background/password';
import { getSession } from '../../entrypoints/background/sessions';
import type { Edits } from '../../utils/profile/diff';
import type { Outcome } from '../../utils/save-data';
import { countriesOf } from '../../utils/stores';
import { status } from '../portal/faults/recipes';
import type { Bench } from './bench';
import { fakeBrowser } from './browser';
import type { Seen } from './checks';
import { pass, quiet, timed } from './clock';
import type { Stage, Way } from './faults';
import { unset } from './faults/edges';
import { company, onPatch, usual } from './faults/row';

export type Course = (bench: Bench, way: Way, stage: Stage) => Promise<Seen | undefined>;

/** Typed, then the fault, then Save. */
export const usualCourse: Course = async (bench, way, stage) => {
  await bench.type(way.typed ?? usual);
  await way.provoke?.(stage);
  return pass(bench.save());
};

/** The background stops at a gate of the save; its next life looks after what is left. */
const killedAt =
  (gate: string, wipe = false): Course =>
  async (bench, way, stage) => {
    await bench.type(way.typed ?? usual);
    await way.provoke?.(stage);
    bench.endAt(gate);
    void bench.save();
    await pass(bench.over());
    await bench.kill({ wipe });
    await pass(bench.open());
    return (await bench.progress())?.outcome;
  };

const passwords = {
  OldPassword: 'Analytical-1843',
  NewPassword: 'Difference-1822',
  RepeatNewPassword: 'Difference-1822',
};

/** What the member typed must be nowhere but in the one request. */
async function expectNowhere(bench: Bench, secrets: readonly string[]): Promise<void> {
  const disk = await Promise.all(Object.values(bench.tables).map(kept => kept.entries()));
  const kept = JSON.stringify([fakeBrowser.storage.session.now(), fakeBrowser.storage.local.now(), disk]);
  for (const secret of secrets) expect(kept).not.toContain(secret);
}

const passwordCourse =
  (typed: Partial<typeof passwords>, more?: (stage: Stage) => void): Course =>
  async (bench, _, stage) => {
    more?.(stage);
    const asked = { ...passwords, ...typed };
    const { seat, owner } = bench;
    const reply = await pass(changePassword({ seat, owner, ...asked }, bench.inLine, bench.world));
    await expectNowhere(bench, Object.values(asked));
    expect(JSON.stringify(reply)).not.toContain(asked.NewPassword);
    return { problem: reply.problem, otherRefusals: reply.refusals };
  };

/** The member types and is about to save; a moment later the fault is there, and then Save is pressed. */
const overtaken: Course = async (bench, way, stage) => {
  await bench.type(way.typed ?? usual);
  await pass(bench.startPreflight());
  await quiet();
  await vi.advanceTimersByTimeAsync(way.wait ?? 0);
  await way.provoke?.(stage);
  return pass(bench.save());
};

/** The courses that are not just typing and saving. */
export const courses: Partial<Record<string, Course>> = {
  async F42(bench) {
    await bench.type(usual);
    const edits = await bench.edits();
    const first = await pass(bench.send(edits, 'one'));
    expect(await pass(bench.send(edits, 'one'))).toEqual(first);
    return first;
  },
  async F43(bench) {
    await bench.type(usual);
    const edits = await bench.edits();
    const all = await pass(
      Promise.all([bench.send(edits, 'one'), bench.send(edits, 'one'), bench.send(edits, 'two')]),
    );
    expect(all[1]).toBe(all[0]);
    expect([...(all[2]?.saved ?? [])].sort()).toEqual(Object.keys(usual).sort());
    return all[0];
  },
  F44: killedAt('GET /en/profile'),
  F45: killedAt('answer to PATCH'),
  F46: killedAt('journal.delete'),
  async F47(bench, way, stage) {
    fakeBrowser.runtime.heartbeats = 0;
    const outcome = await usualCourse(bench, way, stage);
    const beats = fakeBrowser.runtime.heartbeats;
    expect(beats).toBeGreaterThanOrEqual(7);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fakeBrowser.runtime.heartbeats).toBe(beats);
    return outcome;
  },
  async F48(bench) {
    await bench.type(usual);
    void bench.save('one');
    await pass(vi.waitUntil(async () => (await bench.progress())?.phase === 'done', { interval: 1 }));
    const progress = await bench.progress();
    expect(progress).toMatchObject({ saveId: 'one', phase: 'done' });
    expect(progress?.seen).toBeUndefined();
    return progress?.outcome;
  },
  async F49(bench) {
    const text = 'Designer of difference engines';
    for (let end = 1; end <= text.length; end += 1) {
      void bench.type({ Position: text.slice(0, end) });
      if (end % 7 === 0) await bench.kill();
    }
    await bench.kill();
    expect((await bench.drafts()).Position?.value).toBe(text);
    await bench.type(usual);
    return undefined;
  },
  async F50(bench, way) {
    await bench.type(way.typed ?? {});
    await bench.kill();
    return undefined;
  },
  async F51(bench) {
    await bench.type(usual);
    await bench.kill({ wipe: true });
    expect(await getSession(bench.seat)).toBeUndefined();
    return pass(bench.send(await bench.drafts()));
  },
  F52: killedAt('answer to PATCH', true),
  async F53(bench) {
    await bench.type(usual);
    await bench.kill({ wipe: true });
    await pass(bench.signIn());
    return undefined;
  },
  F54: killedAt('answer to PATCH', true),
  async F55(bench) {
    await bench.type(usual);
    fakeBrowser.permissions.granted = false;
    return pass(bench.save());
  },
  async F56(bench) {
    await bench.type(usual);
    bench.portal.expireTokens();
    const { session } = fakeBrowser.storage;
    session.state.quota = session.size() - 1;
    const token = await pass(bench.signIn());
    expect((await getSession(bench.seat))?.token).toBe(token);
    return undefined;
  },
  async F57(bench) {
    const disk = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'UnknownError');
    });
    await bench.type(usual);
    const outcome = await pass(bench.save());
    disk.mockRestore();
    return outcome;
  },
  async F58(bench) {
    await bench.type(usual);
    const key = (name: string) => `draft/${bench.seat}/${bench.owner.user}/${bench.owner.profile}/${name}`;
    for (const [name, odd] of Object.entries({
      State: 'text',
      CityName: { base: 1 },
      PostCode: null,
      Address: { base: 1, value: true, at: 0, by: 'v0' },
    })) {
      fakeBrowser.storage.session.put(key(name), odd);
      await bench.tables.drafts.put(key(name), odd as never);
    }
    await bench.tables.journal.put('odd', { saveId: 5 } as never);
    await bench.tables.history.put('odd', 'text' as never);
    fakeBrowser.storage.session.put('seats', 'none');
    await bench.kill();
    return undefined;
  },
  async F61(bench) {
    await bench.type(usual);
    const edits = await bench.edits();
    const window = ([name, edit]: [string, unknown]) => bench.send({ [name]: edit } as Edits);
    const [first] = await pass(Promise.all(Object.entries(edits).map(window)));
    expect(bench.patches().map(({ json }) => json)).toEqual(
      Object.keys(edits).map(name => ({ [name]: usual[name as 'Position'] })),
    );
    return { problem: first?.problem, saved: Object.keys(edits) as Outcome['saved'] };
  },
  async F62(bench, way) {
    await bench.type(way.typed ?? {});
    const mine = await bench.edits();
    await pass(bench.send({ Position: { base: 'Engineer', value: 'Baroness' } }));
    const outcome = await pass(bench.send(mine));
    expect(outcome.conflicts).toEqual({
      Position: { base: 'Engineer', value: 'Designer', theirs: 'Baroness' },
    });
    return outcome;
  },
  async F67(bench) {
    await bench.type(usual);
    const mine = await bench.edits();
    const other = await pass(bench.signIn('grace'));
    const outcome = await pass(bench.send(mine));
    const asGrace = bench.portal.log.entries.filter(
      ({ authorization }) => authorization === `Bearer ${other}`,
    );
    expect(asGrace.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await bench.drafts(await bench.ownerOf())).toEqual({});
    return outcome;
  },
  async F68(bench) {
    await bench.type(usual);
    const before = await getSession(bench.seat);
    await pass(bench.signIn('mira', 'atelier-nord'));
    expect(await getSession(bench.seat)).toEqual(before);
    expect((await getSession('atelier-nord'))?.token).not.toBe(before?.token);
    expect((await countriesOf('atelier-nord').get())?.length).toBeGreaterThan(200);
    return pass(bench.save());
  },
  async F69(bench) {
    await bench.type(usual);
    await pass(bench.signIn('grace'));
    const grace = await bench.ownerOf();
    await bench.type({ NickName: 'Gracie' }, grace);
    expect((await bench.snapshot())?.member.name).toBe('Grace Okafor');
    expect(Object.keys(await bench.drafts(grace))).toEqual(['NickName']);
    expect(Object.keys(await bench.drafts()).sort()).toEqual(Object.keys(usual).sort());
    return undefined;
  },
  async F70(bench, way, stage) {
    const mark = bench.portal.log.mark();
    const before = (await getSession(bench.seat))?.token;
    const outcome = await usualCourse(bench, way, stage);
    const own = bench.portal.log
      .since(mark)
      .filter(({ path, method }) => method === 'PATCH' || path === '/en/profile');
    // The new token reads its own profile once; the save's three requests carry the old one.
    expect(
      own.filter(({ authorization }) => authorization === `Bearer ${before}`).map(({ method }) => method),
    ).toEqual(['GET', 'PATCH', 'GET']);
    expect((await getSession(bench.seat))?.token).not.toBe(before);
    return outcome;
  },
  async F71(bench) {
    await bench.type(usual);
    const [outcome, flipped] = await pass(
      Promise.all([bench.save(), bench.toggle('SignUpToNewsletter', false)]),
    );
    expect(flipped?.saved).toEqual(['SignUpToNewsletter']);
    expect(bench.truth('SignUpToNewsletter')).toBe(false);
    bench.portal.set(bench.owner.profile, { SignUpToNewsletter: true });
    return outcome;
  },
  async F72(bench, way, stage) {
    await way.provoke?.(stage);
    const clicks: Promise<Outcome>[] = [];
    for (let click = 0; click < 20; click += 1) {
      clicks.push(bench.toggle('OnNewWallPost', click % 2 === 1));
      await quiet();
      await vi.advanceTimersByTimeAsync(100);
    }
    const all = await pass(Promise.all(clicks));
    expect(all.filter(({ problem }) => problem)).toEqual([]);
    expect(bench.truth('OnNewWallPost')).toBe(true);
    await bench.type(usual);
    return undefined;
  },
  F77: overtaken,
  F78: overtaken,
  async F79(bench, _, stage) {
    const other = company(stage);
    await bench.type(usual);
    await pass(bench.startPreflight());
    await pass(bench.switchProfile(other));
    const shown = await bench.ownerOf();
    const before = bench.portal.record(other);
    await bench.type({ Position: 'Director' }, shown);
    const outcome = await pass(bench.send(await bench.edits(shown), undefined, shown));
    expect([outcome.saved, shown.profile, bench.portal.record(other).Position]).toEqual([
      ['Position'],
      other,
      'Director',
    ]);
    bench.portal.set(other, before);
    return { problem: outcome.problem };
  },
  async F80(bench, way, stage) {
    const [outcome, took] = await timed(usualCourse(bench, way, stage));
    expect(took).toBeLessThanOrEqual(25_000);
    // Once more behind the member's back; what it finds needs no opening.
    if (way.draft === 'P')
      await pass(vi.waitUntil(async () => (await bench.journal()).length === 0, { interval: 1 }));
    return outcome;
  },
  async F83(bench, way, stage) {
    const before = bench.portal.record(bench.owner.profile);
    await way.provoke?.(stage);
    bench.portal.set(bench.owner.profile, unset);
    await pass(bench.open());
    const off = Object.fromEntries(Object.keys(unset).map(name => [name, false]));
    expect(await bench.snapshot()).toMatchObject({ values: off, locked: [] });
    const outcome = await pass(bench.toggle('OnNewBlogComment', true));
    expect(outcome.saved).toEqual(way.says ? [] : ['OnNewBlogComment']);
    expect(bench.patches().map(({ json }) => json)).toEqual([{ OnNewBlogComment: true }]);
    // Also after the next read, and for as long as nothing is set there.
    const locked = way.says === 'notKept' ? ['OnNewBlogComment'] : [];
    for (const again of [quiet, () => pass(bench.open())]) {
      await again();
      expect((await bench.snapshot())?.locked).toEqual(locked);
      expect(Object.keys((await bench.snapshot())?.values ?? {})).toHaveLength(39 - locked.length);
    }
    bench.portal.set(bench.owner.profile, before);
    await pass(bench.open());
    expect((await bench.snapshot())?.locked).toEqual([]);
    await bench.type(usual);
    return { problem: outcome.problem };
  },
  F84: usualCourse,
  F73: passwordCourse({ OldPassword: 'not-it' }),
  F74: passwordCourse({ NewPassword: 'short', RepeatNewPassword: 'other' }),
  F75: passwordCourse({}, onPatch({ apply: true, answer: status(500) })),
  F76: passwordCourse(
    {},
    ({ portal }) => void Object.assign(portal.switches, { passwordEnds: 'all tokens' }),
  ),
  // The first one counted, and its answer never came: what is seen is the portal's answer to the second.
  F85: passwordCourse({}, stage => {
    const member = stage.portal.member(stage.member);
    onPatch({
      before() {
        member.password = passwords.NewPassword;
      },
    })(stage);
  }),
};
