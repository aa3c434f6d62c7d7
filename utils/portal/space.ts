/**
 * Where a space lives. A space is one DNS label and a security domain of its own: every address of the API is built here
 * from the label and parsed again before use, and nothing else of the product spells a host.
 */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const apiSuffix = '.spaces.nexudus.com';
const portalSuffix = '.nexudus.site';
/** Hosts that say by their name whose they are. */
const ownHosts = /(^|\.)nexudus\.(com|site)$/;

/** The label of a space, such as `acme`. */
export type Space = string & { readonly brand?: 'Space' };

export const isSpace = (text: string): text is Space => label.test(text);

/** The host of a URL when it is a plain https one: no port, no user, no trailing dot, and unchanged by parsing. */
function plainHost(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return url.startsWith(`https://${hostname}/`) || url === `https://${hostname}` ? hostname : undefined;
}

const labelBefore = (suffix: string, host: string | undefined): Space | undefined => {
  if (!host?.endsWith(suffix)) return undefined;
  const text = host.slice(0, -suffix.length);
  return isSpace(text) ? text : undefined;
};

/** The space whose API a URL addresses. */
export const spaceOfApi = (url: string): Space | undefined => labelBefore(apiSuffix, plainHost(url));

/** Custom domains that the member bound: origin → space. */
export type Domains = Readonly<Record<string, Space>>;

/** The space whose portal page a URL shows: current portal, older portal, or a custom domain that the member bound. */
export function spaceOf(url: string, domains: Domains = {}): Space | undefined {
  const host = plainHost(url);
  if (!host) return undefined;
  // A content script that was taken over can write what is stored: no host of Nexudus is anybody's by a bond (T23).
  const isBound = !ownHosts.test(host) && Object.hasOwn(domains, `https://${host}`);
  const bound = isBound ? domains[`https://${host}`] : undefined;
  return labelBefore(portalSuffix, host) ?? labelBefore(apiSuffix, host) ?? bound;
}

/** The API's origin of a space; throws on anything that is not one label, which would be a mistake of ours. */
export function apiOrigin(space: Space): string {
  const origin = `https://${space}${apiSuffix}`;
  if (spaceOfApi(`${origin}/`) !== space) throw new Error('not a space');
  return origin;
}

/** Knows which space a host name belongs to. No space of its own, and never taken for one. */
export const lookUpOrigin = 'https://spaces.nexudus.com';

const name = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/**
 * The origin that a member means by an address or a host name, if it can be a portal on a domain of its own: a plain https
 * one, not an IP address, and none of the hosts that are known anyway.
 */
export function customOrigin(typed: string): string | undefined {
  const text = typed.trim();
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== 'https:' || port || username || password || !name.test(hostname)) return undefined;
  if (ownHosts.test(hostname)) return undefined;
  return `https://${hostname}`;
}

export const portalOrigin = (space: Space): string => `https://${space}${portalSuffix}`;
