import type { Stage } from '../e2e/stage';
import type { Entry } from '../portal/log';
import { type Sentinel, scanText } from './sentinels';

/** What no log of any browser may say: the tokens that the portal ever gave out, and its members' passwords. */
export const secretsOf = ({ portal }: Pick<Stage, 'portal'>): Sentinel[] =>
  portal.tokens({}).flatMap(({ access, member }) => [
    { name: 'token', value: access },
    { name: 'password', value: member.password },
  ]);

/**
 * The requests of the extension's background and pages. Those of sites say where they come from, but for a tab's address and a site's
 * own worker.
 */
export const isOurs = ({ origin, headers }: Entry): boolean =>
  !origin?.startsWith('https:') &&
  !headers.referer &&
  headers['sec-fetch-mode'] !== 'navigate' &&
  headers['sec-fetch-dest'] !== 'serviceworker';

/** Where the extension may call: the API of a space, and the look-up. */
const apiHost = /^([a-z0-9-]+\.)?spaces\.nexudus\.com$/;

/** What a browser calls by itself, at its maker's. */
const makers = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox|mozgcp)\.(com|net|org)$/;

/** Every host that a test leads to. */
const hosts = /(^|\.)(nexudus\.(com|site)|example\.com|evil\.test)$/;

/**
 * What must be true when a file's tests are done, whatever they were: each line is something that was said or called and should
 * not have been (rows 12, 13 and 23 of the figures).
 */
export async function overlooked({ browser, portal }: Pick<Stage, 'browser' | 'portal'>): Promise<string[]> {
  const said = await browser.console();
  const { names, entries } = portal.log;
  return [
    ...scanText(secretsOf({ portal }), 'console', said.join('\n')).map(({ name }) => `${name} on a console`),
    ...said.filter(line => /unhandled|uncaught/i.test(line) && /-extension:\/\//.test(line)),
    ...[...names]
      .filter(name => !hosts.test(name) && !makers.test(name))
      .map(name => `${name} was contacted`),
    ...entries
      .filter(entry => isOurs(entry) && !apiHost.test(entry.host))
      .map(({ method, host, path }) => `we called ${method} ${host}${path}`),
  ];
}
