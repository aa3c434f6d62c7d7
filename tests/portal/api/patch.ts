import { Hono } from 'hono';
import { isObject, parseJson } from '../json';
import { fieldsByPage } from '../state/fields';
import type { Membership, Token } from '../state/model';
import type { Truth, World } from '../state/world';
import { done, refusalOf, refused } from './confirmation';
import type { ApiEnv } from './env';
import { signedIn, withProfile } from './guards';
import { judge } from './validate';

/** The write. It names no target: the token says whose, the member's current profile says which. */
export const patchRoutes = (world: World) =>
  new Hono<ApiEnv>().patch('/api/public/coworker/profile', signedIn(world), withProfile, async c => {
    const { switches } = world;
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return c.json(refused('The content type must be application/json.', null, 415), 415);
    const text = await c.req.text();
    if (text.length > 1_000_000) return c.json(refused('The request is too large.', null, 413), 413);
    const body = parseJson(text);
    if (!isObject(body)) return c.json(refused('The body must be a JSON object.'), 400);
    if (Object.keys(body).length === 0) return c.json(refused('There is nothing to update.'), 400);

    const { good, password, refusals } = judge(body, c.var.me, switches);
    if (refusals.length === 0 || switches.refusals === 'partial')
      store(world, c.var.me, c.var.token, good, password);
    if (refusals.length > 0) {
      const [status, envelope] = refusalOf(refusals, switches);
      return c.json(envelope, status);
    }
    if (switches.success === 'confirmation')
      return c.json(done(c.var.me.current, 'Your profile has been updated.'));
    return c.body(null, switches.success === 'empty' ? 200 : 204);
  });

function store(
  world: World,
  me: Membership,
  token: Token,
  good: Partial<Truth>,
  password: string | undefined,
) {
  const { ignored, passwordEnds } = world.switches;
  const kept = Object.fromEntries(Object.entries(good).filter(([name]) => !ignored.includes(name)));
  const profile = me.current as number;
  world.set(profile, kept);

  const professional = Object.keys(kept).filter(name => fieldsByPage.professional.includes(name));
  if (professional.length > 0) world.outbox.push({ space: me.space.slug, profile, fields: professional });

  if (password === undefined) return;
  me.member.password = password;
  if (passwordEnds !== 'none')
    world.tokens.expire({
      member: me.member.key,
      except: passwordEnds === 'other tokens' ? token.access : undefined,
    });
}
