import * as v from 'valibot';
import { readProblem } from '../../utils/portal/classify';
import { lookUpAddress, type Space, spaceOfApi } from '../../utils/portal/space';
import { type Problem, problem } from '../../utils/problem';
import { fail, ok, type Result } from '../../utils/result';
import { heartbeat } from './heartbeat';
import { answerOf, type Reply } from './portal-api';

const deadline = 20_000;
const Found = v.object({ WebAddress: v.string() });

/** Asks Nexudus which space a host name belongs to: once, without a token, and only because the member asked. */
export async function lookUp(
  host: string,
  fetcher: typeof fetch = (...args) => fetch(...args),
): Promise<Result<Space | null, Problem>> {
  const reply = await ask(lookUpAddress(host), fetcher);
  if ('status' in reply && reply.status === 404) return ok(null);
  const trouble = readProblem(reply, navigator.onLine, Date.now());
  if (trouble) return fail(trouble);
  const found = v.safeParse(Found, 'body' in reply ? reply.body : undefined);
  if (!found.success) return fail(problem('notApi'));
  return ok(spaceOfApi(`https://${found.output.WebAddress}/`) ?? null);
}

async function ask(address: string, fetcher: typeof fetch): Promise<Reply> {
  const signal = AbortSignal.timeout(deadline);
  try {
    return await heartbeat(async () =>
      answerOf(
        await fetcher(address, {
          headers: { accept: 'application/json' },
          redirect: 'manual',
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal,
        }),
      ),
    );
  } catch {
    return { lost: signal.aborted ? 'deadline' : 'network' };
  }
}
