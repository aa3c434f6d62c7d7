import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Membership, Space, Token } from '../state/model';
import type { World } from '../state/world';

/** What a route of one space is given with each request. */
export type ApiEnv = {
  Bindings: HttpBindings & { space: Space };
  Variables: { me: Membership; token: Token };
};
export type ApiContext = Context<ApiEnv>;

export const SESSION_COOKIE = 'nexudus.session';

const bearerOf = (c: ApiContext) => /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
const cookieOf = (c: ApiContext) =>
  new RegExp(`(?:^|; )${SESSION_COOKIE}=([^;]+)`).exec(c.req.header('cookie') ?? '')?.[1];

/** Whose request this is. A bearer that is sent and not good is no one's, whatever the cookie says. */
export function tokenOf(world: World, c: ApiContext): Token | undefined {
  const bearer = c.req.header('authorization') === undefined ? undefined : (bearerOf(c) ?? '');
  const cookie = cookieOf(c);
  const secret = world.switches.identity === 'bearer first' ? (bearer ?? cookie) : (cookie ?? bearer);
  return secret === undefined ? undefined : world.tokens.find(secret, c.env.space.slug);
}

/** Whether the caller asked for JSON by name; the localised endpoints answer everyone else with a page. */
export const wantsJson = (c: ApiContext): boolean => /application\/json/i.test(c.req.header('accept') ?? '');
