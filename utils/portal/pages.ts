import type { SectionId } from '../profile/fields';
import { apiOrigin, portalOrigin, type Space } from './space';

/** Which portal a member uses: the current single-page app, or the older pages on the API's host. */
export type Generation = 'v5' | 'v4';

/** The portal's own page of each section, after the space's root. */
const paths: Record<SectionId, Record<Generation, string>> = {
  personal: { v5: '/user/profile/personal', v4: '/account/profile' },
  professional: { v5: '/user/profile/directory', v4: '/account/profile' },
  billing: { v5: '/user/profile/billing', v4: '/account/billing' },
  notifications: { v5: '/user/profile/settings/notifications', v4: '/settings/notifications' },
  password: { v5: '/user/profile/settings/credentials', v4: '/settings/security' },
};

/** Longest first, so that a settings page is not taken for its parent. `/profile` is what the API's documentation calls them all. */
const known: readonly [path: string, section: SectionId][] = [
  ...Object.entries(paths).flatMap(([section, { v5, v4 }]) =>
    [v5, v4].map(path => [path, section as SectionId] as const),
  ),
  ['/user/profile/settings', 'notifications'] as const,
  // Where the portal lands when its settings are opened.
  ['/user/profile/settings/bookings', 'notifications'] as const,
  ['/user/profile', 'personal'] as const,
  ['/profile', 'personal'] as const,
]
  .map(([path, section]): [string, SectionId] => [path, section])
  .sort(([a], [b]) => b.length - a.length);

/** The section that a portal page shows, or undefined where it shows none. v4 pages may carry a language first (`/en/…`). */
export function sectionOf(url: string): SectionId | undefined {
  if (!URL.canParse(url)) return undefined;
  const path = new URL(url).pathname.toLowerCase().replace(/\/+$/, '');
  // v4 serves personal and professional on one page; the first row of the table wins, as the stable sort keeps its order.
  return known.find(([end]) => path.endsWith(end))?.[1];
}

/** The page of a section at a portal's own address, which has no space's root: such portals are of the current generation. */
export const ownPageOf = (origin: string, section: SectionId): string => `${origin}${paths[section].v5}`;

/** The portal's page of a section. */
export const pageOf = (space: Space, section: SectionId, generation: Generation = 'v5'): string =>
  generation === 'v5'
    ? `${portalOrigin(space)}/${space}${paths[section].v5}`
    : `${apiOrigin(space)}${paths[section].v4}`;
