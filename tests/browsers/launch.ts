import { resolve } from 'node:path';
import { launchChromium } from './chromium';
import type { Browser, BrowserName, LaunchOptions } from './driver';
import { launchFirefox } from './firefox';

/** Relative to the folder that commands are run in: the root of the repository. BUILDS names another place of the builds. */
const folder = process.env.BUILDS ?? '.output';
const builds = { chromium: `${folder}/chrome-mv3`, firefox: `${folder}/firefox-mv3` } as const;
const drivers = { chromium: launchChromium, firefox: launchFirefox } as const;

export const buildOf = (name: BrowserName) => resolve(builds[name]);

/** Those that run, for the traces of a test that fails. */
export const openBrowsers = new Set<Browser>();

/** Starts a real browser with the extension in it. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Browser> {
  const browser = await drivers[name]({
    ...options,
    extension: options.extension ? resolve(options.extension) : buildOf(name),
  });
  openBrowsers.add(browser);
  const ending = (end: () => Promise<void>) => () => {
    openBrowsers.delete(browser);
    return end();
  };
  return Object.assign(browser, { close: ending(browser.close), kill: ending(browser.kill) });
}
