import { type Problem, problem } from '../problem';
import { type Refusal, verdictOf } from './envelope';

/** The answer to a write, or the way it got lost; the shape of the API client's reply. */
export type WriteReply =
  | { status: number; body: unknown; isJson: boolean; retryAfter: string | null }
  | { lost: 'network' | 'deadline' | 'redirect' | 'unreadable' };

/**
 * What a write came to. `accepted` is the portal's word for it; `refused` means the portal states that nothing was done
 * (which is still read back when several fields were sent); `unknown` can only be settled by reading back.
 */
export type Classified =
  | { kind: 'accepted'; confirmed: boolean }
  | { kind: 'refused'; problem: Problem; refusals: Refusal[] }
  | { kind: 'unknown'; problem: Problem };

const shortestWait = 1_000;
const longestWait = 600_000;
const usualWait = 5_000;

/** When a repeat makes sense by a `Retry-After` header, in milliseconds since the epoch: from 1 s to 10 min away. */
export function retryTime(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  const wait = /^-?\d+$/.test(text)
    ? Number(text) * 1000
    : Number.isNaN(Date.parse(text))
      ? usualWait
      : Date.parse(text) - now;
  return now + Math.min(Math.max(wait, shortestWait), longestWait);
}

const refused = (problem: Problem, refusals: Refusal[] = []): Classified => ({
  kind: 'refused',
  problem,
  refusals,
});

/** What each status means where the body does not say more. 5xx is unknown, but for the proxy's own refusal. */
const meanings: Record<number, (message: string, retryAt: number) => Problem> = {
  401: () => problem('signedOut'),
  403: () => problem('forbidden'),
  404: () => problem('notApi'),
  405: () => problem('notApi'),
  409: (message, retryAt) => problem('throttled', { message, retryAt }),
  429: (message, retryAt) => problem('throttled', { message, retryAt }),
};

/** Reads the reply to a PATCH or PUT. `now` in milliseconds since the epoch, for countdowns only. */
export function classify(reply: WriteReply, now: number): Classified {
  if ('lost' in reply) {
    return { kind: 'unknown', problem: problem(reply.lost === 'redirect' ? 'redirected' : 'notSaved') };
  }
  const { status, body, isJson, retryAfter } = reply;
  if (status >= 500 && status !== 511) return { kind: 'unknown', problem: problem('notSaved') };
  if (status >= 200 && status < 300) {
    if (!isJson)
      return body === ''
        ? { kind: 'accepted', confirmed: false }
        : { kind: 'unknown', problem: problem('notSaved') };
    const verdict = verdictOf(status, body);
    if (verdict.kind === 'done') return { kind: 'accepted', confirmed: true };
    if (verdict.kind === 'unclear') return { kind: 'unknown', problem: problem('notSaved') };
    return refused(problem('refused', { message: verdict.message }), verdict.refusals);
  }
  const verdict = verdictOf(status, body);
  const { message, refusals } = verdict.kind === 'refused' ? verdict : { message: '', refusals: [] };
  const meaning = meanings[status];
  return meaning
    ? refused(meaning(message, retryTime(retryAfter, now)))
    : refused(problem('refused', { message }), refusals);
}

/** Why a read gave nothing, when it did not; undefined for an answer in JSON with a 2xx status. */
export function readProblem(reply: WriteReply, online: boolean, now: number): Problem | undefined {
  if ('lost' in reply) {
    if (reply.lost === 'redirect') return problem('redirected');
    if (reply.lost === 'unreadable') return problem('notApi');
    return problem(online ? 'unreachable' : 'offline');
  }
  const { status, isJson, retryAfter } = reply;
  if (status >= 200 && status < 300) return isJson ? undefined : problem('notApi');
  const meaning = meanings[status];
  return meaning
    ? meaning('', retryTime(retryAfter, now))
    : problem(status >= 500 || status === 408 ? 'unreachable' : 'notApi');
}
