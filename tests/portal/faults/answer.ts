import { parseJson } from '../json';
import type { Entry } from '../log';
import type { Answer, Fault, Scripted } from './types';

const empty: Answer = { status: 200, headers: [], body: new Uint8Array() };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A fetch Response as bytes, ready to be mangled. */
export async function readAnswer(response: Response): Promise<Answer> {
  const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
  for (const cookie of response.headers.getSetCookie()) headers.push(['set-cookie', cookie]);
  return { status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) };
}

const crossOriginHeaders = (entry: Entry): Record<string, string> =>
  entry.origin
    ? { 'access-control-allow-origin': entry.origin, 'access-control-expose-headers': 'Retry-After' }
    : {};

/** A scripted answer as the bytes to send. Pages of other origins may read it, as they may read the API's own. */
function written({ status = 200, headers = {}, json, text, bytes }: Scripted, entry: Entry): Answer {
  const own = json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  const body = bytes ?? bytesOf(json === undefined ? (text ?? '') : JSON.stringify(json));
  const all = Object.entries<string | undefined>({
    ...own,
    ...crossOriginHeaders(entry),
    ...lowerCased(headers),
  });
  return {
    status,
    body,
    headers: all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  };
}

const lowerCased = (headers: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Whether a request that meets this fault is handled at all. */
export const applies = ({ apply, answer }: Fault): boolean => apply ?? typeof answer !== 'object';

/** What a fault makes of the normal answer; there is none when the request was not handled. */
export function answerOf(fault: Fault, normal: Answer | undefined, entry: Entry): Answer {
  const { answer, change } = fault;
  const scripted = typeof answer === 'function' ? answer(normal ?? empty, entry) : answer;
  const base = scripted ? written(scripted, entry) : (normal ?? empty);
  if (!change) return base;
  const json = parseJson(new TextDecoder().decode(base.body));
  if (json === undefined) return base;
  return { ...base, body: bytesOf(JSON.stringify(change(json, entry))) };
}
