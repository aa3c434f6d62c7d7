import { classify } from '../../utils/portal/classify';
import { type Problem, problem } from '../../utils/problem';
import { bodyOf } from '../../utils/profile/body';
import { type Edits, entriesOf, same } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import { merge } from '../../utils/profile/merge';
import { type Owner, ownerKey, sameOwner } from '../../utils/profile/owner';
import type { Values } from '../../utils/profile/record';
import { tidy, validate } from '../../utils/profile/validate';
import { emptyOutcome, type Outcome, type Progress } from '../../utils/save-data';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import { type Budget, startBudget, within } from './budget';
import { journalEntry } from './journal';
import { compare, lockUnkept, pick, placed, undoOf, unread, verdict, worthReading } from './outcome';
import { createPreflight, preflight } from './preflight';
import { createQueue, enqueueWithin } from './queue';
import { belongs, readShown } from './read-portal';
import { createRecovery } from './recover';
import { steady, type World } from './world';

export type { World } from './world';

export interface SaveRequest {
  seat: Seat;
  owner: Owner;
  saveId: string;
  edits: Edits;
}

/** How far a save has come. */
interface Step {
  space: string;
  sent: boolean;
  /** Its space was forgotten meanwhile. */
  forgotten: boolean;
}

/**
 * The save protocol (docs/decisions.md): lock, journal, preflight read with three-way compare, one PATCH with exactly the
 * changed fields, read-back, and only then the drafts of the fields that are really there go.
 */
export function createSaver(given: World) {
  const world = steady(given);
  const recoverAll = createRecovery(world);
  const { startPreflight, invalidate, invalidateSpace, consume } = createPreflight(world);
  /** One line for each session: a switch of profile in between a look and its write would turn the write to another profile. */
  const inLine = createQueue();
  const running = new Map<string, Promise<Outcome>>();
  const ended: string[] = [];
  const waiting = new Map<string, { request: SaveRequest; outcome: Promise<Outcome> }>();
  const underWay = new Set<Step>();

  /** Two clicks are one save: the same `saveId` gives the same outcome. */
  function save(request: SaveRequest): Promise<Outcome> {
    const again = running.get(request.saveId);
    if (again) return again;
    const slotOf = (name: FieldName) => `${ownerKey(request.owner)}/${name}`;
    const flipped = onlySwitch(request);
    const slot = flipped && slotOf(flipped);
    const ahead = slot ? waiting.get(slot) : undefined;
    // Clicks on one switch that has not been sent yet collapse into the last (F72).
    if (ahead) {
      ahead.request = request;
      return keep(request.saveId, ahead.outcome);
    }
    const budget = startBudget(world.monotonicNow);
    const entry = { request, outcome: Promise.resolve(emptyOutcome(request.saveId, 0)) };
    const leaveLine = () => {
      if (slot && waiting.get(slot) === entry) waiting.delete(slot);
    };
    entry.outcome = enqueueWithin(
      budget.forTurn(),
      inLine,
      request.seat,
      () => {
        leaveLine();
        return attempt(entry.request, budget);
      },
      () => {
        leaveLine();
        // What is shown belongs to the save that is still before it.
        return { ...emptyOutcome(entry.request.saveId, world.now()), problem: problem('unreachable') };
      },
    );
    // A later click must not go before a save of the same switch that stands in line behind the first.
    for (const name of namesOf(request.edits)) waiting.delete(slotOf(name));
    if (slot) waiting.set(slot, entry);
    return keep(request.saveId, entry.outcome);
  }

  function keep(saveId: string, outcome: Promise<Outcome>): Promise<Outcome> {
    running.set(saveId, outcome);
    void outcome.finally(() => {
      setTimeout(() => running.delete(saveId), 60_000);
      // And the last few only: a second click comes soon, a hundred saves in a minute are a script's.
      ended.push(saveId);
      if (ended.length > 8) running.delete(ended.shift() ?? '');
    });
    return outcome;
  }

  /** Resolves whatever happens: should the browser fail us, the outcome says how far it came and nothing is lost. */
  async function attempt(request: SaveRequest, budget: Budget): Promise<Outcome> {
    const { owner, saveId, edits } = request;
    const step: Step = { space: owner.space, sent: false, forgotten: false };
    underWay.add(step);
    try {
      return await protocol(request, step, budget);
    } catch {
      // What was only prepared was not sent; what was sent stays in the journal and is looked at again.
      if (!step.sent) await world.strike(saveId);
      const trouble = problem(step.sent ? 'unknown' : 'interrupted');
      const outcome = { ...emptyOutcome(saveId, world.now()), problem: trouble };
      await world.publish(owner, { saveId, names: namesOf(edits), phase: 'done', outcome });
      return outcome;
    } finally {
      underWay.delete(step);
      if (step.forgotten) await world.forget(owner, saveId);
    }
  }

  /** A space is about to be forgotten: its saves that are on their way will leave nothing behind (T41). */
  function forget(space: string): void {
    for (const step of underWay) if (step.space === space) step.forgotten = true;
  }

  async function protocol(
    { seat, owner, saveId, edits: asked }: SaveRequest,
    step: Step,
    budget: Budget,
  ): Promise<Outcome> {
    const names = namesOf(asked);
    const outcome = emptyOutcome(saveId, world.now());
    const show = (phase: Progress['phase']) => world.publish(owner, { saveId, names, phase });
    const end = async (more: Partial<Outcome>) => {
      const ended = { ...outcome, ...more, at: world.now() };
      await world.publish(owner, { saveId, names, phase: 'done', outcome: ended });
      return ended;
    };

    const [session, snapshot, allowed, countries, left] = await Promise.all([
      world.session(seat),
      world.snapshot(seat),
      world.allowed(owner.space),
      // The list is long, and only a country is looked up in it.
      names.some(name => fieldOf(name).kind === 'country') ? world.countries(owner.space) : new Set<number>(),
      world.left(),
    ]);
    if (!allowed) return end({ problem: problem('permission') });
    if (!world.online()) return end({ problem: problem('offline') });
    if (spaceOfSeat(seat) !== owner.space) return end({ problem: problem('otherProfile') });
    if (!session) return end({ problem: problem(snapshot ? 'signedOut' : 'notConnected') });
    if (session.user !== owner.user || (snapshot && !sameOwner(snapshot.owner, owner))) {
      return end({ problem: problem('otherProfile', { name: snapshot?.member.name }) });
    }
    // An earlier save that was never read back is looked at first: nothing is sent twice (F41).
    const ground = await within(budget.forPreflight(), signal => recoverAll(seat, owner, left, signal));
    const checked = validate(grounded(absolute(asked), ground), {
      countries,
      today: world.today(),
    });
    if (!checked.ok) return end({ faults: checked.error, problem: problem('check') });
    const edits = checked.value;
    if (Object.keys(edits).length === 0) return end({});

    // The token is taken once: a newer one, or another member's, has no part in this save.
    const api = world.api(owner.space, session.token);
    const entry = await journalEntry({ saveId, seat, owner, at: world.now() }, edits);
    // In this order: a phase that shows has an entry in the journal, so that the next start can end it.
    const prepare = () => world.note(entry).then(() => void show('checking'));
    /** The outcome is kept before the journal lets go of it. */
    const close = async (more: Partial<Outcome>) => {
      const ended = await end(more);
      await world.strike(saveId);
      return ended;
    };
    const refuse = async (trouble: Problem, more: Partial<Outcome> = {}) => {
      if (trouble.code === 'signedOut') await world.signedOut(seat, session.token);
      return close({ ...more, problem: trouble });
    };

    const young = consume(seat, owner, session.token);
    const before = await within(budget.forPreflight(), signal =>
      preflight(young, owner, names => readShown(api, names, signal), namesOf(edits), prepare),
    );
    if (!before.ok) return refuse(before.error);
    if (!belongs(before.value, owner))
      return close({ problem: problem('otherProfile', { name: before.value.profileName }) });

    const { send, already, conflicts, closed } = merge(edits, before.value.reading.values);
    if (closed.length > 0) {
      const faults = Object.fromEntries(closed.map(name => [name, 'unreadable' as const]));
      return close({ faults, problem: problem('check') });
    }
    if (Object.keys(conflicts).length > 0) return close({ conflicts, problem: problem('conflict') });
    const there = pick(edits, already);
    if (Object.keys(send).length === 0) {
      await world.settle(seat, owner, before.value, there, saveId);
      return close({ saved: already });
    }

    await world.note({ ...entry, phase: 'sent' });
    if (!budget.hasWrite()) return close({ problem: problem('unreachable') });
    step.sent = true;
    void show('sending');
    const reply = await api.patch(bodyOf(send, before.value.reading.held));
    // A read that began while this was on its way may be from before it.
    invalidate(seat);
    const answer = classify(reply, world.now());
    if (answer.kind === 'accepted' && answer.confirmed) void show('confirmed');
    if (answer.kind === 'refused' && !worthReading(answer, send)) {
      if (already.length > 0) await world.settle(seat, owner, before.value, there, saveId);
      return refuse(answer.problem, { saved: already, ...placed(answer) });
    }

    void show('reading back');
    const after = await within(budget.left(), signal => readShown(api, namesOf(send), signal));
    if (!after.ok) {
      if (after.error.code === 'signedOut') await world.signedOut(seat, session.token);
      // The member is told what is known by now. Behind it a look with more time may still show how it ended.
      else if (budget.left() === 0) void recover(seat, owner);
      // The journal stays: the next start, refresh, save or token looks again.
      return end({ ...placed(answer), problem: unread(answer) });
    }
    if (!belongs(after.value, owner)) {
      return close({ problem: problem('switched', { name: after.value.profileName }), notKept: names });
    }
    const shown = lockUnkept(send, after.value, answer);
    const found = compare(send, shown, answer);
    const saved = [...already, ...found.saved];
    const done = pick(edits, saved);
    await world.settle(seat, owner, shown, done, saveId);
    return close({
      ...found,
      saved,
      undo: undoOf(done, shown),
      ...placed(answer),
      ...verdict(answer, found),
    });
  }

  /** Looks after what an earlier life of the background left behind. Nothing is sent from here. */
  const recover = (seat: Seat, owner: Owner): Promise<void> =>
    inLine(seat, async () => {
      await recoverAll(seat, owner, await world.left()).catch(() => {});
    });

  /**
   * What came of a save whose reply its editor never heard. What was sent is in the journal, or has shown as such where the journal
   * failed; of what is in neither, nothing was sent: a background that ended so early had not even written it down.
   */
  async function resultOf({ seat, owner, saveId }: Omit<SaveRequest, 'edits'>): Promise<Outcome> {
    const still = running.get(saveId);
    if (still) return still;
    return inLine(seat, async () => {
      await recoverAll(seat, owner, await world.left()).catch(() => {});
      const [last, left] = await Promise.all([world.published(owner), world.left()]);
      const shown = last?.saveId === saveId ? last : undefined;
      if (shown?.outcome) return shown.outcome;
      const mayBeSent = left.some(([id]) => id === saveId) || (shown && shown.phase !== 'checking');
      const outcome = {
        ...emptyOutcome(saveId, world.now()),
        problem: problem(mayBeSent ? 'unknown' : 'interrupted'),
      };
      if (!mayBeSent) await world.publish(owner, { saveId, names: [], phase: 'done', outcome });
      return outcome;
    });
  }

  return { save, resultOf, startPreflight, invalidate, invalidateSpace, recover, forget, inLine };
}

const namesOf = (edits: Edits): FieldName[] => entriesOf(edits).map(([name]) => name);

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

/** Edits over what an earlier save of ours turned out to have saved meanwhile. */
const grounded = (edits: Edits, ground: Values): Edits =>
  Object.fromEntries(
    entriesOf(edits).map(([name, edit]) => {
      const now = ground[name];
      const moved = now !== undefined && !same(fieldOf(name), now, tidy(name, edit.value));
      return [name, moved ? { ...edit, base: now } : edit];
    }),
  );
