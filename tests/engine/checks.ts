import * as v from 'valibot';
import { expect } from 'vitest';
import type { JournalEntry } from '../../entrypoints/background/database';
import { type Edits, entriesOf, same } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import type { Owner } from '../../utils/profile/owner';
import { tidy } from '../../utils/profile/validate';
import type { Outcome, Progress } from '../../utils/save-data';
import type { Snapshot } from '../../utils/snapshot';
import type { Entry, Log } from '../portal/log';
import type { Truth } from '../portal/state/world';
import type { Row, Way } from './faults';
import { usual } from './faults/row';

/** Whose save met a fault: at the engine's bench, or at a real browser. The same is asked of both. */
export interface Subject {
  owner: Owner;
  portal: { log: Pick<Log, 'hosts' | 'entries'>; records(): Record<number, Truth> };
  /** The writes that the portal has seen since the fault was set up. */
  patches(): Entry[];
  /** What the portal really holds. */
  truth(name: FieldName): unknown;
  drafts(of?: Owner): Promise<Edits>;
  /** What the editor would send. */
  edits(): Promise<Edits>;
  session(): Promise<{ token: string } | undefined>;
  snapshot(): Promise<Snapshot | undefined>;
  progress(): Promise<Progress | undefined>;
  journal(): Promise<[string, Pick<JournalEntry, 'phase'>][]>;
  /** Presses Save. */
  save(): Promise<Outcome>;
}

/** What was seen of a save: how it ended, or only what it said. */
export type Seen = Partial<Outcome>;

/** The value that a member sees where the portal holds `held`. */
const shown = (name: FieldName, held: unknown): Value => v.parse(fieldOf(name).read, held) as Value;

/** The typed fields that the portal now holds as they were wanted, or as this way ends. */
function arrived(subject: Subject, way: Way): FieldName[] {
  return entriesOf(way.typed ?? usual)
    .filter(([name, typed]) => {
      const wanted = way.ends && name in way.ends ? (way.ends[name] as Value) : tidy(name, typed);
      return same(fieldOf(name), shown(name, subject.truth(name)), wanted);
    })
    .map(([name]) => name);
}

export const isPassword = (row: Row) => row.draft === 'C';
const unsure = ['unconfirmed', 'unknown', 'switched', 'interrupted'];

/** As many writes as promised. What a browser repeats by itself is the same write again. */
function expectPatches(subject: Subject, row: Row, way: Way): void {
  const patches = subject.patches();
  const ours = way.patches ?? row.patches;
  const repeated = patches.slice(ours);
  expect(patches.slice(0, ours)).toHaveLength(ours);
  expect(repeated.length).toBeLessThanOrEqual(way.repeats ?? 0);
  for (const { body } of repeated) expect(body).toBe(patches.at(0)?.body);
}

/** What the row promises of the moment after the save. */
export async function expectPromised(
  subject: Subject,
  row: Row,
  way: Way,
  seen: Seen | undefined,
): Promise<void> {
  expectPatches(subject, row, way);
  if (seen) expect(seen.problem?.code).toBe(way.says);
  if (isPassword(row)) return;
  const typed = Object.keys(way.typed ?? usual) as FieldName[];
  const drafts = await subject.drafts();
  const draft = way.draft ?? row.draft;
  const there = arrived(subject, way);
  const kept = draft === 'K' ? typed : typed.filter(name => !there.includes(name));
  if (draft !== 'M') expect(Object.keys(drafts).sort()).toEqual([...kept].sort());
  if (seen?.saved && !unsure.includes(seen.problem?.code ?? ''))
    expect([...seen.saved].sort()).toEqual([...there].sort());
}

/**
 * Once all is well again and an editor has opened: the portal holds what was confirmed and nothing else in
 * any profile, no more was sent, and the drafts agree with the portal.
 */
export async function expectInvariants(
  subject: Subject,
  row: Row,
  way: Way,
  base: Record<number, Truth>,
): Promise<void> {
  const now = subject.portal.records();
  const typed = Object.keys(way.typed ?? usual) as FieldName[];
  for (const [profile, before] of Object.entries(base)) {
    if (row.id === 'F66') break;
    const touched = Object.entries(before).filter(
      ([name, value]) => now[Number(profile)]?.[name as FieldName] !== value,
    );
    const mayChange: readonly string[] = Number(profile) === subject.owner.profile ? typed : [];
    const account = row.id === 'F72' ? ['OnNewWallPost'] : [];
    expect(
      touched.map(([name]) => name).filter(name => !mayChange.includes(name) && !account.includes(name)),
    ).toEqual([]);
  }
  if (row.id === 'F62') return;
  expectPatches(subject, row, way);
  const there = arrived(subject, way);
  const missing = typed.filter(name => !there.includes(name));
  const drafts = await subject.drafts();
  for (const name of missing) expect([name, drafts[name]?.value]).toEqual([name, (way.typed ?? usual)[name]]);
  if (row.id !== 'F64') expect(Object.keys(await subject.edits()).sort()).toEqual([...missing].sort());
  expect(await subject.journal()).toEqual([]);
  const progress = await subject.progress();
  if (progress) expect(progress.phase).toBe('done');
}

/** Pressing Save again sends what is still different, and only that. */
export async function expectSecondTry(subject: Subject, way: Way): Promise<void> {
  const left = Object.keys(await subject.edits());
  const before = subject.patches().length;
  const outcome = await subject.save();
  expect([outcome.problem?.code, outcome.faults]).toEqual([way.ends ? outcome.problem?.code : undefined, {}]);
  expect(
    subject
      .patches()
      .slice(before)
      .map(({ json }) => Object.keys(json as object).sort()),
  ).toEqual(left.length > 0 ? [left.sort()] : []);
  expect(await subject.edits()).toEqual({});
  expect(arrived(subject, way).sort()).toEqual(Object.keys(way.typed ?? usual).sort());
  expect(await subject.journal()).toEqual([]);
}
