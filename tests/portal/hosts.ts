import type { Space } from './state/model';

/** What a request's host name stands for. */
export type Place =
  | { kind: 'api'; space: Space }
  | { kind: 'app'; space: Space; base: string }
  | { kind: 'lookup' }
  | { kind: 'nowhere' };

const API = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.spaces\.nexudus\.com$/;
const APP = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.nexudus\.site$/;

/** The host name of a Host header, without its port. */
export const hostName = (header: string | undefined): string =>
  (header ?? '').toLowerCase().replace(/:\d+$/, '');

/** Which of the portal's faces a host name shows. On a custom domain the app lives at the root. */
export function placeOf(host: string, spaces: readonly Space[]): Place {
  if (host === 'spaces.nexudus.com') return { kind: 'lookup' };
  const bySlug = (slug: string | undefined) => spaces.find(space => space.slug === slug);

  const api = bySlug(API.exec(host)?.[1]);
  if (api) return { kind: 'api', space: api };
  const app = bySlug(APP.exec(host)?.[1]);
  if (app) return { kind: 'app', space: app, base: `/${app.slug}` };
  const custom = spaces.find(space => space.domains.includes(host));
  if (custom) return { kind: 'app', space: custom, base: '' };
  return { kind: 'nowhere' };
}

/** What getByHost accepts: a space, its API host, its page host or a custom domain. */
export function spaceByHost(name: string, spaces: readonly Space[]): Space | undefined {
  const host = hostName(name.trim());
  return spaces.find(
    ({ slug, domains }) =>
      [slug, `${slug}.spaces.nexudus.com`, `${slug}.nexudus.site`].includes(host) || domains.includes(host),
  );
}
