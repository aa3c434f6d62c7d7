import { Hono } from 'hono';
import type { Space } from '../state/model';
import { type Neighbour, neighbours } from '../state/neighbours';
import type { World } from '../state/world';
import type { ApiEnv } from './env';
import { signedIn } from './guards';

const PAGE = 25;

/** The member directory: listed profiles of members, and neighbours who never sign in. */
export const directoryRoutes = (world: World) =>
  new Hono<ApiEnv>().get('/api/public/coworkers/published', signedIn(world), c => {
    const query = (c.req.query('query') ?? '').toLowerCase();
    const tag = (c.req.query('tag') ?? '').toLowerCase();
    const page = Math.max(1, Number(c.req.query('page')) || 1);
    const size = Math.min(100, Math.max(1, Number(c.req.query('size')) || PAGE));

    const found = listed(world, c.env.space).filter(
      ({ FullName, CompanyName, Position, ProfileTags }) =>
        (!query || [FullName, CompanyName, Position].some(text => text?.toLowerCase().includes(query))) &&
        (!tag ||
          (ProfileTags ?? '')
            .toLowerCase()
            .split(',')
            .some(one => one.trim() === tag)),
    );
    const first = (page - 1) * size;
    const pages = Math.ceil(found.length / size);
    return c.json({
      Records: found.slice(first, first + size),
      CurrentPage: page,
      CurrentPageSize: size,
      CurrentOrderField: 'FullName',
      CurrentSortDirection: 0,
      FirstItem: found.length ? first + 1 : 0,
      LastItem: Math.min(first + size, found.length),
      HasNextPage: page < pages,
      HasPreviousPage: page > 1,
      PageNumber: page,
      PageSize: size,
      TotalItems: found.length,
      TotalPages: pages,
    });
  });

function listed(world: World, space: Space): Neighbour[] {
  const members = world
    .memberships()
    .filter(one => one.space.slug === space.slug)
    .flatMap(({ profiles }) => profiles)
    .filter(({ active, values }) => active && values.ProfileIsPublic === true)
    .map(({ id, values }) => ({ Id: id, ...(values as unknown as Omit<Neighbour, 'Id'>) }))
    .map(({ Id, FullName, CompanyName, Position, ProfileTags, ProfileSummary }) => ({
      Id,
      FullName,
      CompanyName,
      Position,
      ProfileTags,
      ProfileSummary,
    }));
  return [...members, ...neighbours(space)].sort((a, b) => a.FullName.localeCompare(b.FullName, 'en'));
}
