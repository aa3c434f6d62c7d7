import { seededSpaces } from './state/spaces';

export const apiOrigin = (space: string): string => `https://${space}.spaces.nexudus.com`;

/** A page of a space's current app: `appUrl('acme', '/user/profile/billing')`. */
export const appUrl = (space: string, path = '/'): string => `https://${space}.nexudus.site/${space}${path}`;

/** Every production name that the portal answers to, one by one, for browsers that cannot map patterns. */
export const mappedHosts: readonly string[] = [
  'spaces.nexudus.com',
  'nexudus.site',
  ...seededSpaces.flatMap(({ slug, domains }) => [
    `${slug}.spaces.nexudus.com`,
    `${slug}.nexudus.site`,
    ...domains,
  ]),
];

const PATTERNS = [
  '*.nexudus.com',
  '*.nexudus.site',
  'nexudus.site',
  '*.example.com',
  '*.evil.test',
  'evil.test',
];

/** The value of Chromium's `--host-resolver-rules` that brings the production names to a portal on this port. */
export const hostRules = (port: number): string =>
  PATTERNS.map(name => `MAP ${name} 127.0.0.1:${port}`).join(',');

/** The preferences that do the same in Firefox: every name, and port 443. */
export const firefoxPrefs = (port: number): Record<string, string> => ({
  'network.dns.forceResolve': '127.0.0.1',
  'network.socket.forcePort': `443=${port}`,
});

/** What the app keeps in `localStorage` or `sessionStorage` of `appUrl(space)` while this token is signed in. */
export const storedSession = ({
  access,
  refresh,
  space,
}: {
  access: string;
  refresh: string;
  space: string;
}) => ({
  key: `portal.session.${space}`,
  value: JSON.stringify({ access_token: access, refresh_token: refresh }),
});
