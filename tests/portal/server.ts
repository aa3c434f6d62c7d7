import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { elapse } from '../browsers/waiting';
import type { Certificates } from './certificate';
import { answerOf, applies, readAnswer } from './faults/answer';
import { deliver } from './faults/deliver';
import type { Faults } from './faults/faults';
import type { Fault } from './faults/types';
import { hostName } from './hosts';
import type { Entry, Log } from './log';

export type Handle = (request: Request, env: HttpBindings, host: string) => Response | Promise<Response>;

interface Parts {
  handle: Handle;
  log: Log;
  faults: Faults;
  certificates: Certificates;
  /** Hosts that present a stranger's certificate. */
  broken: ReadonlySet<string>;
  /** Whose bearer a request carries. */
  identify: (entry: Entry) => Pick<Entry, 'member' | 'profile'>;
  keepAlive: () => boolean;
}

/** The https server: every request is read whole, logged, met by its fault if there is one, handled, and answered as bytes. */
export function createPortalServer({
  handle,
  log,
  faults,
  certificates,
  broken,
  identify,
  keepAlive,
}: Parts): Server {
  const { key, cert, stranger } = certificates;
  const good = createSecureContext({ key, cert });

  async function serve(request: Request, env: HttpBindings): Promise<Response> {
    const { incoming, outgoing } = env;
    const body = await request.arrayBuffer();
    const entry = log.open(arrivalOf(incoming, request.url, new TextDecoder().decode(body)));
    Object.assign(entry, identify(entry));
    if (!keepAlive()) outgoing.setHeader('connection', 'close');
    outgoing.once('finish', () => log.end(entry, 'completed'));
    outgoing.once('close', () => log.end(entry, 'aborted'));

    const fault = faults.take(entry);
    entry.fault = fault?.note ?? (fault && 'fault');
    const whole = new Request(request.url, {
      method: request.method,
      headers: request.headers,
      body: body.byteLength > 0 ? body : undefined,
    });
    await answer(fault ?? {}, entry, outgoing, () => handle(whole, env, entry.host));
    return RESPONSE_ALREADY_SENT;
  }

  const listener = getRequestListener((request, env) => serve(request, env as HttpBindings), {
    overrideGlobalObjects: false,
  });
  const server = createServer(
    {
      key,
      cert,
      SNICallback(name, done) {
        log.names.add(name);
        done(null, broken.has(name) ? stranger : good);
      },
      keepAliveTimeout: 65_000,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  // A browser that closes a connection early is everyday life here.
  server.on('tlsClientError', () => {});
  return server;
}

function arrivalOf(incoming: IncomingMessage, url: string, body: string) {
  const { pathname, searchParams } = new URL(url);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: incoming.method ?? 'GET',
    host: hostName(incoming.headers.host),
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers,
    body,
  };
}

async function answer(
  fault: Fault,
  entry: Entry,
  outgoing: ServerResponse,
  handled: () => Response | Promise<Response>,
) {
  await fault.before?.(entry);
  const normal = applies(fault) ? await readAnswer(await handled()) : undefined;
  await fault.after?.(entry);
  const ready = answerOf(fault, normal, entry);
  if (fault.delay) await elapse(fault.delay);
  const sent = fault.deliver?.kind !== 'reset' && fault.deliver?.kind !== 'silence' && !outgoing.destroyed;
  if (sent) entry.status = ready.status;
  await deliver(outgoing, ready, fault.deliver);
}
