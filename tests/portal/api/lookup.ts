import { Hono } from 'hono';
import { spaceByHost } from '../hosts';
import type { World } from '../state/world';

/** `spaces.nexudus.com`: which space a host name belongs to. No token, and nothing else lives here. */
export const lookupApp = (world: World) =>
  new Hono().get('/api/sys/businesses/getByHost', c => {
    const space = spaceByHost(c.req.query('host') ?? '', world.spaces);
    c.header('Access-Control-Allow-Origin', '*');
    return space
      ? c.json({ Id: space.id, WebAddress: `${space.slug}.spaces.nexudus.com` })
      : c.body(null, 404);
  });
