import ky, { isHTTPError, type KyInstance, type Options } from 'ky';
import { retryTime } from '../../utils/portal/classify';
import { apiOrigin, lookUpOrigin, type Space } from '../../utils/portal/space';
import { WRITE_MS, within } from './budget';
import { heartbeat } from './heartbeat';

/** A whole answer is at most this long (T28). Bytes after decompression. */
const mostBytes = 1_048_576;
/** Deadlines in milliseconds, headers and body together. A read that is part of something longer is given a signal in place of one. */
const deadlines = { read: 20_000, write: WRITE_MS, propose: 24_000 };
const ATTEMPT_MS = 10_000;
const longestWait = 5_000;

/** What came back, as plain data: no request, no header of ours and no error object leaves this file (T39). */
export interface Answer {
  status: number;
  /** Parsed JSON, or the text where it is not JSON. */
  body: unknown;
  isJson: boolean;
  /** The `Retry-After` header as it was sent. */
  retryAfter: string | null;
}

/** No whole answer came back. `redirect` was not followed; `unreadable` broke off, was too long or was not what it claimed. */
export interface Lost {
  lost: 'network' | 'deadline' | 'redirect' | 'unreadable';
}

export type Reply = Answer | Lost;
export const isLost = (reply: Reply): reply is Lost => 'lost' in reply;

/** A body that is too long, or not the JSON that it claims to be. */
class Unreadable extends Error {}

async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new Unreadable();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** An answer of which only the status and the wait are known. */
const bare = ({ status, headers }: Response): Answer => ({
  status,
  body: '',
  isJson: false,
  retryAfter: headers.get('retry-after'),
});

/** The answer with its body. Throws where the body is broken, too long or did not come. */
async function withBody(response: Response): Promise<Answer> {
  const text = await readText(response);
  const isJson = /\bjson\b/i.test(response.headers.get('content-type') ?? '');
  // An empty body under a JSON type is an answer without words.
  if (!isJson || text === '') return { ...bare(response), body: text };
  return { ...bare(response), body: parseBody(text), isJson };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable();
  }
}

async function answerOf(response: Response): Promise<Reply> {
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
    return { lost: 'redirect' };
  // A status that says no is an answer, whatever becomes of the words after it (F37).
  return response.status >= 400 ? withBody(response).catch(() => bare(response)) : withBody(response);
}

/** Whether the server asks to wait for longer than is waited for quietly, in seconds or as a date. */
function asksTooLong({ headers }: Response): boolean {
  const now = Date.now();
  return retryTime(headers.get('retry-after'), now) - now > longestWait;
}

const readRetry: Options['retry'] = {
  limit: 2,
  methods: ['get'],
  statusCodes: [408, 429, 500, 502, 503, 504],
  maxRetryAfter: longestWait,
  backoffLimit: 3_000,
  jitter: true,
  shouldRetry: ({ error }) => (isHTTPError(error) && asksTooLong(error.response) ? false : undefined),
};

const readOptions: Options = {
  retry: readRetry,
  throwHttpErrors: status => [408, 429, 500, 502, 503, 504].includes(status),
};

type Fetcher = typeof fetch;
const browserFetch: Fetcher = (...args) => fetch(...args);

/** Calls one host. Every call resolves; nothing is redirected, cached or sent with cookies (D1). Only reads are repeated, at most twice. */
function createCaller(baseUrl: string, token: string | undefined, fetcher: Fetcher) {
  const client: KyInstance = ky.create({
    baseUrl,
    fetch: (input, init) => fetcher(input as Request, init),
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    headers: { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
  });

  async function send(path: string, options: Options & { signal: AbortSignal }): Promise<Reply> {
    try {
      return await heartbeat(async () => answerOf(await client(path, options)));
    } catch (error) {
      if (isHTTPError(error)) return bare(error.response);
      if (options.signal.aborted) return { lost: 'deadline' };
      return { lost: error instanceof Unreadable ? 'unreadable' : 'network' };
    }
  }

  const call = (path: string, deadline: number, options: Options): Promise<Reply> =>
    within(deadline, signal => send(path, { ...options, signal }));

  const read = (path: string, signal?: AbortSignal): Promise<Reply> =>
    signal
      ? send(path, { ...readOptions, signal })
      : call(path, deadlines.read, { ...readOptions, timeout: ATTEMPT_MS });

  return { call, read };
}

export type PortalApi = ReturnType<typeof createPortalApi>;

/** The API of one space with one token. Without a token only the calls that need none make sense. */
export function createPortalApi(space: Space, token?: string, fetcher = browserFetch) {
  const { call, read } = createCaller(apiOrigin(space), token, fetcher);
  return {
    profile: (signal?: AbortSignal) => read('/en/profile?_resource=Coworker', signal),
    session: (signal?: AbortSignal) => read('/login/me?', signal),
    identity: (signal?: AbortSignal) =>
      read(`/api/public/coworkers/profiles?_shape=${identityShape}`, signal),
    countries: () => read('/api/public/countries'),
    business: () => read('/api/public/businesses/current'),
    /** One request, never repeated. */
    patch: (body: Readonly<Record<string, unknown>>) =>
      call('/api/public/coworker/profile', deadlines.write, { method: 'patch', json: body }),
    /** Switches the current profile, for the portal's own session too. */
    switchTo: (profile: number) =>
      call(`/api/public/coworkers/profiles/current?coworkerId=${profile}`, deadlines.write, {
        method: 'put',
      }),
    proposeBio: () => call('/en/profile/GenerateOpenAiProfile', deadlines.propose, { method: 'post' }),
    directory: (query: string) =>
      read(`/api/public/coworkers/published?query=${encodeURIComponent(query)}&tag=`),
  };
}

/** Which space a host name belongs to: the one call that goes to no space, with one fixed path and without a token (T16). */
export const askWhoseHost = (host: string, fetcher = browserFetch): Promise<Reply> =>
  createCaller(lookUpOrigin, undefined, fetcher).read(
    `/api/sys/businesses/getByHost?host=${encodeURIComponent(host)}`,
  );

/** Asked for by name, because without a shape the answer contains the bearer. */
const identityShape = [
  'User.Id',
  'User.FullName',
  'User.Email',
  'DefaultBusiness.Id',
  'DefaultBusiness.Name',
  'DefaultBusiness.WebAddress',
  'Profiles.Id',
  'Profiles.FullName',
  'Profiles.CompanyName',
  'Profiles.Active',
  'Profiles.IsDefaultProfile',
  'Profiles.CoworkerType',
].join(',');
