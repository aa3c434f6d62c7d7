import { resolve } from 'node:path';
import { launchChromium } from './chromium';
import type { Browser, BrowserName, LaunchOptions } from './driver';
import { launchFirefox } from './firefox';

/** Relative to the folder that commands are run in: the root of the repository. BUILDS names another place of the builds. */
const folder = process.env.BUILDS ?? '.output';
const builds = { chromium: `${folder}/chrome-mv3`, firefox: `${folder}/firefox-mv3` } as const;
const drivers = { chromium: launchChromium, firefox: launchFirefox } as const;

export const buildOf = (name: BrowserName) => resolve(builds[name]);

/** Starts a real browser with the extension in it. */
export function launch(name: BrowserName, options: LaunchOptions): Promise<Browser> {
  return drivers[name]({
    ...options,
    extension: options.extension ? resolve(options.extension) : buildOf(name),
  });
}
