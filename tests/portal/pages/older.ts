import { Hono } from 'hono';
import { type ApiEnv, SESSION_COOKIE, tokenOf } from '../api/env';
import { signInOf } from '../api/token';
import type { World } from '../state/world';
import { escapeHtml } from './html';
import { olderForm, olderScript } from './olderForm';
import { olderLayout } from './olderLayout';

const titles = {
  '/account/profile': 'Profile',
  '/account/billing': 'Billing details',
  '/settings/notifications': 'Notifications',
  '/settings/security': 'Security',
} as const;

/** A page of the older (v4) portal. */
export type OlderPath = keyof typeof titles;

const loginForm = (problem = '') => `
<form method="post" class="panel" id="login">
<p><label>E-mail <input name="username" type="email" autocomplete="username" required></label></p>
<p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
<p><button type="submit">Sign in</button></p>
<p role="alert">${escapeHtml(problem)}</p>
</form>`;

/** The older portal on the spaces host: pages from the server, a cookie for the session, same-origin calls of its own. */
export const olderPages = (world: World) => {
  const app = new Hono<ApiEnv>()
    .get('/', c => c.redirect('/account/profile'))
    .get('/:culture{[a-z]{2}}/login', c =>
      c.html(olderLayout(c.env.space, 'Sign in', loginForm(), world.switches)),
    )
    .post('/:culture{[a-z]{2}}/login', async c => {
      const form = new URLSearchParams(await c.req.text());
      const { space } = c.env;
      const member = signInOf(world, space.slug, form.get('username') ?? '', form.get('password') ?? '');
      if (!member)
        return c.html(
          olderLayout(space, 'Sign in', loginForm('The e-mail or password is not right.'), world.switches),
          400,
        );
      const token = world.tokens.issue(member, space.slug, world.switches.tokenSeconds);
      c.header('Set-Cookie', `${SESSION_COOKIE}=${token.access}; Path=/; HttpOnly; Secure; SameSite=Lax`);
      return c.redirect('/account/profile');
    })
    .get('/:culture{[a-z]{2}}/logout', c => {
      c.header('Set-Cookie', `${SESSION_COOKIE}=; Path=/; Max-Age=0; Secure`);
      return c.redirect('/en/login');
    })
    .get('/login', c => c.redirect('/en/login'));

  for (const path of Object.keys(titles) as OlderPath[]) {
    app.get(path, c => {
      const token = tokenOf(world, c);
      const me = token?.member.memberships.find(({ space }) => space.slug === c.env.space.slug);
      if (!token || !me || me.current === null) return c.redirect('/en/login');
      const bearer = world.switches.v4Bearer ? token.access : undefined;
      const body =
        olderForm(path, world.record(me.current), world.switches) + olderScript(path, bearer, world.switches);
      return c.html(olderLayout(c.env.space, titles[path], body, world.switches, me.member.fullName));
    });
  }
  return app;
};
