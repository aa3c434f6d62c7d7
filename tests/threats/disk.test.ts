import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { Browser, ExtensionApi } from '../browsers/driver';
import { launch } from '../browsers/launch';
import { scratch, sweep } from '../browsers/scratch';
import { createPortal, type Portal } from '../portal/portal';
import { changedBuild } from './builds';
import { type Scan, scanFolder } from './disk';
import { plantSecrets, type Secrets, spendDay } from './member';
import { isSoak, threat } from './report';
import type { Hit } from './sentinels';
import { browserName } from './stage';

const session = /sessions?[\\/]|sessionstore/i;
const cache = /cache2?[\\/]/i;
const named = (hits: readonly Hit[]) => [
  ...new Set(hits.map(({ name, where, encoding }) => `${name} in ${where} (${encoding})`)),
];

/** Everything that is kept of a space, asked for through the extension's own interfaces. */
async function kept(browser: Browser): Promise<string[]> {
  return browser.background.evaluate(async api => {
    const open = indexedDB.open('nametag');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const found: string[] = [];
    for (const name of database.objectStoreNames) {
      const keys = database.transaction(name).objectStore(name).getAllKeys();
      await new Promise(resolve => {
        keys.onsuccess = resolve;
      });
      found.push(...keys.result.map(key => `${name}: ${String(key)}`));
    }
    database.close();
    const [inSession, local] = [await api.storage.session.get(null), await api.storage.local.get(null)];
    found.push(...Object.keys(inSession).filter(key => /\/acme|acme\//.test(key)));
    if (JSON.stringify(local).includes('acme')) found.push('storage.local');
    return found;
  });
}

describe(`the disk, in ${browserName}`, () => {
  let portal: Portal;
  let browser: Browser | undefined;
  let profile: string;
  let extension: string;
  let secrets: Secrets;

  const start = () =>
    launch(browserName, {
      port: portal.port,
      authority: portal.authority,
      profile,
      extension,
      permanent: true,
      prefs: {
        'browser.sessionstore.resume_from_crash': true,
        'browser.sessionstore.interval': 1_000,
        'browser.sessionstore.privacy_level': 0,
      },
    });

  beforeEach(async () => {
    // The portal's page keeps its own token in memory: what is found would be ours.
    portal = await createPortal({ switches: { tokenIn: 'memory', echoValues: false } });
    secrets = plantSecrets(portal);
    profile = scratch('disk');
    extension = changedBuild(manifest => manifest);
    browser = await start();
    await spendDay(browser, portal, secrets);
  });
  afterEach(async () => {
    await browser?.kill().catch(() => {});
    await portal.close();
    sweep(profile);
  });

  const scan = (): Scan =>
    scanFolder(profile, [
      ...secrets.tokens(),
      ...secrets.passwords,
      ...secrets.unedited,
      secrets.draft,
      secrets.saved,
      secrets.control.cache,
      secrets.control.input,
    ]);

  /** What of a scan must not be; and what shows that the search finds things. */
  function judge({ hits }: Scan, { draft = true } = {}): number {
    const of = (...all: { name: string }[]) => hits.filter(({ name }) => all.some(one => one.name === name));
    expect(secrets.unedited.length).toBeGreaterThan(20);
    expect(named(of({ name: 'token' }))).toEqual([]);
    expect(named(of(...secrets.passwords))).toEqual([]);
    expect(named(of(...secrets.unedited))).toEqual([]);
    // A draft and a saved value rest in the extension's database; neither is in a session file or a cache.
    expect(
      named(of(secrets.draft, secrets.saved).filter(({ where }) => session.test(where) || cache.test(where))),
    ).toEqual([]);
    if (draft) expect(of(secrets.draft, secrets.saved).length, 'what was typed is found').toBeGreaterThan(0);
    expect(
      of(secrets.control.cache).some(({ where }) => cache.test(where)),
      'the cached answer is found',
    ).toBe(true);
    expect(
      of(secrets.control.input).some(({ where }) => session.test(where)),
      'the plain input is found',
    ).toBe(true);
    return secrets.tokens().length + secrets.passwords.length + secrets.unedited.length;
  }

  const exits: Record<string, { run(): Promise<void>; draft?: boolean; always?: boolean }> = {
    kill: { run: async () => browser?.kill(), always: true },
    close: { run: async () => browser?.close() },
    update: {
      async run() {
        await browser?.close();
        const path = join(extension, 'manifest.json');
        const manifest = JSON.parse(readFileSync(path, 'utf8'));
        writeFileSync(path, JSON.stringify({ ...manifest, version: '1.0.1' }));
        browser = await start();
        const version = await browser.background.evaluate(api => api.runtime.getManifest().version);
        expect(version).toBe('1.0.1');
        await browser.close();
      },
    },
    forget: {
      always: true,
      draft: false,
      async run() {
        if (!browser) return;
        expect(await kept(browser)).not.toEqual([]);
        const page = await browser.newTab(`${browser.origin}/editor.html`);
        await page.evaluate(async () => {
          const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
          await (browser ?? chrome).runtime.sendMessage({ name: 'forget', request: { space: 'acme' } });
        });
        // T41: nothing is left that the extension itself can read.
        expect(await kept(browser)).toEqual([]);
        await browser.close();
      },
    },
  };

  for (const [name, { run, draft, always }] of Object.entries(exits)) {
    if (!always && !isSoak) continue;
    threat(
      name === 'forget' ? 'T41' : 'T36',
      `nothing secret is on the disk: ${name}`,
      async () => {
        judge(scan(), { draft: true });
        await run();
        const result = scan();
        const sought = judge(result, { draft });
        return [
          `exit: ${name}; ${result.files} files, ${Math.round(result.bytes / 1_048_576)} MB, ${sought} sentinels × 5 encodings (also T36b, T37, T38)`,
          'token 0, passwords 0, unedited 0, session files 0, caches 0; 3 controls found',
        ];
      },
      120_000,
    );
  }
});
