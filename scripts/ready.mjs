/**
 * Makes a fresh clone ready: packages from the lockfile, and the browsers that the tests and the demo drive. Plain Node without
 * packages, for it runs before there are any. Says what it does; a single line when there is nothing to do.
 *
 *   node scripts/ready.mjs               all of it
 *   node scripts/ready.mjs --packages    only the packages
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { browsers, look, which } from './browsers.mjs';

const root = resolve(import.meta.dirname ?? '.', '..');
const inRoot = (/** @type {string[]} */ ...path) => join(root, ...path);

/** What the tests need of the system: how to see that it is there, and the Debian package that brings it. */
const needs = [
  { what: browsers.chromium.title, has: () => look('chromium').path, debian: 'chromium' },
  { what: browsers.firefox.title, has: () => look('firefox').path, debian: 'firefox-esr' },
  {
    what: 'certutil, to trust the throw-away certificate',
    has: () => which('certutil'),
    debian: 'libnss3-tools',
  },
];

/** What only some tests and pictures use. Brought along on Debian, not asked for elsewhere. */
const extras = [
  { what: 'Xvfb, a display for native menus', has: () => which('Xvfb'), debian: 'xvfb' },
  { what: 'a window manager', has: () => which('openbox'), debian: 'openbox' },
  { what: 'xdotool, a hand for native menus', has: () => which('xdotool'), debian: 'xdotool' },
  {
    what: 'the languages of Chromium',
    has: () => file('/usr/lib/chromium/locales/de.pak', '/usr/share/chromium/locales/de.pak'),
    debian: 'chromium-l10n',
  },
  {
    what: 'Arabic letters',
    has: () => file('/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf'),
    debian: 'fonts-noto-core',
  },
  {
    what: 'Japanese letters',
    has: () => file('/usr/share/fonts/truetype/vlgothic'),
    debian: 'fonts-vlgothic',
  },
];

const file = (/** @type {string[]} */ ...paths) => paths.find(path => existsSync(path)) ?? '';

const begun = Date.now();
checkNode();
const onlyPackages = process.argv.includes('--packages');
const ready = () =>
  packagesAreCurrent() && wxtIsPrepared() && (onlyPackages || missingOfSystem().length === 0);
if (ready()) console.log('Ready.');
else {
  await alone(async () => {
    await preparePackages();
    if (!onlyPackages) await prepareSystem();
  });
  console.log(`Ready after ${seconds(begun)}.`);
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const [major = 0, minor = 0] = engines.node.match(/\d+/g).map(Number);
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  stop(
    `Nametag's tools need Node ${major}.${minor} or newer; this is ${process.version}. See https://nodejs.org/en/download`,
  );
}

async function preparePackages() {
  const current = packagesAreCurrent();
  if (!current)
    await run('Installing the packages of package-lock.json', 'npm', ['ci', '--no-audit', '--no-fund']);
  // Packages run no scripts on install (.npmrc), so what WXT would prepare there is done here.
  if (!current || !wxtIsPrepared())
    await run('Preparing WXT', inRoot('node_modules', '.bin', 'wxt'), ['prepare']);
}

function wxtIsPrepared() {
  return existsSync(inRoot('.wxt', 'wxt.d.ts'));
}

/** Compares what npm wrote down at its last install with what the lockfile wants. */
function packagesAreCurrent() {
  const installed = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, { version, optional, link }]) =>
      path === '' || link || (optional && !have[path]) || have[path]?.version === version,
  );
}

function onDebian() {
  return isDebian() && which('apt-get') !== '';
}

function missingOfSystem() {
  return (onDebian() ? [...needs, ...extras] : needs).filter(each => !each.has());
}

async function prepareSystem() {
  const missing = missingOfSystem();
  if (missing.length === 0) return;
  console.log(`Missing: ${missing.map(each => each.what).join('; ')}.`);
  for (const name of /** @type {const} */ (['chromium', 'firefox'])) {
    const { path, refused } = look(name);
    for (const reason of path ? [] : refused) console.log(`  ${reason}`);
    const { variable } = browsers[name];
    if (!path && process.env[variable]) stop(`Please set ${variable} to a program that exists, or unset it.`);
  }

  const install = [
    'apt-get',
    'install',
    '-y',
    '--no-install-recommends',
    ...missing.map(each => each.debian),
  ];
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  if (!onDebian()) stop(elsewhere(missing.map(each => each.debian)));
  const mayInstall = sudo.length === 0 || (process.env.CI === 'true' && which('sudo') !== '');
  if (!mayInstall) stop(`Please run:\n\n  sudo apt-get update && sudo ${install.join(' ')}\n`);

  // Another apt may hold the lock, as on a machine that has just started.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const asRoot = (/** @type {string[]} */ words) => {
    const [program = '', ...rest] = sudo.length
      ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', ...words]
      : words;
    return { program, rest };
  };
  const update = asRoot(['apt-get', ...wait, 'update']);
  await run('Reading the list of system packages', update.program, update.rest, { env });
  const apt = asRoot([...install.slice(0, 1), ...wait, ...install.slice(1)]);
  await run(`Installing ${missing.map(each => each.debian).join(', ')}`, apt.program, apt.rest, { env });

  const still = needs.filter(each => !each.has());
  if (still.length) stop(elsewhere(still.map(each => each.debian)));
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** @param {string[]} packages */
function elsewhere(packages) {
  const ways = {
    chromium:
      'Chromium: npx playwright-core install chromium, or set CHROMIUM to a Chromium or Chrome for Testing (not a snap).',
    'firefox-esr': 'Firefox: install Firefox ESR (not a snap), or set FIREFOX to its path.',
    'libnss3-tools': 'certutil: brew install nss, dnf install nss-tools, or pacman -S nss.',
  };
  const lines = Object.entries(ways).filter(([name]) => packages.includes(name));
  return `Please install what is missing, then try again:\n${lines.map(([, way]) => `  ${way}`).join('\n')}`;
}

/**
 * Runs a command quietly, telling the time it takes; its last lines are shown when it fails.
 * @param {string} title
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string> }} [options]
 */
async function run(title, program, args, { env = {} } = {}) {
  const from = Date.now();
  /** @type {string[]} */
  const lines = [];
  let rest = '';
  const terminal = process.stdout.isTTY;
  process.stdout.write(terminal ? `${title} …` : `${title} …\n`);
  const clock = setInterval(
    () => process.stdout.write(terminal ? `\r${title} … ${seconds(from)}` : `  … ${seconds(from)}\n`),
    terminal ? 1000 : 15_000,
  );
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', chunk => {
      const split = (rest + chunk).split('\n');
      rest = split.pop() ?? '';
      lines.push(...split);
    });
  const code = await new Promise(end => {
    child.once('error', error => {
      lines.push(error.message);
      end(1);
    });
    child.once('close', end);
  });
  clearInterval(clock);
  if (code === 0)
    return console.log(terminal ? `\r${title}: ${seconds(from)}` : `  done after ${seconds(from)}`);
  stop(`\n${gist([...lines, rest]).join('\n')}\n\n${title}: failed after ${seconds(from)}.`);
}

/**
 * npm names the reason first and then explains its usage at length; apt and WXT name it last.
 * @param {string[]} lines
 */
function gist(lines) {
  const said = lines.filter(line => line.trim() && !/^npm (warn|notice)/.test(line));
  return said.length <= 40 ? said : [...said.slice(0, 12), '…', ...said.slice(-27)];
}

/**
 * Lets only one of these run per clone: two `npm ci` at once would delete each other's work.
 * @template T
 * @param {() => Promise<T>} work
 */
async function alone(work) {
  const lock = join(
    tmpdir(),
    `nametag-ready-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`,
  );
  for (let told = false; !take(lock); told = true) {
    if (!told) console.log('Waiting for another “ready” of this folder to finish …');
    await new Promise(wake => setTimeout(wake, 500));
  }
  process.once('exit', () => rmSync(lock, { force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  return work();
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {}
  try {
    // An empty file is one that is just being written; its 0 asks for ourselves, who live.
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch (error) {
    // Nobody has it any more: the owner was killed. (EPERM: it is another user's, and lives.)
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') rmSync(lock, { force: true });
  }
  return false;
}

/** @param {number} from */
function seconds(from) {
  return `${Math.round((Date.now() - from) / 1000)} s`;
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message);
  process.exit(1);
}
