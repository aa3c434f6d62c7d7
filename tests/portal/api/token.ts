import { Hono } from 'hono';
import type { Token } from '../state/model';
import type { World } from '../state/world';
import type { ApiEnv } from './env';

const grant = ({ access, refresh }: Token, seconds: number) => ({
  access_token: access,
  token_type: 'bearer',
  expires_in: seconds,
  refresh_token: refresh,
});

const denied = { error: 'invalid_grant', error_description: 'The user name or password is incorrect.' };

/** Sign-in and refresh, as an OAuth form. A refresh token works once. */
export const tokenRoutes = (world: World) =>
  new Hono<ApiEnv>().post('/api/token', async c => {
    const form = new URLSearchParams(await c.req.text());
    const { slug } = c.env.space;
    const seconds = world.switches.tokenSeconds;

    if (form.get('grant_type') === 'refresh_token') {
      const token = world.tokens.refresh(form.get('refresh_token') ?? '', slug, seconds);
      return token ? c.json(grant(token, seconds)) : c.json({ error: 'invalid_grant' }, 400);
    }
    if (form.get('grant_type') !== 'password') return c.json({ error: 'unsupported_grant_type' }, 400);

    const member = signInOf(world, slug, form.get('username') ?? '', form.get('password') ?? '');
    return member ? c.json(grant(world.tokens.issue(member, slug, seconds), seconds)) : c.json(denied, 400);
  });

/** The member of a space with this e-mail and password. */
export function signInOf(world: World, slug: string, email: string, password: string) {
  return world.members.find(
    member =>
      member.email.toLowerCase() === email.trim().toLowerCase() &&
      member.password === password &&
      member.memberships.some(({ space }) => space.slug === slug),
  );
}
