import * as v from 'valibot';
import { expect, vi } from 'vitest';
import { getSession } from '../../entrypoints/background/sessions';
import { entriesOf, same } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import { tidy } from '../../utils/profile/validate';
import { type Bench, createBench } from './bench';
import { fakeBrowser } from './browser';
import { pass, quiet } from './clock';
import { courses, type Seen, usualCourse } from './courses';
import type { Row, Stage, Way } from './faults';
import { usual } from './faults/row';
import { promises } from './promises';

const stageOf = (bench: Bench): Stage => ({
  portal: bench.portal,
  owner: bench.owner,
  member: bench.member,
  network: state => {
    bench.portal.state.network = state;
    vi.stubGlobal('navigator', { onLine: state !== 'offline' });
  },
  signIn: member => bench.signIn(member),
  clock: shift => vi.setSystemTime(Date.now() + shift),
});

/** The value that a member sees where the portal holds `held`. */
const shown = (name: FieldName, held: unknown): Value => v.parse(fieldOf(name).read, held) as Value;

/** The typed fields that the portal now holds as they were wanted, or as this way ends. */
function arrived(bench: Bench, way: Way): FieldName[] {
  return entriesOf(way.typed ?? usual)
    .filter(([name, typed]) => {
      const wanted = way.ends && name in way.ends ? (way.ends[name] as Value) : tidy(name, typed);
      return same(fieldOf(name), shown(name, bench.truth(name)), wanted);
    })
    .map(([name]) => name);
}

const isPassword = (row: Row) => row.draft === 'C';
const unsure = ['unconfirmed', 'unknown', 'switched', 'interrupted'];

/** What the row promises of the moment after the save. */
async function expectPromised(bench: Bench, row: Row, way: Way, seen: Seen | undefined): Promise<void> {
  expect(bench.patches()).toHaveLength(way.patches ?? row.patches);
  if (seen) expect(seen.problem?.code).toBe(way.says);
  if (isPassword(row)) return;
  const typed = Object.keys(way.typed ?? usual) as FieldName[];
  const drafts = await bench.drafts();
  const draft = way.draft ?? row.draft;
  const there = arrived(bench, way);
  const kept = draft === 'K' ? typed : typed.filter(name => !there.includes(name));
  if (draft !== 'M') expect(Object.keys(drafts).sort()).toEqual([...kept].sort());
  if (seen?.saved && !unsure.includes(seen.problem?.code ?? ''))
    expect([...seen.saved].sort()).toEqual([...there].sort());
}

/** Everything is well again, and an editor opens. */
async function mend(bench: Bench, stage: Stage): Promise<void> {
  bench.portal.faults.clear();
  stage.network('fine');
  fakeBrowser.permissions.granted = true;
  bench.portal.switchProfile(bench.member, bench.owner.profile);
  const session = await getSession(bench.seat);
  if (
    !session ||
    session.user !== bench.owner.user ||
    (await bench.snapshot())?.owner.user !== bench.owner.user
  )
    await pass(bench.signIn());
  await pass(bench.open());
}

/** Trust.md 4.4: the portal holds what was confirmed, no more was sent, and the drafts agree with the portal. */
async function expectInvariants(bench: Bench, row: Row, way: Way, base: Bench['base']): Promise<void> {
  const now = bench.portal.records();
  const typed = Object.keys(way.typed ?? usual) as FieldName[];
  for (const [profile, before] of Object.entries(base)) {
    if (row.id === 'F66') break;
    const touched = Object.entries(before).filter(
      ([name, value]) => now[Number(profile)]?.[name as FieldName] !== value,
    );
    const mayChange: readonly string[] = Number(profile) === bench.owner.profile ? typed : [];
    const account = row.id === 'F72' ? ['OnNewWallPost'] : [];
    expect(
      touched.map(([name]) => name).filter(name => !mayChange.includes(name) && !account.includes(name)),
    ).toEqual([]);
  }
  if (row.id === 'F62') return;
  expect(bench.patches()).toHaveLength(way.patches ?? row.patches);
  const there = arrived(bench, way);
  const missing = typed.filter(name => !there.includes(name));
  const drafts = await bench.drafts();
  for (const name of missing) expect([name, drafts[name]?.value]).toEqual([name, (way.typed ?? usual)[name]]);
  if (row.id !== 'F64') expect(Object.keys(await bench.edits()).sort()).toEqual([...missing].sort());
  expect(await bench.journal()).toEqual([]);
  const progress = await bench.progress();
  if (progress) expect(progress.phase).toBe('done');
}

/** Pressing Save again sends what is still different, and only that. */
async function expectSecondTry(bench: Bench, way: Way): Promise<void> {
  const left = Object.keys(await bench.edits());
  const before = bench.patches().length;
  const outcome = await pass(bench.save());
  expect([outcome.problem?.code, outcome.faults]).toEqual([way.ends ? outcome.problem?.code : undefined, {}]);
  expect(
    bench
      .patches()
      .slice(before)
      .map(({ json }) => Object.keys(json as object).sort()),
  ).toEqual(left.length > 0 ? [left.sort()] : []);
  await quiet();
  expect(await bench.edits()).toEqual({});
  expect(arrived(bench, way).sort()).toEqual(Object.keys(way.typed ?? usual).sort());
  expect(await bench.journal()).toEqual([]);
}

/** Runs one way of a fault on the engine, and checks what its row promises and what must hold after every fault. */
export async function runWay(row: Row, way: Way): Promise<void> {
  const bench = await pass(createBench());
  const stage = stageOf(bench);
  const provoke = way.provoke;
  let base = bench.base;
  const ready: Way = {
    ...way,
    async provoke(on) {
      await provoke?.(on);
      // What somebody else changed before the save is where the save begins.
      base = bench.portal.records();
    },
  };
  const seen = await (courses[row.id] ?? usualCourse)(bench, ready, stage);
  await quiet();
  await expectPromised(bench, row, way, seen);
  await promises[row.id]?.(bench, seen ?? {}, way);
  if (isPassword(row)) return;
  await mend(bench, stage);
  await expectInvariants(bench, row, way, base);
  if (!way.hopeless) await expectSecondTry(bench, way);
}
