import type { Reply, Request } from '../../utils/messages';
import { classify } from '../../utils/portal/classify';
import { problem } from '../../utils/problem';
import { spaceOfSeat } from '../../utils/snapshot';
import { type Budget, startBudget, within } from './budget';
import { mayReach } from './permission';
import { createPortalApi } from './portal-api';
import { enqueueWithin, type Queue } from './queue';
import { readIdentity, readShown } from './read-portal';
import { getSession } from './sessions';
import { signOut } from './snapshots';
import type { World } from './world';

type Changed = Reply<'changePassword'>;
const not = (code: Parameters<typeof problem>[0], more = {}): Changed => ({
  changed: false,
  refusals: [],
  problem: problem(code, more),
});

/** What a change of password needs of the world; tests give their own. */
export type PasswordWorld = Pick<World, 'session' | 'api' | 'allowed' | 'signedOut' | 'monotonicNow'>;

const ourWorld: PasswordWorld = {
  session: getSession,
  api: createPortalApi,
  allowed: mayReach,
  signedOut: signOut,
  monotonicNow: () => performance.now(),
};

/**
 * Changes the password: alone in its own request, sent once and never again, written down nowhere (D6). It stands in one line with
 * the saves and switches of its session; the member is told within the time of a save.
 */
export function changePassword(
  request: Request<'changePassword'>,
  inLine: Queue,
  world: PasswordWorld = ourWorld,
): Promise<Changed> {
  const budget = startBudget(world.monotonicNow);
  const change = () => changeNow(request, world, budget);
  return enqueueWithin(budget.forTurn(), inLine, request.seat, change, () => not('unreachable'));
}

/** The member is asked for again just before, so that a new password can never land in another account (T07). */
async function changeNow(
  { seat, owner, OldPassword, NewPassword, RepeatNewPassword }: Request<'changePassword'>,
  world: PasswordWorld,
  budget: Budget,
): Promise<Changed> {
  if (spaceOfSeat(seat) !== owner.space) return not('otherProfile');
  if (!(await world.allowed(owner.space))) return not('permission');
  const session = await world.session(seat);
  if (!session) return not('signedOut');
  const api = world.api(owner.space, session.token);
  const signedOut = () => world.signedOut(seat, session.token).catch(() => {});
  const identity = await within(budget.forPreflight(), signal => readIdentity(api, signal));
  if (!identity.ok) {
    if (identity.error.code === 'signedOut') await signedOut();
    return { changed: false, refusals: [], problem: identity.error };
  }
  if (identity.value.User.Id !== owner.user || session.user !== owner.user) {
    return not('otherProfile', { name: identity.value.User.FullName });
  }
  if (!budget.hasWrite()) return not('unreachable');
  const answer = classify(await api.patch({ OldPassword, NewPassword, RepeatNewPassword }), Date.now());
  if (answer.kind === 'unknown') return not('passwordUnknown');
  if (answer.kind === 'refused') {
    if (answer.problem.code === 'signedOut') await signedOut();
    return { changed: false, refusals: answer.refusals, problem: answer.problem };
  }
  if (!answer.confirmed) return { ...not('passwordUnconfirmed'), changed: true };
  // Whether a change ends the tokens is the portal's choice: ask, so that the next save does not come as a surprise.
  const still = await within(budget.left(), signal => readShown(api, ['FullName'], signal));
  if (still.ok || still.error.code !== 'signedOut') return { changed: true, refusals: [] };
  await signedOut();
  return { ...not('passwordSignIn'), changed: true };
}
