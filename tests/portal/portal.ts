import { randomBytes } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { apiApp } from './api/app';
import { lookupApp } from './api/lookup';
import { certificates } from './certificate';
import { createFaults } from './faults/faults';
import { placeOf } from './hosts';
import { createLog, type Entry } from './log';
import { appPages } from './pages/app';
import { createForeignPages } from './pages/foreign';
import { olderPages } from './pages/older';
import { createPortalServer } from './server';
import type { Token } from './state/model';
import type { ExpireOptions } from './state/tokens';
import { createWorld, type World } from './state/world';
import { type Switches, switchesWith } from './switches';

export interface PortalOptions {
  /** A port on loopback; by default a free one. */
  port?: number;
  switches?: Partial<Switches>;
  /** The portal's clock, in milliseconds, for tokens and throttling. */
  now?: () => number;
}

/** Whose living token of the space a request carries, for the log. */
function bearerOf(world: World, { host, authorization }: Entry) {
  const place = placeOf(host, world.spaces);
  if (place.kind !== 'api') return {};
  const token = world.tokens.find(authorization?.replace(/^Bearer /i, '') ?? '', place.space.slug);
  if (!token) return {};
  const { member, current } = world.membership(token.member.key, place.space.slug);
  return { member: member.key, profile: current ?? undefined };
}

/** Those that were started and not closed, for the traces of a test that fails. */
export const openPortals = new Set<Pick<Portal, 'log'>>();

/** Starts a stand-in portal with a state of its own, the same each time. */
export async function createPortal(options: PortalOptions = {}) {
  const secrets = await certificates();
  const switches = switchesWith(options.switches);
  const world = createWorld(switches, options.now);
  const log = createLog();
  const faults = createFaults();
  const broken = new Set<string>();
  const pages = createForeignPages();
  const apps = {
    api: apiApp(world).route('/', olderPages(world)),
    lookup: lookupApp(world),
    app: appPages(world),
  };

  function handle(request: Request, env: HttpBindings, host: string): Response | Promise<Response> {
    const foreign = pages.find(host, new URL(request.url).pathname);
    if (foreign) return foreign;
    const place = placeOf(host, world.spaces);
    if (place.kind === 'nowhere') return new Response('There is no space here.', { status: 404 });
    if (place.kind === 'lookup') return apps.lookup.fetch(request);
    return apps[place.kind].fetch(request, { ...env, ...place });
  }

  const server = createPortalServer({
    handle,
    log,
    faults,
    certificates: secrets,
    broken,
    identify: entry => bearerOf(world, entry),
    keepAlive: () => switches.keepAlive,
  });
  // The server itself knows of a connection only once its handshake is over.
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const dropConnections = () => {
    for (const socket of connections) socket.destroy();
  };
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  const shut = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve());
      dropConnections();
    });
  const port = await listen(options.port ?? 0);

  const issueToken = (member: string, space?: string, seconds = switches.tokenSeconds): Token => {
    const one = world.membership(member, space);
    return world.tokens.issue(one.member, one.space.slug, seconds);
  };
  /** Tickets of earlier connections would let a browser resume without looking at the certificate again. */
  const forgetConnections = () => {
    server.setTicketKeys(randomBytes(48));
    dropConnections();
  };

  const portal = {
    port,
    /** PEM file of the authority to trust; the same for all portals of one process. */
    get authority() {
      return secrets.authority;
    },
    /** The authority as PEM text, for Node's `ca`. */
    ca: secrets.ca,
    /** For Chromium's `--ignore-certificate-errors-spki-list`. */
    spki: secrets.spki,
    switches,
    log,
    faults,
    /** HTML at any host and path, such as a hostile tenant's page. */
    pages,
    spaces: world.spaces,
    /** E-mails that the operators got. */
    outbox: world.outbox,

    member: world.member,
    membership: world.membership,
    profile: world.profile,
    record: world.record,
    records: world.records,
    set: world.set,
    currentProfile: world.currentProfile,
    switchProfile: world.switchProfile,

    issueToken,
    tokens: world.tokens.of,
    expireTokens: (options?: ExpireOptions) => world.tokens.expire(options),
    /** A new token for a member; the ones before it end unless `keep` is set. */
    rotateToken(member: string, space?: string, { keep = false } = {}): Token {
      const slug = world.membership(member, space).space.slug;
      if (!keep) world.tokens.expire({ member: world.member(member).key, space: slug });
      return issueToken(member, slug);
    },

    /**
     * Remembers what the portal knows and how its switches stand; gives what puts that back. Faults and pages of tests are gone then,
     * what they held is broken off, certificates are good, and it listens.
     */
    keep(): () => Promise<void> {
      const restore = world.keep();
      return async () => {
        faults.drop();
        pages.clear();
        restore();
        if (broken.size > 0) {
          broken.clear();
          forgetConnections();
        }
        if (!server.listening) await listen(port);
      };
    },

    /** The host presents a stranger's certificate from the next connection on. */
    breakCertificate(host: string) {
      broken.add(host);
      forgetConnections();
    },
    mendCertificate(host: string) {
      broken.delete(host);
      forgetConnections();
    },
    dropConnections,
    get listening() {
      return server.listening;
    },
    /** Refuses connections, as a portal that is down. */
    stop: shut,
    /** Listens again, on the same port. */
    start: () => listen(port),

    async close() {
      openPortals.delete(portal);
      faults.clear();
      await shut();
    },
  };
  openPortals.add(portal);
  return portal;
}

export type Portal = Awaited<ReturnType<typeof createPortal>>;
