import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserName, LaunchOptions, Tab } from '../browsers/driver';
import { launch } from '../browsers/launch';
import { scratch } from '../browsers/scratch';
import { pause, until } from '../browsers/waiting';
import { captured, portalPage, signInOn } from '../e2e/stage';
import { createPortal, type Portal } from '../portal/portal';

const builds = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;
export const buildOf = (name: BrowserName) => resolve(process.env.BUILDS ?? '.output', builds[name]);

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><script src="/bench/probe.js"></script><title>Floor</title>${head}</head><body>${body}</body></html>`;

/** The floors, as pages of the same extension: what no page of it can be quicker than. */
const floors = {
  'blank.html': page('', 'Blank'),
  'script.html': page('<script type="module" src="/bench/empty.js"></script>', 'Blank'),
  'text.html': page('', '<textarea id="plain" rows="12" cols="40"></textarea>'),
  'bench/empty.js': '',
} as const;

/** A copy of a production build with the floors beside it and the probe as the first script of its popup. */
export function measuredBuild(from: string): string {
  const folder = scratch('measured');
  cpSync(from, folder, { recursive: true });
  mkdirSync(join(folder, 'bench'));
  cpSync(new URL('pages/probe.js', import.meta.url), join(folder, 'bench/probe.js'));
  for (const [file, text] of Object.entries(floors)) writeFileSync(join(folder, file), text);
  const popup = join(folder, 'popup.html');
  const html = readFileSync(popup, 'utf8');
  const probed = html.replace(/(<meta charset[^>]*>)/, '$1<script src="/bench/probe.js"></script>');
  if (probed === html) throw new Error('The popup has no place for the probe');
  writeFileSync(popup, probed);
  return folder;
}

/** A browser with the measured build and a member who is signed in, on a portal that is on the same machine. */
export interface Ground {
  portal: Portal;
  browser: Browser;
  portalTab: Tab;
  close(): Promise<void>;
}

export async function createGround(
  name: BrowserName,
  options: Partial<LaunchOptions> = {},
  build = measuredBuild(buildOf(name)),
): Promise<Ground> {
  const portal = await createPortal();
  const browser = await launch(name, {
    port: portal.port,
    authority: portal.authority,
    extension: build,
    hosts: ['members.example.com'],
    ...options,
  });
  const portalTab = await browser.newTab(portalPage('acme'));
  await signInOn(portalTab, portal, 'ada');
  await captured({ browser }, 'acme');
  return {
    portal,
    browser,
    portalTab,
    async close() {
      await browser.close();
      await portal.close();
    },
  };
}

/** Waits until nothing has reached the portal for a while, so that no round is disturbed by the one before. */
export async function quiet({ portal: { log } }: Ground, ms = 60): Promise<void> {
  await until('the portal to be left alone', async () => {
    const mark = log.mark();
    await pause(ms);
    return log.since(mark).length === 0 && log.entries.every(entry => entry.state !== 'open');
  });
}

/** What the popup's first tab shows of the stored snapshot, field by field: the probe waits for all of it. */
export async function expectValues({ browser }: Ground, tab: Tab, names: readonly string[]): Promise<void> {
  const values = await browser.background.evaluate(async api => {
    const stored = await api.storage.session.get('snapshot/acme');
    return (stored['snapshot/acme'] as { values: Record<string, string | number> }).values;
  });
  const wanted = Object.fromEntries(names.map(name => [name, values[name] ?? '']));
  await tab.evaluate(text => localStorage.setItem('benchValues', text), JSON.stringify(wanted));
}
