import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Browser } from '../browsers/driver';
import { launch } from '../browsers/launch';
import { scratch, sweep } from '../browsers/scratch';
import { staysTrue } from '../browsers/waiting';
import { createPortal, type Portal } from '../portal/portal';
import { ask } from './ask';
import { changedBuild } from './builds';
import { inCaches, inSessions, type Scan, scanFolder } from './disk';
import { plantSecrets, type Secrets, spendDay } from './member';
import { isSoak, threat } from './report';
import type { Hit } from './sentinels';
import { browserName } from './stage';

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

interface Exit {
  /** Ends the day; a browser that is still there afterwards is closed. */
  run(day: Day): Promise<void>;
  /** In the quick form too. */
  always?: true;
}

interface Day {
  browser: Browser;
  extension: string;
  start(): Promise<Browser>;
}

const exits: Record<string, Exit> = {
  kill: { run: ({ browser }) => browser.kill() },
  close: { run: ({ browser }) => browser.close() },
  update: {
    async run({ browser, extension, start }) {
      await browser.close();
      const path = join(extension, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...manifest, version: '1.0.1' }));
      const updated = await start();
      const version = await updated.background.evaluate(api => api.runtime.getManifest().version);
      expect(version).toBe('1.0.1');
      // What was typed and saved outlives the update; token and picture do not.
      const there = await kept(updated);
      expect(there).toEqual(
        expect.arrayContaining([expect.stringMatching(/^drafts: /), expect.stringMatching(/^history: /)]),
      );
      expect(there.filter(key => /^(token|snapshot)/.test(key))).toEqual([]);
      await updated.close();
    },
  },
  forget: {
    async run({ browser }) {
      expect(await kept(browser)).not.toEqual([]);
      const page = await browser.newTab(`${browser.origin}/editor.html#personal`);
      // Where the caret is will be written down in a moment: not any more.
      await page.click('#field-FullName');
      await ask(page, 'forget', { space: 'acme' });
      // What is left is for the test below to say.
      const isNothingLeft = async () => {
        left = await kept(browser);
        return left.length === 0;
      };
      await staysTrue('nothing is left', isNothingLeft).catch(() => {});
      await browser.close();
    },
    always: true,
  },
};
/** What the extension itself can still read after Forget. */
let left: string[] = [];

const tried = Object.entries(exits).filter(([, { always }]) => always || isSoak);

describe.each(tried)(`the disk after %s, in ${browserName}`, (name, { run }) => {
  let portal: Portal;
  let browser: Browser | undefined;
  let profile: string;
  let secrets: Secrets;
  /** While the browser runs, and when it is gone. */
  const scans: Scan[] = [];

  beforeAll(async () => {
    // The portal's page keeps its own token in memory: what is found would be ours.
    portal = await createPortal({ switches: { tokenIn: 'memory', echoValues: false } });
    secrets = plantSecrets(portal);
    profile = scratch('disk');
    const extension = changedBuild(manifest => manifest);
    const start = async () => {
      browser = await launch(browserName, {
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
      return browser;
    };
    const day = await start();
    await spendDay(day, portal, secrets);
    const scan = () =>
      scanFolder(profile, [
        ...secrets.tokens(),
        ...secrets.passwords,
        ...secrets.unedited,
        secrets.draft,
        secrets.saved,
        secrets.control.cache,
        secrets.control.input,
      ]);
    scans.push(scan());
    await run({ browser: day, extension, start });
    scans.push(scan());
  });
  afterAll(async () => {
    await browser?.kill().catch(() => {});
    await portal?.close();
    sweep(profile);
  });

  const hits = (sought: readonly { name: string }[], where: (path: string) => boolean = () => true) =>
    scans.flatMap(({ hits }) =>
      hits.filter(hit => where(hit.where) && sought.some(({ name }) => name === hit.name)),
    );
  const looked = () => {
    const { files, bytes } = scans.at(-1) ?? { files: 0, bytes: 0 };
    return `${name}, ${files} files, ${Math.round(bytes / 1_048_576)} MB`;
  };

  threat('T36', `no token and no password: ${name}`, async () => {
    const sought = [...secrets.tokens(), ...secrets.passwords];
    expect(sought.length).toBeGreaterThan(secrets.passwords.length);
    expect(named(hits(sought))).toEqual([]);
    // The eye works: what was typed into our fields to be kept is found on the disk.
    const typed = hits([secrets.draft, secrets.saved]);
    expect(typed.length).toBeGreaterThan(0);
    return [
      `${looked()}: ${sought.length} tokens and passwords × 5 encodings`,
      `0 found (${typed.length} of what is kept)`,
    ];
  });

  threat('T36b', `no profile that nobody edited: ${name}`, async () => {
    expect(secrets.unedited.length).toBeGreaterThan(20);
    expect(named(hits(secrets.unedited))).toEqual([]);
    return [`${looked()}: ${secrets.unedited.length} loaded values × 5 encodings`, '0 found'];
  });

  threat('T37', `nothing of ours in session files: ${name}`, async () => {
    const ours = [...secrets.passwords, ...secrets.unedited, secrets.draft, secrets.saved];
    expect(named(hits(ours, inSessions))).toEqual([]);
    const control = hits([secrets.control.input], inSessions);
    expect(control.length).toBeGreaterThan(0);
    return [
      `${looked()}: ${ours.length} values in unpacked session files`,
      `0 found (a plain input of a page: ${control.length})`,
    ];
  });

  threat('T38', `nothing of ours in caches: ${name}`, async () => {
    const ours = [...secrets.tokens(), ...secrets.unedited, secrets.draft, secrets.saved];
    expect(named(hits(ours, inCaches))).toEqual([]);
    const control = hits([secrets.control.cache], inCaches);
    expect(control.length).toBeGreaterThan(0);
    return [
      `${looked()}: ${ours.length} values in caches`,
      `0 found (a cacheable answer of a page: ${control.length})`,
    ];
  });

  if (name === 'forget')
    threat('T41', 'a space that was forgotten leaves nothing to read', async () => {
      expect(left).toEqual([]);
      return ['database, session and local storage after Forget', '0 keys'];
    });
});
