import fc from 'fast-check';
import { expect, vi } from 'vitest';
import type { Outcome } from '../../utils/save-data';
import { patch, profileRead } from '../portal/faults/recipes';
import { type Bench, createBench } from './bench';
import { fakeBrowser } from './browser';
import { pass } from './clock';

/**
 * One edit and its save, while somebody else changes the same field and switches the profile, in every order. What is promised goes by
 * the order in which the stand-in portal served the requests, so it holds to the millisecond.
 */
const base = 'Engineer';
const wanted = 'Designer';

/** A read that began this long before Save may stand for what the portal holds (D5b), in milliseconds. */
const young = 300;

type Happening =
  | { what: 'change'; value: string; seen: boolean }
  | { what: 'switch'; to: 'own' | 'company' }
  | { what: 'about to save' }
  | { what: 'clock'; shift: number };

export interface Schedule {
  /** All times in milliseconds after the edit. */
  happenings: readonly (Happening & { at: number })[];
  saveAt: number;
  /** How long each request takes to the portal, and its answer back. */
  ways: readonly { there: number; back: number }[];
}

const soon = fc.oneof(
  { weight: 3, arbitrary: fc.nat(700) },
  { weight: 1, arbitrary: fc.constantFrom(0, 99, 100, 101, 399, 400, 401) },
);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('change' as const),
      value: fc.constantFrom('Baroness', 'Weaver', base, wanted),
      // Seen by the browser when it was made on the portal's own page.
      seen: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('switch' as const),
      to: fc.constantFrom('own' as const, 'company' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('about to save' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('clock' as const),
      shift: fc.constantFrom(-86_400_000, -200, 200, 86_400_000),
    }),
  },
);

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  happenings: fc.array(
    fc.tuple(happening, soon).map(([each, at]) => ({ ...each, at })),
    { maxLength: 5 },
  ),
  saveAt: fc.oneof(soon, fc.constant(400)),
  ways: fc.array(
    fc.record({
      there: fc.oneof(fc.nat(20), fc.nat(400)),
      back: fc.oneof(fc.nat(20), fc.nat(400)),
    }),
    { minLength: 8, maxLength: 8 },
  ),
});

/** A request for the profile that the portal served, with what it held in that moment. */
interface Served {
  kind: 'read' | 'write';
  beganAt: number;
  isOwn: boolean;
  position: unknown;
}

/** Plays a schedule, and gives what the portal served in its order and how the save ended. */
async function play(bench: Bench, { happenings, saveAt, ways }: Schedule) {
  const { portal, owner, member } = bench;
  const company = owner.profile + 1;
  const served: Served[] = [];
  const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));
  const now = () => performance.now();
  let requests = 0;

  const serve = (kind: Served['kind']) => {
    let back = 0;
    portal.faults.add({
      match: kind === 'read' ? profileRead : patch,
      times: Number.POSITIVE_INFINITY,
      async before() {
        const beganAt = now();
        const way = ways[requests % ways.length];
        requests += 1;
        await wait(way?.there ?? 0);
        back = way?.back ?? 0;
        const isOwn = portal.currentProfile(member, owner.space) === owner.profile;
        served.push({ kind, beganAt, isOwn, position: bench.truth('Position') });
      },
      after: () => wait(back),
    });
  };
  serve('read');
  serve('write');

  const happen = (each: Happening): unknown => {
    switch (each.what) {
      case 'change': {
        const request = {
          method: 'PATCH',
          url: `https://${owner.space}.spaces.nexudus.com/api/public/coworker/profile`,
          initiator: `https://${owner.space}.nexudus.site`,
        };
        if (each.seen) fakeBrowser.webRequest.onBeforeSendHeaders.emit(request);
        portal.set(owner.profile, { Position: each.value });
        if (each.seen) fakeBrowser.webRequest.onCompleted.emit(request);
        return undefined;
      }
      case 'switch':
        return portal.switchProfile(member, each.to === 'own' ? owner.profile : company);
      case 'about to save':
        return bench.startPreflight();
      case 'clock':
        return vi.setSystemTime(Date.now() + each.shift);
    }
  };
  const before = now();
  // What comes after Save is somebody else's alone: the member has done their part.
  const all = happenings
    .filter(({ what, at }) => what !== 'about to save' || at <= saveAt)
    .map(each => wait(each.at).then(() => happen(each)));
  const saving = wait(saveAt).then(() => bench.save());
  const [outcome] = await pass(Promise.all([saving, ...all]));
  return { outcome: outcome as Outcome, served, pressedAt: before + saveAt };
}

/** What holds whatever the schedule was. */
export async function expectNothingWrittenOver(schedule: Schedule): Promise<void> {
  const bench = await pass(createBench());
  await bench.type({ Position: wanted });
  const { outcome, served, pressedAt } = await play(bench, schedule);

  const writeAt = served.findIndex(({ kind }) => kind === 'write');
  const write = served[writeAt];
  const until = writeAt < 0 ? served.length : writeAt;
  /** The reads that the save may have gone by. */
  const looks = served
    .slice(0, until)
    .filter(({ kind, beganAt }) => kind === 'read' && beganAt >= pressedAt - young);
  const allows = ({ isOwn, position }: Served) => isOwn && position === base;
  expect(bench.patches().length).toBeLessThanOrEqual(1);
  expect(looks.length).toBeGreaterThan(0);
  // It writes if what it saw is what the member began with, and only then.
  if (write) expect(looks.some(allows)).toBe(true);
  else expect(looks.every(allows)).toBe(false);

  if (!write) {
    const code = outcome.problem?.code;
    if (outcome.saved.length > 0) expect(looks.some(({ position }) => position === wanted)).toBe(true);
    else expect(['conflict', 'otherProfile']).toContain(code);
    return;
  }
  const back = served.slice(writeAt + 1).find(({ kind }) => kind === 'read');
  if (!back) throw new Error('A write is read back.');
  // In another profile, or no longer in this one: nothing is called saved.
  if (!back.isOwn) expect([outcome.problem?.code, outcome.saved]).toEqual(['switched', []]);
  else if (!write.isOwn && back.position !== wanted)
    expect(outcome.saved.length === 0 || outcome.changed.Position?.got === back.position).toBe(true);
  else if (back.position === wanted)
    expect([outcome.problem, outcome.saved]).toEqual([undefined, ['Position']]);
  else if (back.position === base) expect([outcome.problem?.code, outcome.saved]).toEqual(['notKept', []]);
  else {
    // Changed by somebody between the write and the look after it: named, left alone, and what an undo begins from.
    expect(outcome).toMatchObject({
      saved: ['Position'],
      problem: { code: 'changed' },
      changed: { Position: { wanted, got: back.position } },
      undo: { Position: { base: back.position, value: base } },
    });
  }
}

/** So many random schedules; gives how many there were. */
export async function runSchedules(numRuns: number, seed: number): Promise<number> {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(schedule, async each => {
      await expectNothingWrittenOver(each);
      count += 1;
      // Deadlines that a stopped clock never reaches would hold on to all that the run was.
      vi.clearAllTimers();
    }),
    { numRuns, seed },
  );
  return count;
}
