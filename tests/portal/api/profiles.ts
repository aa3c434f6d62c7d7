import { Hono } from 'hono';
import { isObject, type JsonObject } from '../json';
import type { Membership, Token } from '../state/model';
import type { World } from '../state/world';
import { businessOf } from './business';
import { done, refused } from './confirmation';
import type { ApiEnv } from './env';
import { signedIn } from './guards';
import { shaped } from './shape';

/** Who the token belongs to, their profiles, and the switch between them. */
export const profilesRoutes = (world: World) =>
  new Hono<ApiEnv>()
    .get('/api/public/coworkers/profiles', signedIn(world), c => {
      const all = listOf(world, c.var.me, c.var.token);
      const answer = shaped(all, c.req.query('_shape'));
      if (world.switches.leakToken && isObject(answer) && isObject(answer.User))
        answer.User.AccessToken = c.var.token.access;
      return c.json(answer);
    })
    .put('/api/public/coworkers/profiles/current', signedIn(world), c => {
      const id = Number(c.req.query('coworkerId'));
      const profile = c.var.me.profiles.find(one => one.id === id);
      if (!profile) return c.json(refused('There is no such profile.', null, 404), 404);
      if (!profile.active) return c.json(refused('This profile is not active.'), 400);
      c.var.me.current = id;
      return c.json(done(id));
    });

/** Without `_shape` the real answer hands out the bearer, and so does this one. */
function listOf(world: World, { member, space, profiles, current }: Membership, token: Token): JsonObject {
  return {
    User: {
      Id: member.id,
      FullName: member.fullName,
      Email: member.email,
      AccessToken: token.access,
      Active: true,
      DefaultLanguageId: 1,
    },
    DefaultBusiness: businessOf(world, space),
    Profiles: profiles.map(({ id, type, active, values }) => ({
      Id: id,
      FullName: values.FullName,
      CompanyName: values.CompanyName,
      Active: active,
      IsDefaultProfile: id === current,
      CoworkerType: type,
      InvoicingBusinessId: space.id,
      AvatarUrl: null,
    })),
  };
}
