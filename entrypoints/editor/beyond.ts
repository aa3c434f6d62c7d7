import { browser } from 'wxt/browser';
import type { Beyond } from '../../components/editor/beyond';
import { problem } from '../../utils/problem';
import type { Owner } from '../../utils/profile/owner';
import { fail, ok } from '../../utils/result';
import { emptyOutcome, type Outcome } from '../../utils/save-data';
import { type Snapshot, spaceOfSeat } from '../../utils/snapshot';
import { knownSpacesItem, progressOf, seatsItem, snapshotOf } from '../../utils/stores';
import { send } from './send';

/** What an editor asks beyond its own owner, as messages and stored items. */
export const createBeyond = ({ seat, owner }: Snapshot): Beyond => ({
  history: () => send('history', { owner }),
  openOptions: () => void browser.runtime.openOptionsPage(),
  switchProfile: profile => send('switchProfile', { seat, owner, profile }),
  async places() {
    const [seats, known] = await Promise.all([seatsItem.get(), knownSpacesItem.get()]);
    const recent = seats?.recent ?? [];
    const signedIn = new Set(recent.map(spaceOfSeat));
    const others = (known ?? []).map(({ space }) => space).filter(space => !signedIn.has(space));
    const read = recent.map(async seat => ({ seat, snapshot: await snapshotOf(seat).get() }));
    return [...(await Promise.all(read)), ...others.map(seat => ({ seat }))];
  },
  async read(seat) {
    const done = await send('refresh', { seat });
    if (!done.ok) return done;
    const snapshot = await snapshotOf(seat).get();
    return snapshot ? ok(snapshot) : fail(problem('notConnected'));
  },
  connect: space => send('connect', { space }),
  async save(at, edits) {
    const saveId = crypto.randomUUID();
    const outcome = await send('save', { seat: at.seat, owner: at.owner, saveId, edits }).catch(
      () => undefined,
    );
    if (!outcome) return { ...emptyOutcome(saveId, Date.now()), problem: problem('unknown') };
    await tell(at.owner, outcome).catch(() => {});
    return outcome;
  },
});

/** It is told where it was asked for, so the badge and the next editor of that space need not tell it again. */
async function tell(owner: Owner, { saveId }: Outcome): Promise<void> {
  const progress = await progressOf(owner).get();
  if (progress?.saveId === saveId) await progressOf(owner).set({ ...progress, seen: true });
}
