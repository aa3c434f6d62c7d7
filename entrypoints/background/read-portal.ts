import * as v from 'valibot';
import { classify, readProblem } from '../../utils/portal/classify';
import { Countries, Identity, ProfileHead, SessionBody, SessionHead } from '../../utils/portal/replies';
import { type Problem, problem } from '../../utils/problem';
import type { FieldName, Row } from '../../utils/profile/fields';
import { fieldOf } from '../../utils/profile/fields';
import type { Owner } from '../../utils/profile/owner';
import { joinReadings, noReading, type Reading, readRecord } from '../../utils/profile/record';
import { fail, ok, type Result } from '../../utils/result';
import type { Country } from '../../utils/snapshot';
import type { PortalApi, Reply } from './portal-api';

/** What the portal shows of a profile now, and whose it is. */
export interface Shown {
  profile: number;
  profileName: string;
  /** Known only when the session was read. */
  user: number | undefined;
  suggestsBio: boolean | undefined;
  reading: Reading;
}

/** Whether a read shows that owner's profile; which member it is of is told only by the session. */
export const belongs = (shown: Shown, owner: Owner): boolean =>
  shown.profile === owner.profile && (shown.user === undefined || shown.user === owner.user);

const online = () => globalThis.navigator?.onLine !== false;

/** A read's body parsed by `schema`, or why there is none. */
export function parseReply<S extends v.GenericSchema>(
  reply: Reply,
  schema: S,
): Result<v.InferOutput<S>, Problem> {
  const trouble = readProblem(reply, online(), Date.now());
  if (trouble) return fail(trouble);
  const parsed = v.safeParse(schema, 'body' in reply ? reply.body : undefined);
  return parsed.success ? ok(parsed.output) : fail(problem('notApi'));
}

export const fromSession = (field: Row) => field.from === 'session';
const fromProfile = (field: Row) => field.from === undefined;
const record = v.record(v.string(), v.unknown());

async function readSession(api: PortalApi, signal?: AbortSignal) {
  const body = parseReply(await api.session(signal), SessionBody);
  if (!body.ok) return body;
  const head = v.safeParse(SessionHead, body.value);
  return head.success
    ? ok({ head: head.output, reading: readRecord(body.value, fromSession) })
    : fail(problem('notApi'));
}

async function readProfile(api: PortalApi, signal?: AbortSignal) {
  const body = parseReply(await api.profile(signal), record);
  if (!body.ok) return body;
  const head = v.safeParse(ProfileHead, body.value);
  return head.success
    ? ok({ head: head.output, reading: readRecord(body.value, fromProfile) })
    : fail(problem('notApi'));
}

/**
 * Reads the resources that hold `names`: the switches are in the session, all else in the profile. A session that does not
 * say which profile is current needs the profile beside it.
 */
export async function readShown(
  api: PortalApi,
  names: readonly FieldName[],
  signal?: AbortSignal,
): Promise<Result<Shown, Problem>> {
  const wantsSession = names.some(name => fromSession(fieldOf(name)));
  const wantsProfile = names.some(name => fromProfile(fieldOf(name)));
  const [session, profileAsked] = await Promise.all([
    wantsSession ? readSession(api, signal) : undefined,
    wantsProfile ? readProfile(api, signal) : undefined,
  ]);
  if (session && !session.ok) return session;
  const profile =
    profileAsked ?? (session?.value.head.CoworkerId == null ? await readProfile(api, signal) : undefined);
  if (profile && !profile.ok) return profile;
  const inSession = session?.value.head.CoworkerId;
  const inProfile = profile?.value.head.Id;
  // Two reads that name two profiles: the current one is being switched, so neither is believed.
  if (inSession != null && inProfile !== undefined && inSession !== inProfile)
    return fail(problem('otherProfile'));
  return ok({
    profile: (inProfile ?? inSession) as number,
    profileName: profile?.value.head.FullName ?? '',
    user: session?.value.head.Id,
    suggestsBio: profile?.value.head.OpenAiProfileAvailable ?? undefined,
    reading: joinReadings(profile?.value.reading ?? noReading, session?.value.reading ?? noReading),
  });
}

export const readIdentity = async (
  api: PortalApi,
  signal?: AbortSignal,
): Promise<Result<Identity, Problem>> => parseReply(await api.identity(signal), Identity);

export const readCountries = async (api: PortalApi): Promise<Result<Country[], Problem>> =>
  parseReply(await api.countries(), Countries);

/** Switches the portal's current profile; the caller reads the identity again. */
export async function switchProfile(api: PortalApi, profile: number): Promise<Result<null, Problem>> {
  const result = classify(await api.switchTo(profile), Date.now());
  return result.kind === 'accepted' ? ok(null) : fail(result.problem);
}
