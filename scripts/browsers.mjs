/** Where the browsers are: for the drivers of the tests, the demo and ready.mjs. Plain Node, no packages. */
import { execFileSync } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, readdirSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * @typedef {'chromium' | 'firefox'} Name
 * @type {Record<Name, { variable: string, title: string, programs: () => string[], refuse: (path: string) => string }>}
 */
export const browsers = {
  chromium: {
    variable: 'CHROMIUM',
    title: 'Chromium or Chrome for Testing',
    programs: () => [
      'chromium',
      'chromium-browser',
      'google-chrome-for-testing',
      ...downloaded(),
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'google-chrome',
      'google-chrome-stable',
    ],
    // Branded Chrome ignores --load-extension since version 137, so an unpacked build cannot be tested in it.
    refuse: path =>
      snap(path) ||
      (/google.chrome/i.test(path) && !/Testing|Chromium/.test(version(path))
        ? 'Google Chrome no longer loads unpacked extensions from the command line'
        : ''),
  },
  firefox: {
    variable: 'FIREFOX',
    title: 'Firefox (ESR, for installs that survive a restart)',
    programs: () => ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    refuse: path => snap(path),
  },
};

/**
 * The path of a program, or '' when it is not installed.
 * @param {string} program
 */
export function which(program) {
  const places = program.includes('/') ? [''] : (process.env.PATH ?? '').split(delimiter);
  return places.map(place => join(place, program)).find(executable) ?? '';
}

/**
 * The browser's path and, for each candidate that was not taken, the reason.
 * @param {Name} name
 * @returns {{ path: string, refused: string[] }}
 */
export function look(name) {
  const { variable, programs, refuse } = browsers[name];
  const wanted = process.env[variable];
  if (wanted)
    return which(wanted)
      ? { path: which(wanted), refused: [] }
      : { path: '', refused: [`${variable}=${wanted}: no such program`] };
  const refused = [];
  for (const path of programs().map(which).filter(Boolean)) {
    const reason = refuse(path);
    if (!reason) return { path, refused };
    refused.push(`${path}: ${reason}`);
  }
  return { path: '', refused };
}

/**
 * The browser's path; says what to do when there is none.
 * @param {Name} name
 */
export function find(name) {
  const { path, refused } = look(name);
  if (path) return path;
  const { title, variable } = browsers[name];
  throw new Error(
    `${title} was not found${refused.map(each => ` (${each})`).join('')}. Run node scripts/ready.mjs, or set ${variable}.`,
  );
}

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ubuntu's /usr/bin/chromium-browser and /usr/bin/firefox only start a snap, which cannot read a profile in the temporary directory.
 * @param {string} path
 */
function snap(path) {
  if (path.startsWith('/snap/')) return 'a snap cannot open a temporary profile';
  const head = start(path);
  return head.startsWith('#!') && /\bsnap\b/.test(head) ? 'a snap cannot open a temporary profile' : '';
}

/** @param {string} path */
function start(path) {
  const bytes = Buffer.alloc(4000);
  const file = openSync(path, 'r');
  try {
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** Chrome for Testing as Playwright downloads it (`npx playwright-core install chromium`), the newest first. */
function downloaded() {
  const cache = join(homedir(), '.cache', 'ms-playwright');
  try {
    return readdirSync(cache)
      .filter(each => each.startsWith('chromium-'))
      .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .flatMap(each => ['chrome-linux64', 'chrome-linux'].map(folder => join(cache, each, folder, 'chrome')));
  } catch {
    return [];
  }
}

/** @param {string} path */
function version(path) {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
