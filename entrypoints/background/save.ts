import { type Classified, classify } from '../../utils/portal/classify';
import { type Problem, problem } from '../../utils/problem';
import { type Edits, entriesOf, same } from '../../utils/profile/diff';
import { type FieldName, fieldOf, isFieldName } from '../../utils/profile/fields';
import { merge } from '../../utils/profile/merge';
import { type Owner, ownerKey, sameOwner } from '../../utils/profile/owner';
import { validate } from '../../utils/profile/validate';
import type { Result } from '../../utils/result';
import { emptyOutcome, type Outcome, type Progress } from '../../utils/save-data';
import { type Seat, type Snapshot, spaceOfSeat } from '../../utils/snapshot';
import type { JournalEntry, Table } from './database';
import { fingerprint, journalEntry } from './journal';
import type { PortalApi } from './portal-api';
import { createQueue } from './queue';
import { readShown, type Shown } from './read-portal';

export interface SaveRequest {
  seat: Seat;
  owner: Owner;
  saveId: string;
  edits: Edits;
}

/** What a save needs of the world; tests give their own. */
export interface World {
  session(seat: Seat): Promise<{ token: string; user: number } | undefined>;
  snapshot(seat: Seat): Promise<Snapshot | undefined>;
  countries(space: string): Promise<ReadonlySet<number>>;
  api(space: string, token: string): PortalApi;
  /** Whether the browser lets us reach the space's API. */
  allowed(space: string): Promise<boolean>;
  journal: Table<JournalEntry>;
  publish(owner: Owner, progress: Progress): Promise<void>;
  /** The portal was read: `done` holds what was sent and is now there. Snapshot, drafts and history follow. */
  settle(seat: Seat, owner: Owner, shown: Shown, done: Edits, saveId: string): Promise<void>;
  /** After a recovery: the drafts whose value was the one sent, by its fingerprint. */
  drafted(owner: Owner, name: FieldName): Promise<Edits[FieldName]>;
  signedOut(seat: Seat, token: string): Promise<void>;
  now(): number;
  today(): string;
}

/** How long a read made ahead of a save may stand for its preflight, in milliseconds. */
const warmFor = 2_000;

interface Warm {
  token: string;
  at: number;
  shown: Promise<Result<Shown, Problem>>;
}

/**
 * The save protocol (docs/decisions.md): lock, journal, preflight read with three-way compare, one PATCH with exactly the
 * changed fields, read-back, and only then the drafts of the fields that are really there go.
 */
export function createSaver(world: World) {
  const inLine = createQueue();
  const running = new Map<string, Promise<Outcome>>();
  const waiting = new Map<string, { request: SaveRequest; outcome: Promise<Outcome> }>();
  const warmed = new Map<Seat, Warm>();

  /** Two clicks are one save: the same `saveId` gives the same outcome. */
  function save(request: SaveRequest): Promise<Outcome> {
    const again = running.get(request.saveId);
    if (again) return again;
    const flipped = onlySwitch(request);
    const slot = flipped && `${ownerKey(request.owner)}/${flipped}`;
    const ahead = slot ? waiting.get(slot) : undefined;
    // Clicks on one switch that has not been sent yet collapse into the last (F72).
    if (ahead) {
      ahead.request = request;
      return ahead.outcome;
    }
    const entry = { request, outcome: Promise.resolve(emptyOutcome(request.saveId, 0)) };
    entry.outcome = inLine(ownerKey(request.owner), () => {
      if (slot) waiting.delete(slot);
      return attempt(entry.request);
    });
    if (slot) waiting.set(slot, entry);
    running.set(request.saveId, entry.outcome);
    void entry.outcome.finally(() => setTimeout(() => running.delete(request.saveId), 60_000));
    return entry.outcome;
  }

  /** Reads the portal ahead of a save that is likely to come. */
  function warm(seat: Seat, owner: Owner): void {
    void world.session(seat).then(session => {
      const ahead = warmed.get(seat);
      if (!session || session.user !== owner.user) return;
      if (ahead && ahead.token === session.token && world.now() - ahead.at < warmFor) return;
      const api = world.api(owner.space, session.token);
      warmed.set(seat, { token: session.token, at: world.now(), shown: readShown(api, warmNames) });
    });
  }

  async function attempt({ seat, owner, saveId, edits: asked }: SaveRequest): Promise<Outcome> {
    const names = entriesOf(asked).map(([name]) => name);
    const outcome = emptyOutcome(saveId, world.now());
    const show = (phase: Progress['phase']) => world.publish(owner, { saveId, names, phase });
    const end = async (more: Partial<Outcome>) => {
      const ended = { ...outcome, ...more, at: world.now() };
      await world.publish(owner, { saveId, names, phase: 'done', outcome: ended });
      return ended;
    };

    const [session, snapshot, allowed] = await Promise.all([
      world.session(seat),
      world.snapshot(seat),
      world.allowed(owner.space),
      show('checking'),
    ]);
    if (!allowed) return end({ problem: problem('permission') });
    if (spaceOfSeat(seat) !== owner.space) return end({ problem: problem('otherProfile') });
    if (!session) return end({ problem: problem(snapshot ? 'signedOut' : 'notConnected') });
    if (session.user !== owner.user || (snapshot && !sameOwner(snapshot.owner, owner))) {
      return end({ problem: problem('otherProfile', { name: snapshot?.member.name }) });
    }
    const checked = validate(absolute(asked), {
      countries: await world.countries(owner.space),
      today: world.today(),
    });
    if (!checked.ok) return end({ faults: checked.error, problem: problem('check') });
    const edits = checked.value;
    if (Object.keys(edits).length === 0) return end({});

    // The token is taken once: a newer one, or another member's, has no part in this save.
    const api = world.api(owner.space, session.token);
    const entry = await journalEntry({ saveId, seat, owner, at: world.now() }, edits);
    await note(entry);
    const close = async (more: Partial<Outcome>) => {
      await world.journal.delete(saveId).catch(() => {});
      return end(more);
    };

    const before = await preflight(seat, session.token, api, Object.keys(edits).filter(isFieldName));
    if (!before.ok) {
      if (before.error.code === 'signedOut') await world.signedOut(seat, session.token);
      return close({ problem: before.error });
    }
    if (!belongs(before.value, owner))
      return close({ problem: problem('otherProfile', { name: before.value.profileName }) });

    const { send, already, conflicts, closed } = merge(edits, before.value.reading.values);
    if (closed.length > 0) {
      const faults = Object.fromEntries(closed.map(name => [name, 'unreadable' as const]));
      return close({ faults, problem: problem('check') });
    }
    if (Object.keys(conflicts).length > 0) return close({ conflicts, problem: problem('conflict') });
    if (Object.keys(send).length === 0) {
      await world.settle(seat, owner, before.value, pick(edits, already), saveId);
      return close({ saved: already });
    }

    await note({ ...entry, phase: 'sent' });
    const body = Object.fromEntries(
      entriesOf(send).map(([name, { value }]) => [name, wire(name, value, before.value.reading.held[name])]),
    );
    void show('sending');
    const answer = classify(await api.patch(body), world.now());
    if (answer.kind === 'accepted' && answer.confirmed) void show('confirmed');
    if (answer.kind === 'refused' && !worthReading(answer, send)) {
      if (answer.problem.code === 'signedOut') await world.signedOut(seat, session.token);
      return close({ saved: already, problem: answer.problem, ...placed(answer) });
    }

    const after = await readShown(
      api,
      entriesOf(send).map(([name]) => name),
    );
    if (!after.ok) {
      if (after.error.code === 'signedOut') await world.signedOut(seat, session.token);
      // The journal stays: the next start, refresh or token looks again.
      return end({ problem: unread(answer), ...placed(answer) });
    }
    if (!belongs(after.value, owner)) {
      return close({ problem: problem('switched', { name: after.value.profileName }), notKept: names });
    }
    const found = compare(send, after.value);
    const done = pick(edits, [...already, ...found.saved]);
    await world.settle(seat, owner, after.value, done, saveId);
    return close({
      ...found,
      saved: [...already, ...found.saved],
      undo: undoOf(done, after.value),
      ...placed(answer),
      ...verdict(answer, found),
    });
  }

  async function preflight(seat: Seat, token: string, api: PortalApi, names: readonly FieldName[]) {
    const ahead = warmed.get(seat);
    warmed.delete(seat);
    if (ahead && ahead.token === token && world.now() - ahead.at < warmFor) {
      const shown = await ahead.shown;
      if (shown.ok && names.every(name => name in shown.value.reading.values)) return shown;
    }
    return readShown(api, names);
  }

  /** A failing disk must not stop a save: it only costs the recovery (F57). */
  const note = (entry: JournalEntry) => world.journal.put(entry.saveId, entry).catch(() => {});

  /**
   * Looks after what an earlier life left behind: what was only prepared was never sent; what was sent is read back.
   * Nothing is sent from here.
   */
  const recover = (seat: Seat, owner: Owner): Promise<void> =>
    inLine(ownerKey(owner), async () => {
      const left = (await world.journal.entries().catch(() => [])).filter(([, entry]) =>
        sameOwner(entry.owner, owner),
      );
      for (const [, entry] of left) await recoverOne(seat, entry);
    });

  async function recoverOne(
    seat: Seat,
    { saveId, owner, names, base, target, phase }: JournalEntry,
  ): Promise<void> {
    const outcome = emptyOutcome(saveId, world.now());
    const close = async (more: Partial<Outcome>) => {
      await world.journal.delete(saveId).catch(() => {});
      await world.publish(owner, { saveId, names, phase: 'done', outcome: { ...outcome, ...more } });
    };
    if (phase === 'prepared') return close({ problem: problem('interrupted') });
    const session = await world.session(seat);
    if (!session || session.user !== owner.user) return;
    const shown = await readShown(world.api(owner.space, session.token), names);
    if (!shown.ok) return;
    if (!belongs(shown.value, owner)) return;
    const found: Found = { saved: [], changed: {}, notKept: [] };
    const done: Record<string, Edits[FieldName]> = {};
    for (const name of names) {
      const value = shown.value.reading.values[name];
      const print = value === undefined ? '' : await fingerprint(saveId, name, value);
      if (print === base[name] || value === undefined) {
        found.notKept.push(name);
        continue;
      }
      const draft = await world.drafted(owner, name);
      const sent =
        draft && (await fingerprint(saveId, name, draft.value)) === target[name] ? draft : undefined;
      found.saved.push(name);
      if (sent) done[name] = sent;
      if (print !== target[name]) found.changed[name] = { wanted: sent?.value ?? value, got: value };
    }
    await world.settle(seat, owner, shown.value, done, saveId);
    await close({
      ...found,
      undo: undoOf(done, shown.value),
      ...verdict({ kind: 'unknown', problem: problem('notSaved') }, found),
    });
  }

  return { save, warm, recover, inLine };
}

type Found = Pick<Outcome, 'saved' | 'changed' | 'notKept'>;

/** A read ahead covers the profile, and so all forms; a switch is read when it is switched. */
const warmNames: readonly FieldName[] = ['FullName'];

const pick = (edits: Edits, names: readonly FieldName[]): Edits =>
  Object.fromEntries(names.filter(name => edits[name]).map(name => [name, edits[name]]));

const wire = (name: FieldName, value: unknown, held: unknown) =>
  (fieldOf(name).write as (value: unknown, held: unknown) => unknown)(value, held);

const belongs = (shown: Shown, owner: Owner): boolean =>
  shown.profile === owner.profile && (shown.user === undefined || shown.user === owner.user);

/** The one switch that a request is about, when it is about one. */
function onlySwitch({ edits }: SaveRequest): FieldName | undefined {
  const [first, ...more] = entriesOf(edits);
  return first && more.length === 0 && fieldOf(first[0]).apply === 'at once' ? first[0] : undefined;
}

/** A switch is wanted on or off, whatever it was taken to be before; it can never be a conflict. */
const absolute = (edits: Edits): Edits =>
  Object.fromEntries(
    entriesOf(edits).map(([name, edit]) => [
      name,
      fieldOf(name).apply === 'at once' ? { base: !edit.value, value: edit.value } : edit,
    ]),
  );

/** Whether a refusal of several fields may still have kept some: only the portal's own "no" to the values leaves that open. */
const worthReading = (answer: Classified, send: Edits): boolean =>
  answer.kind === 'refused' && answer.problem.code === 'refused' && Object.keys(send).length > 1;

/** The portal's words at the fields it named; the rest of them in a list. */
function placed(answer: Classified): Partial<Outcome> {
  if (answer.kind !== 'refused') return {};
  const known = answer.refusals.filter(({ field }) => isFieldName(field));
  return {
    refusals: Object.fromEntries(known.map(({ field, message }) => [field, message])),
    otherRefusals: answer.refusals.filter(({ field }) => !isFieldName(field)),
  };
}

const unread = (answer: Classified): Problem => {
  if (answer.kind === 'accepted') return problem('unconfirmed');
  return answer.kind === 'refused' ? answer.problem : problem('unknown');
};

/** Field by field: kept as wanted, kept as something else, or still what it was. */
function compare(send: Edits, { reading }: Shown): Found {
  const found: Found = { saved: [], changed: {}, notKept: [] };
  for (const [name, { base, value }] of entriesOf(send)) {
    const field = fieldOf(name);
    const got = reading.values[name];
    if (got === undefined || (same(field, got, base) && !same(field, got, value))) found.notKept.push(name);
    else {
      found.saved.push(name);
      if (!same(field, got, value)) found.changed[name] = { wanted: value, got };
    }
  }
  return found;
}

/** What a save came to, once the portal was read back. */
function verdict(answer: Classified, found: Found): Partial<Outcome> {
  const changed = Object.keys(found.changed).length > 0;
  if (found.notKept.length === 0) return { problem: changed ? problem('changed') : undefined };
  if (answer.kind === 'accepted') return { problem: problem('notKept') };
  return { problem: answer.problem };
}

/** The edits that take a save back: from what the portal now shows to what it held before. */
const undoOf = (done: Edits, { reading }: Shown): Edits | undefined => {
  const back = entriesOf(done).flatMap(([name, { base }]) => {
    const now = reading.values[name];
    return now === undefined || same(fieldOf(name), now, base)
      ? []
      : [[name, { base: now, value: base }] as const];
  });
  return back.length > 0 ? Object.fromEntries(back) : undefined;
};
