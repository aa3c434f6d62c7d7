import type { Identity } from '../../utils/portal/replies';
import { type Problem, problem } from '../../utils/problem';
import { type Edits, entriesOf } from '../../utils/profile/diff';
import { fieldNames, fieldOf } from '../../utils/profile/fields';
import type { Owner } from '../../utils/profile/owner';
import { sameOwner } from '../../utils/profile/owner';
import { isUnset, type Reading, withLocked } from '../../utils/profile/record';
import { fail, ok, type Result } from '../../utils/result';
import { type Seat, type Snapshot, spaceOfSeat } from '../../utils/snapshot';
import { countriesOf, snapshotOf } from '../../utils/stores';
import { settleDraft } from './drafts';
import { remember } from './history';
import { mayReach } from './permission';
import { createPortalApi, type PortalApi } from './portal-api';
import { readCountries, readIdentity, readShown, type Shown } from './read-portal';
import { dropToken, getSession, type Session } from './sessions';

/** The editor's picture of one seat, made from what the portal showed of a member. */
function picture(seat: Seat, identity: Identity, shown: Shown): Snapshot {
  const { User, DefaultBusiness, Profiles } = identity;
  const { values, locked, cut, missing } = shown.reading;
  return {
    seat,
    owner: { space: spaceOfSeat(seat), user: User.Id, profile: shown.profile },
    member: { name: User.FullName, email: User.Email },
    spaceName: DefaultBusiness?.Name ?? '',
    profiles: Profiles.map(({ Id, FullName, CompanyName, CoworkerType }) => ({
      id: Id,
      name: FullName,
      company: CompanyName,
      type: CoworkerType,
      current: Id === shown.profile,
    })),
    values,
    held: spellings(shown),
    locked: [...locked],
    cut,
    missing: [...missing],
    suggestsBio: shown.suggestsBio ?? false,
    readAt: Date.now(),
  };
}

/** The portal's own spelling of what is written as the portal wrote it: a choice is a name or a number. */
const spellings = ({ reading }: Shown): NonNullable<Snapshot['held']> =>
  Object.fromEntries(
    entriesOf(reading.held).flatMap(([name, raw]) =>
      fieldOf(name).kind === 'choice' && (typeof raw === 'string' || typeof raw === 'number')
        ? [[name, raw] as const]
        : [],
    ),
  );

/** The countries are the same for a browser session; a failed read is tried again with the next refresh. */
async function keepCountries(api: PortalApi, space: string): Promise<void> {
  if ((await countriesOf(space).get())?.length) return;
  const countries = await readCountries(api);
  if (countries.ok) await countriesOf(space).set(countries.value);
}

/** How many saves were read back per seat: a read that began before one of them no longer says how things are. */
const settled = new Map<Seat, number>();

/** Reads the whole profile of `user`, whose token the API uses, and stores the picture of it. */
export async function readSeat(
  seat: Seat,
  api: PortalApi,
  user: number,
  known?: Identity,
): Promise<Result<Snapshot, Problem>> {
  const before = settled.get(seat);
  const [shown, , identity] = await Promise.all([
    readShown(api, fieldNames),
    keepCountries(api, spaceOfSeat(seat)),
    known ? ok(known) : readIdentity(api),
  ]);
  if (!shown.ok) return shown;
  if (!identity.ok) return identity;
  if (identity.value.User.Id !== user || !isTheirs(shown.value, identity.value)) {
    return fail(problem('otherProfile'));
  }
  if (settled.get(seat) !== before) return readSeat(seat, api, user, identity.value);
  const snapshot = picture(seat, identity.value, shown.value);
  // Forgotten, signed out or another member's by now: what was read of this one must not come back (T07, T41).
  const isTheirsStill = async () => (await getSession(seat))?.user === user;
  const stored = await change(seat, async now =>
    (await isTheirsStill()) ? keepLocked(snapshot, shown.value.reading, now) : undefined,
  );
  if (stored) return ok(stored);
  return fail(problem((await getSession(seat)) ? 'otherProfile' : 'signedOut'));
}

/** A switch that did not keep a "yes" stays locked for as long as the portal holds nothing for it. */
function keepLocked(snapshot: Snapshot, reading: Reading, before: Snapshot | undefined): Snapshot {
  if (!before || !sameOwner(before.owner, snapshot.owner)) return snapshot;
  const names = before.locked.filter(name => isUnset(reading, name));
  if (names.length === 0) return snapshot;
  const { values, locked } = withLocked(reading, names);
  return { ...snapshot, values, locked: [...locked] };
}

/** How often each seat's picture was changed in this life of the background. */
const changes = new Map<Seat, number>();

/**
 * Changes a seat's picture by what stands there. One that another change overtook begins anew: it would bring back what the
 * other replaced, another member's picture perhaps. Gives undefined where `next` wants no change.
 */
async function change(
  seat: Seat,
  next: (now: Snapshot | undefined) => Snapshot | undefined | Promise<Snapshot | undefined>,
): Promise<Snapshot | undefined> {
  for (;;) {
    const before = changes.get(seat) ?? 0;
    const snapshot = await next(await snapshotOf(seat).get());
    if (!snapshot) return undefined;
    if ((changes.get(seat) ?? 0) !== before) continue;
    changes.set(seat, before + 1);
    // A picture that finds no room costs its display, not what waits for it (F56).
    await snapshotOf(seat)
      .set(snapshot)
      .catch(() => {});
    return snapshot;
  }
}

/** A cache that mixes members up must not show one member's profile under another's name (T35b). */
const isTheirs = (shown: Shown, { User, Profiles }: Identity): boolean =>
  (shown.user === undefined || shown.user === User.Id) && Profiles.some(({ Id }) => Id === shown.profile);

async function readAgain(seat: Seat, session: Session | undefined): Promise<Result<Snapshot, Problem>> {
  const space = spaceOfSeat(seat);
  // A portal may let itself be read by anyone who has the token; what was withdrawn from us is not used (F55).
  if (!(await mayReach(space))) return fail(problem('permission'));
  if (session) return readSeat(seat, createPortalApi(space, session.token), session.user);
  return fail(problem((await snapshotOf(seat).get()) ? 'signedOut' : 'notConnected'));
}

/** Reads the portal again. A failure is noted on the picture that is there, which stays. */
export async function refreshSeat(seat: Seat): Promise<Result<Snapshot, Problem>> {
  const session = await getSession(seat);
  const result = await readAgain(seat, session);
  if (!result.ok) {
    const replaced = session && result.error.code === 'signedOut' && !(await dropToken(seat, session.token));
    if (!replaced) await noteProblem(seat, session?.user, result.error);
  }
  return result;
}

/** Notes what went wrong for a member on the picture of that member, or of whoever is shown where nobody is signed in. */
export async function noteProblem(seat: Seat, user: number | undefined, trouble: Problem): Promise<void> {
  await change(seat, now =>
    now && (user === undefined || now.owner.user === user) ? { ...now, problem: trouble } : undefined,
  );
}

/** The portal refused the token. Nothing is said of one that was replaced meanwhile. */
export async function signOut(seat: Seat, token: string): Promise<void> {
  const session = await getSession(seat);
  if (await dropToken(seat, token)) await noteProblem(seat, session?.user, problem('signedOut'));
}

/** After a save was read back: the picture, the drafts of the fields that are really there, and the history. */
export async function settleSeat(
  seat: Seat,
  owner: Owner,
  shown: Shown,
  done: Edits,
  saveId: string,
): Promise<void> {
  settled.set(seat, (settled.get(seat) ?? 0) + 1);
  const at = Date.now();
  // Each on its own: storage that is full must not cost the drafts or the history (F56).
  await Promise.allSettled([
    repaint(seat, owner, shown),
    ...entriesOf(done).map(([name, { value }]) =>
      settleDraft(owner, name, value, shown.reading.values[name], at),
    ),
    remember({ saveId, owner, at, edits: asKept(done, shown) }),
  ]);
}

/** What the portal made of a value is what an undo later has to meet. */
const asKept = (done: Edits, { reading }: Shown): Edits =>
  Object.fromEntries(
    entriesOf(done).map(([name, { base, value }]) => [name, { base, value: reading.values[name] ?? value }]),
  );

async function repaint(seat: Seat, owner: Owner, shown: Shown): Promise<void> {
  await change(seat, now => {
    if (!now || !sameOwner(now.owner, owner)) return undefined;
    const { problem: _, ...rest } = now;
    const { values, locked, cut } = shown.reading;
    const open = entriesOf(now.values).filter(([name]) => !locked.includes(name));
    return {
      ...rest,
      values: { ...Object.fromEntries(open), ...values },
      locked: [...new Set([...now.locked, ...locked])].filter(name => !(name in values)),
      cut: { ...now.cut, ...cut },
      held: { ...now.held, ...spellings(shown) },
      readAt: Date.now(),
    };
  });
}
