import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { firefoxPrefs, hostRules } from './addresses';

interface Address {
  port: number;
  authority: string;
  spki: string;
}

const commands: Record<string, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

const onPath = (command: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, command))
    .find(existsSync);

function temporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A Firefox profile with the production names mapped and, where certutil is installed, the authority trusted. */
export function prepareFirefox({ port, authority }: Address): string {
  const folder = temporaryFolder('portal-firefox-');
  const prefs = {
    ...firefoxPrefs(port),
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
  };
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(folder, 'user.js'), `${lines.join('\n')}\n`);
  const certutil = (...args: string[]) =>
    spawnSync('certutil', ['-d', `sql:${folder}`, ...args], { stdio: 'ignore' });
  certutil('-N', '--empty-password');
  certutil('-A', '-t', 'C,,', '-n', 'portal', '-i', authority);
  return folder;
}

/** Opens a browser with a throw-away profile on a page of the portal; undefined when there is none to open. */
export async function openBrowser(
  portal: Address,
  browser: string,
  url: string,
  firefoxProfile: string,
): Promise<{ close(): Promise<void> } | undefined> {
  const command = (commands[browser] ?? []).map(onPath).find(found => found !== undefined);
  if (!command) {
    console.error(`No ${browser} on this machine. Use one of the commands above.`);
    return undefined;
  }
  const root = process.getuid?.() === 0;
  const args =
    browser === 'firefox'
      ? ['--no-remote', '--profile', firefoxProfile, url]
      : [
          `--user-data-dir=${temporaryFolder('portal-chromium-')}`,
          '--no-first-run',
          `--host-resolver-rules=${hostRules(portal.port)}`,
          `--ignore-certificate-errors-spki-list=${portal.spki}`,
          ...(root ? ['--no-sandbox'] : []),
          url,
        ];
  const child = spawn(command, args, { stdio: 'ignore' });
  child.once('error', error => console.error(`${command} did not start: ${error.message}`));
  return {
    /** Ends the browser and waits until it has let go of its profile. */
    close: () =>
      new Promise<void>(resolve => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}
