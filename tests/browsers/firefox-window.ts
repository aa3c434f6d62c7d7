import type { Json } from './driver';
import type { Privileged } from './privileged';

/**
 * What the driver asks Firefox's own window to do. Each function is sent as source and stands alone; `nametag` is what `prepare` leaves
 * there for the others.
 */
declare const window: Privileged;
declare const Services: Privileged;
declare const ChromeUtils: Privileged;
declare const Cc: Privileged;
declare const Ci: Privileged;
declare const nametag: Privileged;
declare const sendAsyncMessage: (name: string, data: object) => void;

export async function prepare(frame: string, process: string, mark: string): Promise<void> {
  const script = (source: string) =>
    `data:application/javascript;charset=utf-8,${encodeURIComponent(source)}`;
  const tell = (event: object) => window.dump(`${mark}${JSON.stringify(event)}\n`);
  const pending = new Map<
    number,
    { context: number; resolve(value: Json): void; reject(error: Error): void }
  >();
  let count = 0;

  const browserOf = (browserId: number) => {
    const browser = window.BrowsingContext.getCurrentTopByBrowserId(browserId)?.embedderElement;
    if (!browser?.messageManager) throw new Error('It is closed.');
    return browser;
  };
  (globalThis as Privileged).nametag = {
    browserOf,
    event: ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs').event,
    extensionOf: (id: string) => window.WebExtensionPolicy.getByID(id)?.extension,
    job(browserId: number, name: string, job: Json) {
      const id = ++count;
      return new Promise((resolve, reject) => {
        const browser = browserOf(browserId);
        pending.set(id, { context: browser.browsingContext.id, resolve, reject });
        browser.messageManager.sendAsyncMessage('nametag:job', { id, name, job });
      });
    },
  };

  Services.mm.addMessageListener('nametag:reply', ({ data: { id, value, error } }: Privileged) => {
    const call = pending.get(id);
    pending.delete(id);
    if (error) call?.reject(new Error(error));
    else call?.resolve(value);
  });
  Services.obs.addObserver((context: Privileged, _topic: string, why: string) => {
    if (context.parent) return;
    for (const [id, { context: asked, reject }] of pending)
      if (asked === context.id) {
        pending.delete(id);
        reject(new Error('The document went away.'));
      }
    // `replace`: the page only moves to another process. And a tab has contexts of earlier pages, kept for Back until they are not.
    const current = window.BrowsingContext.getCurrentTopByBrowserId(context.browserId);
    if (why !== 'replace' && (!current || current.id === context.id)) tell({ closed: context.browserId });
  }, 'browsing-context-discarded');

  const ours = (url: string) => /^(https?|moz-extension):/.test(url);
  Services.ppmm.addMessageListener('nametag:console', ({ data }: Privileged) => {
    if (ours(data.file)) tell({ said: data.text });
  });
  Services.console.registerListener({
    observe(message: Privileged) {
      if (!(message instanceof Ci.nsIScriptError) || !ours((message as Privileged).sourceName)) return;
      const { errorMessage, sourceName, lineNumber } = message as Privileged;
      tell({ said: `error: ${errorMessage} ${sourceName}:${lineNumber}` });
    },
  });
  Services.ppmm.loadProcessScript(script(process), true);
  Services.mm.loadFrameScript(script(frame), true);
}

/** Runs in every process: the console of its documents. It must not fail: that would be reported on the console, to itself. */
export function processScript(): void {
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  storage.addLogEventListener((entry: Privileged) => {
    const text = `${entry.level}: ${[...entry.arguments].map(each => String(each?.message ?? each)).join(' ')}`;
    // A message belongs to the document that said it, whatever file its code came from.
    const view = typeof entry.innerID === 'number' && Services.wm.getCurrentInnerWindowWithId(entry.innerID);
    sendAsyncMessage('nametag:console', {
      text,
      file: view ? view.document.documentURI : String(entry.filename),
    });
  }, Services.scriptSecurityManager.getSystemPrincipal());
}

export const job = (browserId: number, name: string, given: Json): Promise<Json> =>
  nametag.job(browserId, name, given);

/** A tab's id is its browser's: it stays the same when a page moves to another process. */
export const tabs = (): number[] =>
  window.gBrowser.tabs.map((tab: Privileged) => tab.linkedBrowser.browserId);

/** A tab in this window, in a container where a number above 0 is given. */
export function addTab(userContextId: number): number {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const tab = window.gBrowser.addTab('about:blank', { triggeringPrincipal, userContextId });
  window.gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browserId;
}

/** The tab of a private window that is opened for it. */
export async function addPrivateTab(): Promise<number> {
  const opened = window.OpenBrowserWindow({ private: true });
  await new Promise(resolve => opened.addEventListener('load', resolve, { once: true }));
  await opened.delayedStartupPromise;
  return opened.gBrowser.selectedBrowser.browserId;
}

export function closeTab(browserId: number): void {
  const browser = nametag.browserOf(browserId);
  const { gBrowser } = browser.documentGlobal;
  if (gBrowser.tabs.length === 1 && browser.documentGlobal !== window) browser.documentGlobal.close();
  else gBrowser.removeTab(gBrowser.getTabForBrowser(browser));
}

/** Brings a tab to the front and lets it have the keyboard. */
export async function activate(browserId: number): Promise<void> {
  const browser = nametag.browserOf(browserId);
  const tab = window.gBrowser.getTabForBrowser(browser);
  if (tab && window.gBrowser.selectedTab !== tab) {
    const shown = new Promise(resolve => window.addEventListener('TabSwitchDone', resolve, { once: true }));
    window.gBrowser.selectedTab = tab;
    await shown;
  }
  if (window.document.activeElement !== browser) browser.focus();
}

export const addressOf = (browserId: number): string => nametag.browserOf(browserId).currentURI.spec;

/** Goes to `url`, or loads again when it is empty; answers which document was there before. */
export function visit(browserId: number, url: string): number {
  const browser = nametag.browserOf(browserId);
  const before = browser.browsingContext.currentWindowGlobal?.innerWindowId ?? 0;
  const [page, place] = url.split('#');
  if (url) {
    const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
    browser.fixupAndLoadURIString(url, { triggeringPrincipal });
  } else browser.reload();
  // A move within the page keeps its document.
  return place !== undefined && browser.currentURI.specIgnoringRef === page ? 0 : before;
}

/** Whether another document than `before` has loaded. */
export async function arrived(browserId: number, before: number, url: string): Promise<boolean> {
  const browser = nametag.browserOf(browserId);
  const shown = browser.browsingContext.currentWindowGlobal;
  if (!shown || shown.innerWindowId === before) return false;
  // An error page leaves the address of a new tab blank.
  if (/^about:(net|cert|blocked)error/.test(browser.documentURI?.spec)) return true;
  if (browser.webProgress.isLoadingDocument) return false;
  // A new tab first replaces one blank page by another.
  if (browser.currentURI.spec === 'about:blank' && url !== 'about:blank') return false;
  return (await nametag.job(browserId, 'ready', null)) === 'complete';
}

/** The reason why an error page is shown, or ''. */
export const failure = (browserId: number): string => {
  const shown = nametag.browserOf(browserId).documentURI?.spec ?? '';
  return /^about:(net|cert|blocked)error/.test(shown)
    ? (new URL(shown).searchParams.get('e') ?? 'error')
    : '';
};

/** A key as the window gets it from the keyboard: its own shortcuts and the popup's Escape work. */
export async function pressKey(browserId: number, key: { key: string; [more: string]: Json }): Promise<void> {
  await nametag.job(browserId, 'listen', key.key);
  nametag.event.sendSingleKey(key, window);
  await nametag.job(browserId, 'heard', null).catch((error: Error) => {
    // The key may close its document.
    if (!/went away|closed/.test(error.message)) throw error;
  });
}

/** A picture of what the document shows, as base64 PNG. */
export async function capture(browserId: number): Promise<string> {
  const { browsingContext } = nametag.browserOf(browserId);
  const bitmap = await browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = window.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
}

export function resize(width: number, height: number): void {
  window.resizeTo(width, height);
}

export function setPreferences(values: Record<string, Json>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) Services.prefs.clearUserPref(name);
    else if (typeof value === 'number') Services.prefs.setIntPref(name, value);
    else if (typeof value === 'boolean') Services.prefs.setBoolPref(name, value);
    else Services.prefs.setStringPref(name, value);
  }
}

export function setOffline(offline: boolean): void {
  Services.io.offline = offline;
  // Connections that are open would be used on.
  if (offline) Services.obs.notifyObservers(null, 'net:prune-all-connections');
}

/** The texts of extensions follow the browser's language; no language pack is needed to make it believe that it has one. */
export function speak(language: string): void {
  Services.locale.availableLocales = [language, 'en-US'];
  Services.locale.requestedLocales = [language];
}

/** Packs an unpacked extension: Firefox installs for good only from a file. */
export function pack(folder: string, file: string): void {
  const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
  const writer = Cc['@mozilla.org/zipwriter;1'].createInstance(Ci.nsIZipWriter);
  const create = 0x02 | 0x08 | 0x20;
  writer.open(new FileUtils.File(file), create);
  const add = (directory: Privileged, path: string) => {
    for (const entry of directory.directoryEntries) {
      const name = path + entry.leafName;
      if (entry.isDirectory()) add(entry, `${name}/`);
      else writer.addEntryFile(name, Ci.nsIZipWriter.COMPRESSION_DEFAULT, entry, false);
    }
  };
  add(new FileUtils.File(folder), '');
  writer.close();
}

/** The version that is installed and active, or ''. */
export async function installed(id: string): Promise<string> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await AddonManager.readyPromise;
  const addon = await AddonManager.getAddonByID(id);
  return addon?.isActive ? addon.version : '';
}

export async function showButton(id: string): Promise<boolean> {
  const extension = nametag.extensionOf(id);
  if (!extension) return false;
  await extension.ready;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const button = ExtensionParent.apiManager.global.browserActionFor?.(extension);
  if (!button?.widget) return false;
  const { CustomizableUI } = ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  );
  CustomizableUI.addWidgetToArea(button.widget.id, CustomizableUI.AREA_NAVBAR);
  nametag.button = () =>
    button.widget.forWindow(window).node.querySelector('.unified-extensions-item-action-button');
  return true;
}

/** Clicks the toolbar button. */
export async function pressButton(): Promise<void> {
  const box = nametag.button().getBoundingClientRect();
  await nametag.event.synthesizeMouseAtPoint(box.left + box.width / 2, box.top + box.height / 2, {}, window);
}

/** The popup that is shown, or 0. */
export function popup(): number {
  const shown = [...window.document.querySelectorAll('browser.webextension-popup-browser')].find(
    (browser: Privileged) => browser.closest('panel')?.state === 'open',
  ) as Privileged;
  return shown?.browserId ?? 0;
}

/** The page of an extension in the sidebar, or 0. It is a browser of its own in the sidebar's. */
export const sidebar = (): number =>
  window.SidebarController.isOpen
    ? (window.SidebarController.browser.contentDocument?.getElementById('webext-panels-browser')?.browserId ??
      0)
    : 0;

export const closeSidebar = (): void => window.SidebarController.hide();

/** Closes what a click elsewhere or Escape would close. */
export async function closePopups(): Promise<void> {
  for (const panel of window.document.querySelectorAll('panel')) {
    if (panel.state !== 'open' && panel.state !== 'showing') continue;
    const hidden = new Promise(resolve => panel.addEventListener('popuphidden', resolve, { once: true }));
    panel.hidePopup();
    await hidden;
  }
}

export const backgroundState = (id: string): string => nametag.extensionOf(id)?.backgroundState ?? 'gone';

/** The number of the life of the background that runs or starts, 0 without one. */
export async function backgroundLife(id: string): Promise<number> {
  const extension = nametag.extensionOf(id);
  if (extension.backgroundState === 'stopped') return 0;
  if (extension.backgroundState === 'starting') await extension.wakeupBackground();
  return extension.backgroundContext?.xulBrowser.browserId ?? 0;
}

/** Asks the background to stop. An event that comes while it prepares to puts the stop off. */
export async function stopBackground(id: string): Promise<void> {
  await nametag.extensionOf(id).terminateBackground({
    ignoreDevToolsAttached: true,
    // Now: a listener that still runs would else put the stop off.
    disableResetIdleForTest: true,
  });
}

/** Gives the extension the sites that its manifest names, or takes them, as about:addons does. */
export async function allowSites(id: string, allowed: boolean): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const extension = nametag.extensionOf(id);
  const sites = { origins: extension.manifest.host_permissions, permissions: [] };
  await ExtensionPermissions[allowed ? 'add' : 'remove'](id, sites, extension);
}

/** Does a job in the background page, which is started if need be. */
export async function inBackground(id: string, name: string, given: Json): Promise<Json> {
  const extension = nametag.extensionOf(id);
  if (extension.backgroundState !== 'running') await extension.wakeupBackground();
  const view = [...extension.views].find(each => each.viewType === 'background');
  if (!view) throw new Error('The background page does not start.');
  return nametag.job(view.xulBrowser.browserId, name, given);
}
