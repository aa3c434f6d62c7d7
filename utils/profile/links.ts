import type { Service } from './kinds';

const prefixes: Record<Service, string> = {
  linkedin: 'https://www.linkedin.com/in/',
  twitter: 'https://x.com/',
  github: 'https://github.com/',
  instagram: 'https://www.instagram.com/',
  facebook: 'https://www.facebook.com/',
  skype: '',
  telegram: 'https://t.me/',
};

const hostWithPath = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?\//u;
const hostAlone = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]|$)/u;

/** Adds `https://` to what reads as a web address. A handle may contain a dot, so there a path is asked for. */
export function withScheme(typed: string, when?: 'only with a path'): string {
  const value = typed.trim();
  const looksLikeAddress = when ? hostWithPath : hostAlone;
  return looksLikeAddress.test(value) ? `https://${value}` : value;
}

/** A whole address if it is a web page's. One with a user part is none: `https://acme.example@evil.example` reads as another host. */
export function webPage(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, href } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password ? href : undefined;
}

/** The address that a website or handle leads to, or undefined where there is none. Only web pages ever become links. */
export function linkTo(value: string, service?: Service): string | undefined {
  const typed = withScheme(value, service ? 'only with a path' : undefined);
  if (typed === '') return undefined;
  if (URL.canParse(typed)) return webPage(typed);
  if (!service || !prefixes[service] || /[\s/\\]/.test(typed)) return undefined;
  return prefixes[service] + encodeURIComponent(typed.replace(/^@/, ''));
}
