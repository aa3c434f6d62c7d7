import { Hono } from 'hono';
import type { World } from '../state/world';
import { businessRoutes } from './business';
import { directoryRoutes } from './directory';
import type { ApiEnv } from './env';
import { crossOrigin } from './guards';
import { patchRoutes } from './patch';
import { profilesRoutes } from './profiles';
import { readRoutes } from './reads';
import { throttle } from './throttle';
import { tokenRoutes } from './token';

/** Everything that answers on `<space>.spaces.nexudus.com`, but the older pages. */
export const apiApp = (world: World) =>
  new Hono<ApiEnv>()
    .use(crossOrigin(world), throttle(world))
    .route('/', tokenRoutes(world))
    .route('/', readRoutes(world))
    .route('/', profilesRoutes(world))
    .route('/', patchRoutes(world))
    .route('/', businessRoutes(world))
    .route('/', directoryRoutes(world));
