import * as v from 'valibot';
import { readProblem } from '../../utils/portal/classify';
import { type Space, spaceOfApi } from '../../utils/portal/space';
import { type Problem, problem } from '../../utils/problem';
import { fail, ok, type Result } from '../../utils/result';
import { askWhoseHost } from './portal-api';

const Found = v.object({ WebAddress: v.string() });

/** Asks Nexudus which space a host name belongs to, because the member asked. Null when it belongs to none. */
export async function lookUp(host: string, ask = askWhoseHost): Promise<Result<Space | null, Problem>> {
  const reply = await ask(host);
  if ('status' in reply && reply.status === 404) return ok(null);
  const trouble = readProblem(reply, navigator.onLine, Date.now());
  if (trouble) return fail(trouble);
  const found = v.safeParse(Found, 'body' in reply ? reply.body : undefined);
  if (!found.success) return fail(problem('notApi'));
  return ok(spaceOfApi(`https://${found.output.WebAddress}/`) ?? null);
}
