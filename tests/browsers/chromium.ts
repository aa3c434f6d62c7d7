import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page, type Browser as Playwright } from 'playwright-core';
import { find } from '../../scripts/browsers.mjs';
import { trust } from './authority';
import { hands, run, type Session, type TargetInfo, targets } from './cdp';
import { start } from './child';
import { display } from './display';
import type { Background, Browser, LaunchOptions, Preferences, Surface, Tab } from './driver';
import { handOn } from './hand';
import { portalHosts } from './hosts';
import { scratch, sweep } from './scratch';
import { sourceOf, surface } from './surface';
import { HANG_MS, until, within } from './waiting';

type Wanted = LaunchOptions & { extension: string };

/** Starts the installed Chromium with the extension, the portal's names on loopback and its authority trusted. */
export async function launchChromium(options: Wanted): Promise<Browser> {
  const started = await startChromium(options);
  try {
    // Without Playwright's defaults: they make every page believe that it is in front and has the focus.
    const browser = await chromium.connectOverCDP(started.address, { noDefaults: true });
    return await drive(browser, started);
  } catch (error) {
    await started.kill();
    throw error;
  }
}

/** The browser alone, with nobody attached to it: Chromium prerenders no page that is looked at through DevTools. */
export async function startChromium(options: Wanted) {
  const profile = options.profile ?? scratch('chromium');
  const home = join(profile, 'home');
  await trust(join(home, '.pki', 'nssdb'), options.authority);
  if (options.headed && !options.profile) pin(profile, options.extension);
  const screen = options.headed ? await display(options.headed === 'apart') : undefined;
  const settings: Settings = { ...options, profile };
  const child = start(find('chromium'), switches(settings), {
    ...process.env,
    ...screen?.env,
    ...languageOf(options),
    HOME: home,
  });
  const cleanUp = async () => {
    await screen?.close();
    if (!options.profile) sweep(profile);
  };
  const kill = async () => {
    await child.kill();
    await cleanUp();
  };
  try {
    const address = await child.line(/^DevTools listening on (ws:\S+)/);
    return { child, address, screen, settings, cleanUp, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/**
 * Puts the toolbar button beside the address bar of a fresh profile, where a hand can reach it. The id of an unpacked extension is its
 * path's SHA-256, written with the letters a to p.
 */
function pin(profile: string, extension: string): void {
  const hash = createHash('sha256').update(extension).digest('hex').slice(0, 32);
  const id = hash.replace(/./g, digit => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    // And no question about the password over the page.
    JSON.stringify({ credentials_enable_service: false, extensions: { pinned_extensions: [id] } }),
  );
}

/** On Linux the language of the browser, and with it of the extension's own texts, comes from the environment. */
const languageOf = ({ language = 'en-US' }: LaunchOptions) => ({
  LANGUAGE: language.replace('-', '_'),
  LANG: `${language.replace('-', '_')}.UTF-8`,
});

/** What the page of the extensions' settings works with. */
declare const chrome: unknown;
interface DeveloperPrivate {
  developerPrivate: {
    updateExtensionConfiguration(config: { extensionId: string; hostAccess: string }): Promise<void>;
  };
}

type Settings = Wanted & { profile: string };

/** What works in the background for nobody here. */
const unused = [
  'AutofillServerCommunication',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'SpareRendererForSitePerProcess',
  'Translate',
];

function switches(settings: Settings) {
  const { profile, headed, port, hosts = [], others = [], args = [], language = 'en-US' } = settings;
  const extensions = [settings.extension, ...others].join(',');
  const names = [...portalHosts, ...hosts].map(host => `MAP ${host} 127.0.0.1:${port}`);
  return [
    // --test-type: no bar about --no-sandbox above the page.
    headed ? '--test-type' : '--headless',
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    `--disable-extensions-except=${extensions}`,
    `--load-extension=${extensions}`,
    // Rules are tried in order: what is not the portal's is found nowhere, so no run can reach the network.
    `--host-resolver-rules=${[...names, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(',')}`,
    // For Extensions.triggerAction, which presses the toolbar button.
    '--enable-unsafe-extension-debugging',
    `--accept-lang=${language}`,
    `--lang=${language}`,
    '--window-size=1200,800',
    '--window-position=0,0',
    // Containers give no user namespaces, and some only a small /dev/shm.
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
    '--password-store=basic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-extensions-with-background-pages',
    '--disable-domain-reliability',
    '--disable-field-trial-config',
    '--metrics-recording-only',
    // Among them the process that is kept ready for the next page: hardly a test has one.
    `--disable-features=${unused.join(',')}`,
    ...args,
    'about:blank',
  ];
}

interface Frame {
  tab: Tab;
  page: Page;
  session: Session;
}

async function drive(
  playwright: Playwright,
  { child, settings: options, screen, cleanUp, kill }: Awaited<ReturnType<typeof startChromium>>,
): Promise<Browser> {
  const context = playwright.contexts()[0]!;
  context.setDefaultTimeout(HANG_MS);
  const devtools = await playwright.newBrowserCDPSession();
  const known = targets(devtools);
  const log: string[] = [];
  const frames = new Map<Page, Promise<Frame>>();
  const sessions = new Set<Session>();
  let offline = false;
  let preferences: Preferences = {};

  context.on('console', message => message.page() && log.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', event => log.push(`error: ${event.error().stack ?? event.error().message}`));

  const ours = `chrome-extension://${options.others?.length ? idOf(options.extension) : ''}`;
  const isWorker = (target: TargetInfo) => target.type === 'service_worker' && target.url.startsWith(ours);
  const worker = async () => (await known.list()).find(isWorker);
  const workers = new Map<string, Promise<Session>>();

  /** Listens to a document or worker of the extension that Playwright does not show, and lets it know what the pages know. */
  const follow = async (targetId: string): Promise<Session> => {
    const session = await known.attach(targetId);
    sessions.add(session);
    for (const [event, describe] of Object.entries(told))
      session.on(event, params => log.push(describe(params)));
    const emulation = offline
      ? session.send('Network.emulateNetworkConditions', conditions(offline))
      : undefined;
    await Promise.all([
      session.send('Runtime.enable'),
      session.send('Log.enable').catch(() => {}),
      emulation,
    ]);
    return session;
  };
  const workerSession = (target: TargetInfo) => {
    const session = workers.get(target.targetId) ?? follow(target.targetId);
    workers.set(target.targetId, session);
    return session;
  };
  await known.onCreated(target => {
    if (isWorker(target)) workerSession(target).catch(() => {});
  });
  const { url } = await until('the extension to start its worker', worker);
  const id = new URL(url).host;
  const origin = `chrome-extension://${id}`;

  const frameOf = (page: Page): Promise<Frame> => {
    const frame = frames.get(page) ?? makeFrame(page);
    frames.set(page, frame);
    return frame;
  };
  const makeFrame = async (page: Page): Promise<Frame> => {
    const devtools = await page.context().newCDPSession(page);
    const { targetInfo } = await devtools.send('Target.getTargetInfo');
    const session: Session = {
      targetId: targetInfo.targetId,
      get closed() {
        return page.isClosed();
      },
      send: <T>(method: string, params: object = {}) =>
        devtools.send(method as 'Runtime.evaluate', params as never) as Promise<T>,
      on: (event, listener) => void devtools.on(event as 'Runtime.consoleAPICalled', listener as never),
      detach: () => devtools.detach(),
    };
    const inDocument = hands(session, () => page.close());
    // A person cannot reach a tab behind another one, and Chromium answers no input there; keys that come before a new window has
    // the focus are lost.
    const isThere = {
      point: () => document.visibilityState === 'visible',
      keys: () => document.visibilityState === 'visible' && document.hasFocus(),
    };
    const inFront =
      <A extends unknown[]>(what: keyof typeof isThere, act: (...args: A) => Promise<void>) =>
      async (...args: A) => {
        await until('the tab to be in front', async () => {
          if (await page.evaluate(isThere[what])) return true;
          await page.bringToFront();
          return page.evaluate(isThere[what]);
        });
        await act(...args);
      };
    const base = surface({
      ...inDocument,
      point: inFront('point', inDocument.point),
      keys: inFront('keys', inDocument.keys),
      insert: inFront('keys', inDocument.insert),
      stroke: inFront('keys', inDocument.stroke),
    });
    await prefer(session, preferences);
    const tab: Tab = extend(base, {
      goto: (url: string) => visit(page, url),
      url: async () => page.url(),
      reload: async () => void (await page.reload()),
      activate: () => page.bringToFront(),
    });
    return { tab, page, session };
  };

  /** The page that a person sees; a window that was just opened has none for a moment. */
  const front = (): Promise<Frame> =>
    until('a tab to be in front', async () => {
      for (const page of context.pages().toReversed()) {
        const visible = await page.evaluate(() => document.visibilityState === 'visible').catch(() => false);
        if (visible) return frameOf(page);
      }
      return undefined;
    });

  /** A popup or a panel: Playwright makes no page of it. */
  const extra = (what: string, path: string, shown: () => boolean) => {
    let open: { session: Session; surface: Surface } | undefined;
    const target = async () =>
      (await known.list()).find(
        each => each.type === 'page' && !each.attached && each.url.startsWith(`${origin}${path}`),
      );
    return {
      async wait(): Promise<Surface> {
        if (open && !open.session.closed) return open.surface;
        const { targetId } = await until(`the ${what} to open`, target);
        const session = await follow(targetId);
        await prefer(session, preferences);
        const opened = surface(
          hands(session, async () => {
            if (session.closed) return;
            // It may be closing by itself.
            await devtools.send('Target.closeTarget', { targetId }).catch(() => {});
            await until(`the ${what} to close`, () => session.closed);
          }),
        );
        open = { session, surface: opened };
        await opened.waitFor(`the ${what} to show`, shown);
        return opened;
      },
      close: async () => open?.surface.close(),
      get surfaces() {
        return open && !open.session.closed ? [open.surface] : [];
      },
    };
  };
  const paths = pathsOf(options.extension);
  // Shown and with the focus: a click that comes earlier would not be seen as leaving it.
  const popup = extra('popup', paths.popup, () => document.readyState === 'complete' && document.hasFocus());
  const panel = extra('side panel', paths.panel, () => document.readyState === 'complete');

  /** Presses the toolbar button, as a click on it does: the worker is not woken for it. */
  const pressButton = async () => {
    const { session } = await front();
    const { url } = (await known.list('page')).find(each => each.targetId === session.targetId)!;
    const tabs = await known.list('tab');
    const target = tabs.find(each => each.url === url) ?? tabs[0]!;
    await devtools.send('Extensions.triggerAction' as never, { id, targetId: target.targetId } as never);
  };

  /** The one that answered last: while it is there, nobody need be asked which there are. */
  let lastWorker: Session | undefined;
  const background: Background = {
    async evaluate(fn, ...args) {
      // A restarted worker keeps its target, and answers before it has the extension's functions: it gets them right before its script
      // runs. One that has stopped keeps its target for a while, too, and answers nothing: then the next one is asked.
      const session = await until('the worker to be set up', async () => {
        const session =
          lastWorker && !lastWorker.closed
            ? lastWorker
            : await workerSession((await worker()) ?? (await wake()));
        lastWorker = undefined;
        const isSetUp = run(session, "(() => typeof chrome !== 'undefined')", []);
        return (await within('the worker to answer', isSetUp, 2_000)) ? session : undefined;
      });
      lastWorker = session;
      return (await within(
        'a function to finish in the worker',
        run(session, sourceOf(fn), args, 'chrome'),
      )) as never;
    },
    async stop() {
      const target = await worker();
      if (!target) return;
      // The target of one that has stopped is there for a while yet, and one that is woken at once keeps it: the browser's own word counts.
      const told = await context.newCDPSession(context.pages()[0]!);
      const versions = new Map<string, string>();
      const stopped = new Set<string>();
      told.on('ServiceWorker.workerVersionUpdated', news => {
        for (const { versionId, scriptURL, runningStatus } of news.versions) {
          if (!scriptURL.startsWith(origin)) continue;
          versions.set(versionId, runningStatus);
          if (runningStatus === 'stopped') stopped.add(versionId);
        }
      });
      await told.send('ServiceWorker.enable');
      await until('the browser to tell of the worker', () => versions.size > 0);
      const alive = [...versions].filter(([, status]) => status !== 'stopped').map(([version]) => version);
      await devtools.send('Target.closeTarget', { targetId: target.targetId });
      await until('the worker to stop', () => alive.every(version => stopped.has(version)));
      await told.detach();
    },
    running: async () => Boolean(await worker()),
  };
  const wake = async () => {
    const { session } = await frameOf(context.pages()[0]!);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
    return until('the worker to start', worker);
  };

  const everySession = async () => [
    ...[...sessions].filter(each => !each.closed),
    ...(await Promise.all(context.pages().map(async page => (await frameOf(page)).session))),
  ];

  const tabs = async () => (await Promise.all(context.pages().map(frameOf))).map(frame => frame.tab);

  return {
    name: 'chromium',
    profile: options.profile,
    origin,
    background,
    async newTab(url, apart) {
      if (apart?.private) {
        const page = await (await playwright.newContext()).newPage();
        await visit(page, url);
        return (await frameOf(page)).tab;
      }
      const [first, ...others] = context.pages();
      const blank = first?.url() === 'about:blank' && others.length === 0 ? first : undefined;
      const page = blank ?? (await context.newPage());
      await visit(page, url);
      return (await frameOf(page)).tab;
    },
    tabs,
    surfaces: async () => [...popup.surfaces, ...panel.surfaces, ...(await tabs())],
    async openPopup() {
      await popup.close();
      await pressButton();
      return popup.wait();
    },
    waitForPopup: popup.wait,
    waitForPanel: panel.wait,
    async resize(width, height) {
      const { session } = await front();
      const { windowId } = await session.send<{ windowId: number }>('Browser.getWindowForTarget');
      await session.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
    },
    async emulate(wanted) {
      preferences = wanted;
      for (const session of await everySession()) await prefer(session, wanted).catch(() => {});
    },
    async setOffline(wanted) {
      offline = wanted;
      // Playwright's own switch does not reach the popup.
      await context.setOffline(wanted);
      for (const session of sessions)
        if (!session.closed) await session.send('Network.emulateNetworkConditions', conditions(wanted));
    },
    async allowSites(allowed) {
      const page = await context.newPage();
      await visit(page, 'chrome://extensions/');
      await page.evaluate(
        ([extensionId, hostAccess]) =>
          (chrome as unknown as DeveloperPrivate).developerPrivate.updateExtensionConfiguration({
            extensionId,
            hostAccess,
          }),
        [id, allowed ? 'ON_ALL_SITES' : 'ON_CLICK'] as const,
      );
      await page.close();
    },
    nap: ms => child.nap(ms),
    menu: async () => {
      throw new Error(
        'Chromium draws its menus where no protocol reaches: launch it headed and use the hand.',
      );
    },
    answer: async () => {
      throw new Error('Chromium asks where no protocol reaches: launch it headed and use the hand.');
    },
    async update() {
      await devtools.send('Extensions.loadUnpacked' as never, { path: options.extension } as never);
    },
    hand: () => handOn(screen),
    console: async () => [...log],
    async close() {
      // The answer may be lost with the connection.
      await devtools.send('Browser.close').catch(() => {});
      await child.ended();
      await cleanUp();
    },
    kill,
  };
}

/** Fails when the page cannot be reached; only once its error page stands, which would else end the next visit. */
async function visit(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url);
  } catch (error) {
    await page.waitForURL('chrome-error://chromewebdata/', { timeout: 2000 }).catch(() => {});
    throw error;
  }
}

/** `spread` would freeze the getter `closed`. */
const extend = <A extends object, B extends object>(base: A, more: B): A & B => Object.assign(base, more);

const conditions = (offline: boolean) => ({
  offline,
  latency: 0,
  downloadThroughput: -1,
  uploadThroughput: -1,
});

const prefer = (session: Session, { theme, forcedColors, reducedMotion }: Preferences) =>
  session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme ?? '' },
      { name: 'forced-colors', value: forcedColors ? 'active' : '' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
    ],
  });

/** What is written down of each kind of report. */
const told: Record<string, (params: never) => string> = {
  'Runtime.consoleAPICalled': ({
    type,
    args,
  }: {
    type: string;
    args: { value?: unknown; description?: string }[];
  }) => `${type}: ${args.map(each => String(each.value ?? each.description)).join(' ')}`,
  'Runtime.exceptionThrown': ({
    exceptionDetails: { text, exception },
  }: {
    exceptionDetails: { text: string; exception?: { description?: string } };
  }) => `error: ${text} ${exception?.description ?? ''}`,
  'Log.entryAdded': ({ entry }: { entry: { level: string; text: string; url?: string } }) =>
    `${entry.level}: ${entry.text} ${entry.url ?? ''}`,
};

/** Chromium names an unpacked extension after the hash of its path. */
export const idOf = (folder: string) =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

/** The popup's page and the side panel's, as the manifest names them. */
function pathsOf(extension: string): { popup: string; panel: string } {
  const { action, side_panel } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    action?: { default_popup?: string };
    side_panel?: { default_path?: string };
  };
  return {
    popup: `/${action?.default_popup ?? 'popup.html'}`,
    panel: `/${side_panel?.default_path ?? 'sidepanel.html'}`,
  };
}
