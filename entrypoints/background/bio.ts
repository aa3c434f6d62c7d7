import * as v from 'valibot';
import type { Request } from '../../utils/messages';
import { readProblem } from '../../utils/portal/classify';
import { quoted } from '../../utils/portal/envelope';
import type { ProblemCode } from '../../utils/problem';
import type { BioFault, Proposal } from '../../utils/proposal';
import { spaceOfSeat } from '../../utils/snapshot';
import { mayReach } from './permission';
import { createPortalApi, isLost, type Reply } from './portal-api';
import { getSession } from './sessions';
import { signOut } from './snapshots';
import type { World } from './world';

/** What asking needs of the world; tests give their own. */
export type AskWorld = Pick<World, 'session' | 'api' | 'allowed' | 'signedOut' | 'online' | 'now'>;

export const askWorld: AskWorld = {
  session: getSession,
  api: createPortalApi,
  allowed: mayReach,
  online: () => navigator.onLine,
  signedOut: signOut,
  now: Date.now,
};

const no = (fault: BioFault, message?: string): Proposal => ({
  ok: false,
  fault,
  ...(message ? { message } : {}),
});

/** A coworker as the AI writer gives it back: the profile it is for, and the proposed text. */
const Proposed = v.object({
  Id: v.number(),
  ProfileSummary: v.fallback(v.nullish(v.pipe(v.string(), v.maxLength(20_000)), ''), ''),
});

const faults: Partial<Record<ProblemCode, BioFault>> = {
  signedOut: 'signedOut',
  throttled: 'throttled',
  offline: 'offline',
  unreachable: 'unreachable',
  forbidden: 'unavailable',
};

const messageOf = (reply: Reply): string =>
  'body' in reply && typeof reply.body === 'object' && reply.body !== null && 'Message' in reply.body
    ? quoted(reply.body.Message)
    : '';

/** What the portal's answer comes to. The profile is looked at, so that one member's text never lands in another's. */
function read(reply: Reply, profile: number, world: AskWorld): Proposal {
  if (isLost(reply) && reply.lost === 'deadline') return no('slow');
  if ('status' in reply && reply.status === 400) return no('unavailable', messageOf(reply));
  const trouble = readProblem(reply, world.online(), world.now());
  if (trouble) return no(faults[trouble.code] ?? 'unreadable');
  const proposed = v.safeParse(Proposed, 'body' in reply ? reply.body : undefined);
  if (!proposed.success) return no('unreadable');
  if (proposed.output.Id !== profile) return no('otherProfile');
  const bio = proposed.output.ProfileSummary?.trim();
  return bio ? { ok: true, bio } : no('empty');
}

/** Asks the portal for a proposed bio: one request, never repeated. It saves nothing. */
export async function suggestBio(
  { seat, owner }: Request<'suggestBio'>,
  world: AskWorld = askWorld,
): Promise<Proposal> {
  if (spaceOfSeat(seat) !== owner.space) return no('otherProfile');
  if (!world.online()) return no('offline');
  if (!(await world.allowed(owner.space))) return no('permission');
  const session = await world.session(seat);
  if (!session) return no('signedOut');
  if (session.user !== owner.user) return no('otherProfile');
  const proposal = read(await world.api(owner.space, session.token).proposeBio(), owner.profile, world);
  if (!proposal.ok && proposal.fault === 'signedOut')
    await world.signedOut(seat, session.token).catch(() => {});
  return proposal;
}
