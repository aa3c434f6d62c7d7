import { Hono } from 'hono';
import type { JsonObject } from '../json';
import { coworkerOf } from '../state/coworker';
import type { Membership, Profile } from '../state/model';
import type { World } from '../state/world';
import { refused } from './confirmation';
import { type ApiContext, type ApiEnv, wantsJson } from './env';
import { signedIn, withProfile } from './guards';

/** An MVC page of the older portal, where someone did not ask for JSON. */
const pageInstead = (c: ApiContext) =>
  c.html(
    `<!doctype html><title>${c.env.space.name}</title><h1>${c.env.space.name}</h1><p>Please use the portal.</p>`,
  );

const current = ({ current: id, profiles }: Membership) =>
  profiles.find(profile => profile.id === id) as Profile;

/** The profile, the session and the AI writer. */
export const readRoutes = (world: World) =>
  new Hono<ApiEnv>()
    .get('/:culture{[a-z]{2}}/profile', signedIn(world), withProfile, c => {
      if (!wantsJson(c)) return pageInstead(c);
      const coworker = coworkerOf(world, c.var.me, current(c.var.me));
      return c.json(
        c.req.query('_resource') === 'Coworker'
          ? coworker
          : { Coworker: coworker, MyTeams: [], Errors: null },
      );
    })
    .get('/login/me', signedIn(world), c =>
      wantsJson(c) ? c.json(session(world, c.var.me)) : pageInstead(c),
    )
    .post('/:culture{[a-z]{2}}/profile/GenerateOpenAiProfile', signedIn(world), withProfile, c => {
      if (!wantsJson(c)) return pageInstead(c);
      const profile = current(c.var.me);
      const { Position, BusinessArea, FullName } = profile.values;
      if (!c.env.space.ai) return c.json(refused('The AI writer is not available at this location.'), 400);
      if (!Position && !BusinessArea)
        return c.json(refused('Tell us your job title or industry first.'), 400);
      const proposal =
        `${FullName} works as ${Position ?? 'an expert'}${BusinessArea ? ` in ${BusinessArea}` : ''} at ${c.env.space.name}.\n\n` +
        '**Ask me about** new projects, good tools and the best lunch nearby.';
      return c.json({
        ...coworkerOf(world, c.var.me, profile),
        ProfileSummary: proposal,
        OpenAiProfileAvailable: true,
      });
    });

function session({ switches }: World, { member, account, current: id, space }: Membership): JsonObject {
  const user: JsonObject = {
    Id: member.id,
    Email: member.email,
    FullName: member.fullName,
    ...(switches.loginMeCoworkerId ? { CoworkerId: id } : {}),
    ...account,
    DefaultBusinessId: space.id,
    Active: true,
    InvalidLoginAttempts: member.invalidAttempts,
  };
  for (const name of switches.missing) delete user[name];
  return switches.loginMe === 'flat' ? user : { User: user, IsAuthenticated: true };
}
