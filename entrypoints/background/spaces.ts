import { browser } from 'wxt/browser';
import type { Request } from '../../utils/messages';
import { type Problem, problem } from '../../utils/problem';
import { type Owner, ownerKey } from '../../utils/profile/owner';
import { fail, ok, type Result } from '../../utils/result';
import { spaceOfSeat } from '../../utils/snapshot';
import {
  countriesOf,
  knownSpacesItem,
  progressOf,
  progressPrefix,
  snapshotOf,
  viewPrefix,
} from '../../utils/stores';
import { table } from './database';
import { forgetDrafts } from './drafts';
import { forgetHistory } from './history';
import { createPortalApi } from './portal-api';
import { switchProfile } from './read-portal';
import { forgetSeats, getSession } from './sessions';
import { refreshSeat } from './snapshots';

type InLine = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Switches the current profile, in one line with all that the session writes. The portal switches too. */
export const switchTo = (
  { seat, owner, profile }: Request<'switchProfile'>,
  inLine: InLine,
): Promise<Result<null, Problem>> =>
  inLine(seat, async () => {
    const [session, before] = await Promise.all([getSession(seat), snapshotOf(seat).get()]);
    if (!session) return fail(problem('signedOut'));
    if (session.user !== owner.user || spaceOfSeat(seat) !== owner.space)
      return fail(problem('otherProfile'));
    if (!before?.profiles.some(({ id }) => id === profile)) return fail(problem('otherProfile'));
    const switched = await switchProfile(createPortalApi(owner.space, session.token), profile);
    // Whatever the answer said, the portal is asked which profile is current now.
    const after = await refreshSeat(seat);
    if (after.ok && after.value.owner.profile === profile) return ok(null);
    if (!switched.ok) return switched;
    return after.ok ? fail(problem('refused')) : after;
  });

/** Removes everything that is kept of a space, in memory and on disk (T41). */
export async function forgetSpace(space: string): Promise<void> {
  await forgetSeats(space);
  await forgetDrafts(space).catch(() => {});
  await forgetHistory(`${space}/`).catch(() => {});
  const journal = table('journal');
  for (const [key, { owner }] of await journal.entries().catch(() => []))
    if (owner.space === space) await journal.delete(key).catch(() => {});
  const keys = Object.keys(await browser.storage.session.get(null));
  const starts = [progressPrefix, viewPrefix].map(prefix => `${prefix}${space}/`);
  await browser.storage.session.remove([
    countriesOf(space).key,
    ...keys.filter(key => starts.some(start => key.startsWith(start))),
  ]);
  const known = (await knownSpacesItem.get()) ?? [];
  await knownSpacesItem.set(known.filter(other => other.space !== space));
}

/**
 * After a save that was on its way when its space was forgotten. Unless somebody has signed in there again, everything goes
 * once more, whatever the save wrote back in that moment.
 */
export async function forgetSave(owner: Owner, saveId: string): Promise<void> {
  const known = (await knownSpacesItem.get()) ?? [];
  if (!known.some(({ space }) => space === owner.space)) return forgetSpace(owner.space);
  await progressOf(owner).remove();
  await table('journal').delete(saveId);
  await forgetHistory(`${ownerKey(owner)}/${saveId}`);
}
