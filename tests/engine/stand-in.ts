import { apiApp } from '../portal/api/app';
import { answerOf, applies, readAnswer } from '../portal/faults/answer';
import { createFaults } from '../portal/faults/faults';
import type { Answer, Delivery } from '../portal/faults/types';
import { placeOf } from '../portal/hosts';
import type { Json } from '../portal/json';
import { createLog } from '../portal/log';
import { createWorld, type Truth } from '../portal/state/world';
import { type Switches, switchesWith } from '../portal/switches';
import { gate, outside } from './life';

/** A PATCH that reached the API, and what it made of the profile. */
export interface Write {
  profile: number;
  before: Truth;
  after: Truth;
  body: Record<string, Json>;
}

/** What keeps a request from ever reaching the portal. */
export type Network = 'fine' | 'offline' | 'refused';

const lost = () => new TypeError('fetch failed');
/** A request of a life that is over is gone with it; it must not keep the heartbeat of the next one going. */
const breaks = () => Promise.reject(lost());
const until = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

type Source = (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>;

/** The body of an answer, as it would come over a wire that is cut or slow. */
function bodyOf({ body }: Answer, how: Delivery, signal: AbortSignal): ReadableStream<Uint8Array> {
  let sent = 0;
  const step = how.kind === 'drip' ? Math.max(1, Math.round(how.bytesPerSecond / 4)) : body.length;
  const sources: Partial<Record<Delivery['kind'], Source>> = {
    cut(controller) {
      if (sent > 0 || how.kind !== 'cut') return controller.error(lost());
      sent = Math.max(1, how.after);
      controller.enqueue(body.slice(0, sent));
    },
    async drip(controller) {
      if (sent >= body.length) return controller.close();
      await Promise.race([wait(250), until(signal)]);
      controller.enqueue(body.slice(sent, sent + step));
      sent += step;
    },
    endless: controller => controller.enqueue(body.length > 0 ? body : new Uint8Array(65_536).fill(32)),
  };
  const source = sources[how.kind];
  return new ReadableStream<Uint8Array>({
    start(controller) {
      until(signal).catch(reason => {
        try {
          controller.error(reason);
        } catch {
          // It had ended by then.
        }
      });
    },
    pull(controller) {
      if (source) return source(controller);
      if (body.length > 0) controller.enqueue(body);
      controller.close();
    },
  });
}

/**
 * The stand-in portal without a network: its API in this process, behind a `fetch` that fails as its faults say. The
 * faults are the same scripts as those of the portal that browsers talk to.
 */
export function createStandIn(turned: Partial<Switches> = {}, now: () => number = Date.now) {
  const switches = switchesWith(turned);
  const world = createWorld(switches, now);
  const log = createLog();
  const faults = createFaults();
  const app = apiApp(world);
  const state: { network: Network } = { network: 'fine' };
  const writes: Write[] = [];
  // Node forgets to pass an abort on from a request that was collected while its body still comes.
  const alive: unknown[] = [];

  /** The profile that a request's token reaches now. */
  function profileOf(authorization: string | undefined, space: string): number | undefined {
    const token = world.tokens.find(authorization?.replace('Bearer ', '') ?? '', space);
    return (token && world.membership(token.member.key, space).current) ?? undefined;
  }

  async function arrive(request: Request, sent: string): Promise<Response> {
    const { hostname: host, pathname: path, searchParams } = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    const { method, signal } = request;
    const entry = log.open({
      method,
      host,
      path,
      query: Object.fromEntries(searchParams),
      headers,
      body: sent,
    });
    const fault = faults.take(entry) ?? {};
    entry.fault = fault.note;
    const place = placeOf(host, world.spaces);
    async function handle(): Promise<Response> {
      if (place.kind !== 'api') return new Response('There is no space here.', { status: 404 });
      const asked = new Request(request.url, { method, headers, body: sent || undefined });
      const profile = method === 'PATCH' ? profileOf(headers.authorization, place.space.slug) : undefined;
      const before = profile && world.record(profile);
      const response = await app.fetch(asked, { space: place.space });
      if (profile && before)
        writes.push({ profile, before, after: world.record(profile), body: JSON.parse(sent) });
      return response;
    }

    await fault.before?.(entry);
    const normal = applies(fault) ? await readAnswer(await handle()) : undefined;
    await fault.after?.(entry);
    const ready = answerOf(fault, normal, entry);
    if (fault.delay) await Promise.race([wait(fault.delay), until(signal)]);
    const how = fault.deliver ?? { kind: 'whole' };
    log.end(entry, how.kind === 'whole' ? 'completed' : 'aborted');
    if (how.kind === 'reset') throw lost();
    if (how.kind === 'silence') return until(signal);
    entry.status = ready.status;
    const bare = ready.status === 204 || ready.status === 304;
    return new Response(bare ? null : bodyOf(ready, how, signal), {
      status: ready.status,
      headers: ready.headers,
    });
  }

  return {
    switches,
    log,
    faults,
    state,
    /** The writes that were handled, in their order. */
    writes,
    member: world.member,
    membership: world.membership,
    record: world.record,
    records: world.records,
    set: world.set,
    outbox: world.outbox,
    currentProfile: world.currentProfile,
    switchProfile: world.switchProfile,
    expireTokens: world.tokens.expire,
    issueToken(name: string, space?: string): string {
      const { member, space: place } = world.membership(name, space);
      return world.tokens.issue(member, place.slug, switches.tokenSeconds).access;
    },
    /** Takes the place of `fetch`. */
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init);
      alive.push(request, input);
      await gate(`${request.method} ${new URL(request.url).pathname}`, breaks);
      if (state.network !== 'fine') throw lost();
      const sent = await request.text();
      // What has left the browser arrives, whatever becomes of the browser.
      const response = await outside(() => Promise.race([arrive(request, sent), until(request.signal)]));
      await gate(`answer to ${request.method}`, breaks);
      return response;
    },
  };
}

export type StandIn = ReturnType<typeof createStandIn>;
