import { problem } from '../../utils/problem';
import type { Edit, Edits } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import { type Owner, sameOwner } from '../../utils/profile/owner';
import type { Values } from '../../utils/profile/record';
import { tidy } from '../../utils/profile/validate';
import { emptyOutcome, type Outcome } from '../../utils/save-data';
import type { Seat } from '../../utils/snapshot';
import type { JournalEntry } from './database';
import { fingerprint } from './journal';
import { alike, type Found, undoOf, verdict } from './outcome';
import { belongs, readShown, type Shown } from './read-portal';
import type { SteadyWorld } from './world';

/**
 * Looks after what an earlier life left in the journal of an owner, of all that is `left` there: what was only prepared was
 * never sent; what was sent is read back. Nothing is sent from here. Gives the values that turned out to have been saved.
 */
export function createRecovery(world: SteadyWorld) {
  return async (
    seat: Seat,
    owner: Owner,
    left: readonly [string, JournalEntry][],
    signal?: AbortSignal,
  ): Promise<Values> => {
    let ground: Values = {};
    for (const [, entry] of left) {
      if (sameOwner(entry.owner, owner)) ground = { ...ground, ...(await recoverOne(seat, entry, signal)) };
    }
    return ground;
  };

  async function recoverOne(seat: Seat, entry: JournalEntry, signal?: AbortSignal): Promise<Values> {
    const { saveId, owner, names, phase } = entry;
    const close = async (more: Partial<Outcome>) => {
      const outcome = { ...emptyOutcome(saveId, world.now()), ...more };
      await world.publish(owner, { saveId, names, phase: 'done', outcome });
      await world.strike(saveId);
    };
    if (phase === 'prepared') {
      await close({ problem: problem('interrupted') });
      return {};
    }
    const session = await world.session(seat);
    if (!session || session.user !== owner.user) return {};
    const shown = await readShown(world.api(owner.space, session.token), names, signal);
    if (!shown.ok || !belongs(shown.value, owner)) return {};
    const { found, done, ground } = await lookFor(entry, shown.value);
    await world.settle(seat, owner, shown.value, done, saveId);
    await close({
      ...found,
      undo: undoOf(done, shown.value),
      ...verdict({ kind: 'unknown', problem: problem('notSaved') }, found),
    });
    return ground;
  }

  /** Compares what the portal shows with the journal's fingerprints, and with the drafts where those still say what was sent. */
  async function lookFor({ saveId, owner, names, base, target }: JournalEntry, { reading }: Shown) {
    const found: Found = { saved: [], changed: {}, notKept: [] };
    const done: Partial<Record<FieldName, Edit>> = {};
    const ground: Partial<Record<FieldName, Value>> = {};
    for (const name of names) {
      const got = reading.values[name];
      const draft = await world.drafted(owner, name);
      const print = got === undefined ? undefined : await fingerprint(saveId, name, got);
      if (got !== undefined && print === target[name]) {
        found.saved.push(name);
        ground[name] = got;
        // What was typed further since stands on what was saved.
        if (draft) done[name] = { base: draft.base, value: got };
        continue;
      }
      const wanted = draft && tidy(name, draft.value);
      const sent = wanted !== undefined && (await fingerprint(saveId, name, wanted)) === target[name];
      if (draft && sent && got !== undefined && print !== base[name] && alike(fieldOf(name), wanted, got)) {
        found.saved.push(name);
        found.changed[name] = { wanted, got };
        done[name] = { base: draft.base, value: wanted };
        continue;
      }
      // Still what it was, or somebody else's by now: the draft stays, and meets a conflict if it has to.
      found.notKept.push(name);
    }
    return { found, done: done as Edits, ground };
  }
}
