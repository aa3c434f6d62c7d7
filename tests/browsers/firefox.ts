import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { find } from '../../scripts/browsers.mjs';
import { trust } from './authority';
import { type Child, start } from './child';
import { type Display, display } from './display';
import type { Background, Browser, Json, LaunchOptions, Menu, Preferences, Surface, Tab } from './driver';
import { giveCache, keepCache } from './firefox-cache';
import { frameScript } from './firefox-frame';
import * as inMenus from './firefox-menus';
import { preferencesOf } from './firefox-preferences';
import * as inWindow from './firefox-window';
import { handOn } from './hand';
import { facts } from './keys';
import { type Marionette, marionette } from './marionette';
import { eventMark } from './privileged';
import { scratch, sweep } from './scratch';
import { type Hands, type Seen, sourceOf, surface, watching } from './surface';
import { until, within } from './waiting';

/** Fixed, so that the origin of the extension's pages is known and stays through a restart. */
const uuid = '11111111-2222-4333-8444-555555555555';

type Settings = LaunchOptions & { extension: string; profile: string };

/** Starts the installed Firefox with the extension, the portal's names on loopback and its authority trusted. */
export async function launchFirefox(options: LaunchOptions & { extension: string }): Promise<Browser> {
  const profile = options.profile ?? scratch('firefox');
  giveCache(profile);
  const home = join(profile, 'home');
  mkdirSync(home, { recursive: true });
  const { id, version } = manifestOf(options.extension);
  const activePort = join(profile, 'MarionetteActivePort');
  rmSync(activePort, { force: true });
  const preferences = { ...preferencesOf(options, { [id]: uuid }), ...options.prefs };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  await trust(profile, options.authority);
  const screen = options.headed ? await display(options.headed === 'apart') : undefined;
  const child = start(find('firefox'), switches({ ...options, profile }), {
    ...process.env,
    ...screen?.env,
    HOME: home,
  });
  const events = listen(child);
  const cleanUp = async () => {
    await screen?.close();
    if (!options.profile) sweep(profile);
  };
  try {
    const port = await until('Firefox to listen', () => Number(readFileSync(activePort, 'utf8')));
    const connection = await marionette(port);
    return await drive(connection, child, events, { ...options, profile }, { id, version }, screen, cleanUp);
  } catch (error) {
    await child.kill();
    await cleanUp();
    throw error;
  }
}

const switches = ({ profile, headed, args = [] }: Settings) => [
  ...(headed ? [] : ['--headless']),
  '--marionette',
  '--remote-allow-system-access',
  '--no-remote',
  '--profile',
  profile,
  ...args,
];

function manifestOf(extension: string): { id: string; version: string } {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    version: string;
    browser_specific_settings: { gecko: { id: string } };
  };
  return { id: manifest.browser_specific_settings.gecko.id, version: manifest.version };
}

/** What Firefox reports by itself, on its standard output: Marionette only answers. */
function listen(child: Child) {
  const log: string[] = [];
  const closed = new Set<number>();
  child.onLine(line => {
    if (!line.startsWith(eventMark)) return;
    const event = JSON.parse(line.slice(eventMark.length)) as { closed?: number; said?: string };
    if (event.closed) closed.add(event.closed);
    if (event.said !== undefined) log.push(event.said);
  });
  return { log, closed };
}

async function drive(
  connection: Marionette,
  child: Child,
  { log, closed }: ReturnType<typeof listen>,
  options: Settings,
  { id, version }: { id: string; version: string },
  screen: Display | undefined,
  cleanUp: () => Promise<void>,
): Promise<Browser> {
  /** Runs one of the functions of ./firefox-window in Firefox's own window. */
  const ask = async <A extends Json[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> =>
    (await askSource(sourceOf(fn), args)) as R;
  /** Waits in the window until one of them gives something truthy. */
  const askUntil = async <A extends Json[], R>(
    what: string,
    fn: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<NonNullable<Awaited<R>>> => {
    const source = watching(sourceOf(fn));
    const { answer } = await until(what, async () => {
      const seen = (await askSource(source, args)) as Seen;
      if (!seen.answer && seen.why) throw new Error(seen.why);
      return seen.answer ? seen : undefined;
    });
    return answer as NonNullable<Awaited<R>>;
  };
  const askSource = async (source: string, args: Json[]): Promise<unknown> => {
    // A script that answers with a promise, not an asynchronous script: those share one callback, so two at a time mix their answers.
    const script = `return Promise.resolve()
      .then(() => ${source}(...JSON.parse(arguments[0])))
      .then(value => JSON.stringify({ value }), error => JSON.stringify({ error: String(error?.message ?? error) }));`;
    const { value } = await connection.send<{ value: string }>('WebDriver:ExecuteScript', {
      script,
      args: [JSON.stringify(args)],
      // One scope for all calls: what `prepare` leaves there is found again.
      sandbox: 'system',
      newSandbox: false,
    });
    const answer = JSON.parse(value) as { value: unknown; error?: string };
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  };

  await connection.send('WebDriver:NewSession', { acceptInsecureCerts: false });
  // Each wait has its own, shorter deadline.
  await connection.send('WebDriver:SetTimeouts', { script: 60_000 });
  await connection.send('Marionette:SetContext', { value: 'chrome' });
  await ask(
    inWindow.prepare,
    `${sourceOf(frameScript)}()`,
    `${sourceOf(inWindow.processScript)}()`,
    eventMark,
  );
  if (options.language) await ask(inWindow.speak, options.language);
  await install();
  for (const path of options.others ?? []) await connection.send('Addon:Install', { path, temporary: true });
  await askUntil('the toolbar button', inWindow.showButton, id);

  async function install() {
    if (!options.permanent) {
      await connection.send('Addon:Install', { path: options.extension, temporary: true });
      return;
    }
    if ((await ask(inWindow.installed, id)) !== version) await installForGood();
  }
  async function installForGood() {
    const folder = scratch('xpi');
    const path = join(folder, 'extension.xpi');
    await ask(inWindow.pack, options.extension, path);
    await connection.send('Addon:Install', { path, temporary: false });
    sweep(folder);
  }

  const surfaces = new Map<number, Surface>();
  const handsOf = (browserId: number, close: () => Promise<void>): Hands => {
    const job = (name: string, given: Json) => ask(inWindow.job, browserId, name, given);
    // A person cannot reach a tab behind another one, nor type into a document without the focus.
    const inFront = async (act: () => Promise<unknown>) => {
      await ask(inWindow.activate, browserId);
      await act().catch(error => {
        if (!closed.has(browserId)) throw error;
      });
    };
    return {
      run: async (source, args) => {
        const answer = (await job('evaluate', { source, args: JSON.stringify(args), api: false })) as string;
        return (JSON.parse(answer) as [unknown])[0] ?? undefined;
      },
      point: (x, y, button, hold) =>
        inFront(() => job('point', { x, y, hold, button: { none: -1, left: 0, right: 2 }[button] })),
      keys: text => inFront(() => job('type', { text })),
      insert: text => inFront(() => job('insert', { text })),
      stroke: ({ key, held }) =>
        inFront(() => {
          const { code, text } = facts(key);
          return ask(inWindow.pressKey, browserId, {
            key,
            code,
            printable: text !== '' && [...key].length === 1,
            altKey: held.includes('Alt'),
            ctrlKey: held.includes('Control'),
            metaKey: held.includes('Meta'),
            shiftKey: held.includes('Shift'),
          });
        }),
      capture: async () => Buffer.from(await ask(inWindow.capture, browserId), 'base64'),
      close,
      closed: () => closed.has(browserId) || child.exited,
    };
  };

  const visit = async (browserId: number, url: string) => {
    const before = await ask(inWindow.visit, browserId, url);
    await askUntil(`${url || 'the page'} to load`, inWindow.arrived, browserId, before, url);
    const reason = await ask(inWindow.failure, browserId);
    if (reason) throw new Error(`${url} could not be opened: ${reason}.`);
  };

  const tabOf = (browserId: number): Tab => {
    const known = surfaces.get(browserId) as Tab | undefined;
    if (known) return known;
    const hands = handsOf(browserId, async () => {
      await ask(inWindow.closeTab, browserId);
      await until('the tab to close', () => closed.has(browserId));
    });
    const base = surface({
      ...hands,
      // Made input does not tell the window's panels that the pointer went elsewhere, as a hand's does.
      async point(x, y, button, hold) {
        await ask(inWindow.closePopups);
        await hands.point(x, y, button, hold);
      },
    });
    const tab: Tab = Object.assign(base, {
      goto: (url: string) => visit(browserId, url),
      reload: () => visit(browserId, ''),
      url: () => ask(inWindow.addressOf, browserId),
      activate: () => ask(inWindow.activate, browserId),
    });
    surfaces.set(browserId, tab);
    return tab;
  };

  /** A document of ours that the window shows beside its tabs, once `isShown` there. */
  const waitForOwn = async (
    what: string,
    find: () => number | Promise<number>,
    close: () => void,
    isShown: () => boolean,
  ): Promise<Surface> => {
    const browserId = await askUntil(`the ${what} to open`, find);
    const known = surfaces.get(browserId);
    if (known) return known;
    const own = surface(
      handsOf(browserId, async () => {
        if (closed.has(browserId)) return;
        await ask(close);
        await until(`the ${what} to close`, () => closed.has(browserId));
      }),
    );
    surfaces.set(browserId, own);
    await own.waitFor(`the ${what} to show`, isShown);
    return own;
  };
  const waitForPopup = () =>
    waitForOwn(
      'popup',
      inWindow.popup,
      inWindow.closePopups,
      () =>
        document.readyState === 'complete' && location.protocol === 'moz-extension:' && document.hasFocus(),
    );
  const waitForPanel = () =>
    waitForOwn(
      'sidebar',
      inWindow.sidebar,
      inWindow.closeSidebar,
      () => document.readyState === 'complete' && location.protocol === 'moz-extension:',
    );

  const background: Background = {
    async evaluate(fn, ...args) {
      const given = { source: sourceOf(fn), args: JSON.stringify(args), api: true };
      const answer = (await within(
        'a function to finish in the background',
        ask(inWindow.inBackground, id, 'evaluate', given),
      )) as string;
      return ((JSON.parse(answer) as [unknown])[0] ?? undefined) as never;
    },
    async stop() {
      // Something may wake it at once: what has to end is this life of it.
      const life = await ask(inWindow.backgroundLife, id);
      if (!life) return;
      await until('the background to stop', async () => {
        await ask(inWindow.stopBackground, id);
        return (await ask(inWindow.backgroundLife, id)) !== life;
      });
    },
    running: async () => (await ask(inWindow.backgroundState, id)) === 'running',
  };

  const menu: Menu = {
    items: (...path) => askUntil(`the menu ${path.join(' → ')}`, inMenus.menuItems, path),
    async choose(...path) {
      const label = path.at(-1) ?? '';
      const above = path.slice(0, -1);
      const offered = await menu.items(...above);
      if (!offered.some(each => each.label === label))
        throw new Error(`“${label}” is not among ${offered.map(each => each.label).join(', ')}.`);
      await ask(inMenus.chooseItem, above, label);
    },
    close: () => ask(inMenus.closeMenus),
  };

  const tabs = async () => (await ask(inWindow.tabs)).map(tabOf);

  return {
    name: 'firefox',
    profile: options.profile,
    origin: `moz-extension://${uuid}`,
    background,
    async newTab(url, apart = {}) {
      const [first, ...others] = await ask(inWindow.tabs);
      const ordinary = !apart.private && !apart.container;
      const blank =
        ordinary && others.length === 0 && (await ask(inWindow.addressOf, first!)) === 'about:blank';
      const add = () =>
        apart.private ? ask(inWindow.addPrivateTab) : ask(inWindow.addTab, apart.container ?? 0);
      const tab = tabOf(blank ? first! : await add());
      await tab.goto(url);
      return tab;
    },
    tabs,
    async surfaces() {
      const all = await tabs();
      const others = [...surfaces.values()].filter(each => !each.closed && !all.includes(each as Tab));
      return [...others, ...all];
    },
    async openPopup() {
      await ask(inWindow.closePopups);
      await ask(inWindow.pressButton);
      return waitForPopup();
    },
    waitForPopup,
    waitForPanel,
    resize: (width, height) => ask(inWindow.resize, width, height),
    emulate: preferences => ask(inWindow.setPreferences, preferred(preferences)),
    setOffline: offline => ask(inWindow.setOffline, offline),
    allowSites: allowed => ask(inWindow.allowSites, id, allowed),
    nap: ms => child.nap(ms),
    async menu(on) {
      if (on === 'button') await ask(inMenus.openButtonMenu);
      else await on.tab.click(on.selector, 'right');
      await menu.items();
      return menu;
    },
    answer: async answer => {
      await askUntil('the browser to ask', inMenus.answerQuestion, answer === 'allow');
    },
    update: installForGood,
    hand: () => handOn(screen),
    console: async () => [...log],
    async close() {
      await connection.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
      await child.ended();
      connection.close();
      keepCache(options.profile);
      await cleanUp();
    },
    async kill() {
      await child.kill();
      connection.close();
      await cleanUp();
    },
  };
}

/** null puts a preference back to what Firefox brings along. */
const preferred = ({ theme, forcedColors, reducedMotion }: Preferences): Record<string, Json> => ({
  // The system's theme: an override for content would not reach the popup, which goes with the toolbar.
  'ui.systemUsesDarkTheme': theme ? { dark: 1, light: 0 }[theme] : null,
  'browser.display.document_color_use': forcedColors ? 2 : null,
  'ui.prefersReducedMotion': reducedMotion ? 1 : null,
});
