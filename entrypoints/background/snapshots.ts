import type { Identity } from '../../utils/portal/replies';
import { type Problem, problem } from '../../utils/problem';
import { type Edits, entriesOf } from '../../utils/profile/diff';
import { fieldNames, fieldOf } from '../../utils/profile/fields';
import type { Owner } from '../../utils/profile/owner';
import { sameOwner } from '../../utils/profile/owner';
import { fail, ok, type Result } from '../../utils/result';
import { type Seat, type Snapshot, spaceOfSeat } from '../../utils/snapshot';
import { countriesOf, snapshotOf } from '../../utils/stores';
import { settleDraft } from './drafts';
import { remember } from './history';
import { createPortalApi, type PortalApi } from './portal-api';
import { readCountries, readIdentity, readShown, type Shown } from './read-portal';
import { dropToken, getSession } from './sessions';

/** The editor's picture of one seat, made from what the portal showed of a member. */
function picture(seat: Seat, identity: Identity, shown: Shown): Snapshot {
  const { User, DefaultBusiness, Profiles } = identity;
  const { values, locked, missing } = shown.reading;
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
  const session = await getSession(seat);
  // Forgotten, signed out or another member's by now: what was read of this one must not come back (T07, T41).
  if (session?.user !== user) return fail(problem(session ? 'otherProfile' : 'signedOut'));
  // A picture that finds no room costs its display, not what waits for the read (F56).
  await snapshotOf(seat)
    .set(snapshot)
    .catch(() => {});
  return ok(snapshot);
}

/** A cache that mixes members up must not show one member's profile under another's name (T35b). */
const isTheirs = (shown: Shown, { User, Profiles }: Identity): boolean =>
  (shown.user === undefined || shown.user === User.Id) && Profiles.some(({ Id }) => Id === shown.profile);

/** Reads the portal again. A failure is noted on the picture that is there, which stays. */
export async function refreshSeat(seat: Seat): Promise<Result<Snapshot, Problem>> {
  const session = await getSession(seat);
  const result = session
    ? await readSeat(seat, createPortalApi(spaceOfSeat(seat), session.token), session.user)
    : fail(problem((await snapshotOf(seat).get()) ? 'signedOut' : 'notConnected'));
  if (!result.ok) {
    const replaced = session && result.error.code === 'signedOut' && !(await dropToken(seat, session.token));
    if (!replaced) await noteProblem(seat, result.error);
  }
  return result;
}

export async function noteProblem(seat: Seat, trouble: Problem): Promise<void> {
  const snapshot = await snapshotOf(seat).get();
  if (snapshot) {
    await snapshotOf(seat)
      .set({ ...snapshot, problem: trouble })
      .catch(() => {});
  }
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
  const snapshot = await snapshotOf(seat).get();
  if (snapshot && sameOwner(snapshot.owner, owner)) {
    const { problem: _, ...rest } = snapshot;
    await snapshotOf(seat).set({
      ...rest,
      values: { ...snapshot.values, ...shown.reading.values },
      held: { ...snapshot.held, ...spellings(shown) },
      readAt: Date.now(),
    });
  }
}
