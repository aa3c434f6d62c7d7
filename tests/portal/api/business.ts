import { Hono } from 'hono';
import type { JsonObject } from '../json';
import { countries } from '../state/countries';
import type { Space } from '../state/model';
import type { World } from '../state/world';
import type { ApiEnv } from './env';

/** What anyone may know about a space. */
export function businessOf({ switches }: World, space: Space): JsonObject {
  return {
    Id: space.id,
    Name: space.name,
    WebAddress: switches.webAddress === 'slug' ? space.slug : `${space.slug}.spaces.nexudus.com`,
    ShortIntroduction: space.tagline,
    TownCity: space.city,
    Currency: { Code: space.currency },
    Culture: space.culture,
    LogoUrl: `https://${space.slug}.spaces.nexudus.com/en/business/getlogo?h=80`,
  };
}

const settingsOf = (space: Space): [string, string][] => [
  ['PublicWebSite.Name', space.name],
  ['PublicWebSite.Theme.PrimaryColor', space.color],
  ['PublicWebSite.DirectoryEnabled', 'True'],
  ['PublicWebSite.ShowPoweredBy', 'False'],
  ['Members.MinPasswordLength', String(space.passwordLength)],
  ['OpenAI.Enabled', space.ai ? 'True' : 'False'],
];

export const businessRoutes = (world: World) =>
  new Hono<ApiEnv>()
    .get('/api/public/businesses/current', c => c.json(businessOf(world, c.env.space)))
    .get('/api/public/configuration', c =>
      c.json(settingsOf(c.env.space).map(([Name, Value]) => ({ Name, Value }))),
    )
    .get('/api/public/countries', c => c.json({ Countries: countries }));
