import { createMiddleware } from 'hono/factory';
import type { World } from '../state/world';
import type { ApiEnv } from './env';

const WRITES = new Set(['PATCH', 'PUT', 'POST', 'DELETE']);

/** The limits quoted for the public API, per bearer. A request over the limit does nothing and is told when to return. */
export function throttle(world: World) {
  const past = new Map<string, { at: number; write: boolean }[]>();

  return createMiddleware<ApiEnv>(async (c, next) => {
    const limit = world.switches.throttle;
    const bearer = c.req.header('authorization');
    if (!limit.on || !bearer || c.req.method === 'OPTIONS') return next();

    const now = world.now();
    const write = WRITES.has(c.req.method);
    const calls = (past.get(bearer) ?? []).filter(({ at }) => at > now - Math.max(60, limit.seconds) * 1000);
    past.set(bearer, calls);
    const recent = calls.filter(({ at }) => at > now - limit.seconds * 1000);
    const writes = calls.filter(call => call.write && call.at > now - 60_000);
    const free = [
      recent.length >= limit.requests ? (recent[0]?.at ?? now) + limit.seconds * 1000 : now,
      write && writes.length >= limit.writesPerMinute ? (writes[0]?.at ?? now) + 60_000 : now,
    ];
    const wait = Math.ceil((Math.max(...free) - now) / 1000);
    if (wait <= 0) {
      calls.push({ at: now, write });
      return next();
    }
    const retryAfter = limit.retryAfter === undefined ? String(wait) : limit.retryAfter;
    return c.json(
      { Message: 'Too many requests.' },
      limit.status,
      retryAfter === null ? {} : { 'Retry-After': retryAfter },
    );
  });
}
