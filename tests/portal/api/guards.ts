import { createMiddleware } from 'hono/factory';
import type { World } from '../state/world';
import { type ApiEnv, tokenOf } from './env';

/** 401 with an empty body unless the request carries a living token of this space. */
export const signedIn = (world: World) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const token = tokenOf(world, c);
    const me = token?.member.memberships.find(({ space }) => space.slug === c.env.space.slug);
    if (!token || !me) return c.body(null, 401);
    c.set('token', token);
    c.set('me', me);
    return next();
  });

/** 401 as well for a user who has no member profile here. */
export const withProfile = createMiddleware<ApiEnv>(async (c, next) =>
  c.var.me.current === null ? c.body(null, 401) : next(),
);

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';
const HEADERS = 'Authorization, Content-Type, Accept, X-Requested-With, client_id';

/** The API answers every origin, credentials excepted: the portal's own app calls it from another host. */
export const crossOrigin = (world: World) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const origin = c.req.header('origin');
    if (world.switches.refuseExtensions && /^(chrome|moz)-extension:/.test(origin ?? ''))
      return c.text('Forbidden', 403);
    if (origin && c.req.method === 'OPTIONS') {
      return c.body(null, 204, {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': HEADERS,
        Vary: 'Origin',
      });
    }
    await next();
    if (!origin) return;
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Access-Control-Expose-Headers', 'Retry-After');
    c.header('Vary', 'Origin');
  });
