/**
 * One interface, two real browsers. Scenarios in tests/e2e use only this; `launch()` in ./launch.ts picks the driver.
 * Every wait has a deadline and says what it waited for when it passes.
 */
import type { browser } from 'wxt/browser';
import type { Picture } from './screen';

/** `browser` or `chrome`, by the one set of types that the product uses. */
export type ExtensionApi = typeof browser;

export type BrowserName = 'chromium' | 'firefox';

/** A JSON value: what may cross into and out of a page. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A document that a person could see: a portal page in a tab, the real toolbar popup, a side panel, one of our pages in a tab. */
export interface Surface {
  /** Runs `fn` in the document with `args`; `fn` must be self-contained (it is sent as source). May be async. */
  evaluate<A extends Json[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Waits until an element matching `selector` exists and is visible, then clicks its centre with the real pointer (scrolled into view). */
  /** The button goes up at once, or after `hold` ms: a hand takes some 90. */
  click(selector: string, button?: 'left' | 'right', hold?: number): Promise<void>;
  /** The same, without a click. */
  hover(selector: string): Promise<void>;
  /** A real click at a point of the document's view, in CSS pixels: for what no selector reaches (a closed shadow root). */
  clickAt(x: number, y: number, button?: 'left' | 'right'): Promise<void>;
  /** Focuses the field, selects all of its text and types `value` with real key events. An empty `value` clears the field. */
  fill(selector: string, value: string): Promise<void>;
  /** Types text with real key events at the focus. */
  type(text: string): Promise<void>;
  /** Presses one key or chord, in the spelling of KeyboardEvent.key: 'Enter', 'Tab', 'Control+s', 'Alt+2', 'Shift+Tab'. */
  press(chord: string): Promise<void>;
  /** Chooses the option with this value in a <select>, as a person's change would (input and change events). */
  select(selector: string, value: string): Promise<void>;
  /** The trimmed text of the first match, waiting for it to exist. */
  text(selector: string): Promise<string>;
  /** Asks `fn` in the document until it returns something truthy and gives that back. A deadline of a minute ends a hang. */
  waitFor<A extends Json[], R>(what: string, fn: (...args: A) => R, ...args: A): Promise<NonNullable<R>>;
  /** Writes a PNG of the surface. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
  readonly closed: boolean;
}

/** What a member may have set in the system. */
export interface Preferences {
  theme?: 'light' | 'dark';
  forcedColors?: boolean;
  reducedMotion?: boolean;
}

export interface Tab extends Surface {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  reload(): Promise<void>;
  /** Brings the tab to the front of its window. */
  activate(): Promise<void>;
}

/** What the background page or worker is asked directly, for set-up and for reading the truth; never to make a feature work. */
export interface Background {
  /** Runs `fn` inside the extension's origin with the full extension API (`chrome` / `browser` passed as first argument). */
  evaluate<A extends Json[], R>(
    fn: (api: ExtensionApi, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>;
  /** Stops the service worker (Chromium) or the event page (Firefox) now, as the browser's own idle stop does. */
  stop(): Promise<void>;
  /** Whether it is running. */
  running(): Promise<boolean>;
}

export interface LaunchOptions {
  /** The unpacked production build; default `.output/chrome-mv3` or `.output/firefox-mv3`. */
  extension?: string;
  /** The stand-in portal's TLS port on loopback; production host names are mapped to it. */
  port: number;
  /** PEM file of the throw-away authority that signed the portal's certificate; trusted by the browser for real. */
  authority: string;
  /** Folders of further unpacked extensions, such as one that spies on ours. */
  others?: string[];
  /** A profile directory to keep between launches (restart cases); default a fresh one, removed on close. */
  profile?: string;
  /** Without it the run is headless. `true` shows a window on the desktop that is there, `apart` on a display of its own, for the hand. */
  headed?: boolean | 'apart';
  /** Firefox: install so that it survives a restart (packed and unsigned), as restart, kill and update cases need. */
  permanent?: boolean;
  /** Further host names that reach the portal's port (Chromium finds no host but these and the portal's; in Firefox all lead there). */
  hosts?: string[];
  /** Firefox preferences or Chromium switches to add. */
  prefs?: Record<string, string | number | boolean>;
  args?: string[];
  /** Preferred languages, such as 'de' or 'ar'; default 'en-US'. */
  language?: string;
}

/** Where a tab opens that is not an ordinary one of the window. */
export interface Apart {
  /** Firefox: the number of a container (1 and up). */
  container?: number;
  /** In a private window. */
  private?: boolean;
}

export interface MenuItem {
  label: string;
  checked: boolean;
  disabled: boolean;
}

/** A native menu that is open (Firefox reads and clicks its own; Chromium's is seen only on a display: use the hand). */
export interface Menu {
  /** The items of the submenu that the labels lead to, or of the menu itself. Separators and hidden items are left out. */
  items(...path: string[]): Promise<MenuItem[]>;
  choose(...path: string[]): Promise<void>;
  close(): Promise<void>;
}

/** Pointer and keyboard of the display itself, for what belongs to no document: native menus, permission dialogs. */
export interface Hand {
  /** Button 1 is the left one, 3 the right one; pixels of the display. */
  click(x: number, y: number, button?: 1 | 3): Promise<void>;
  /** Key names of X: 'Down', 'Return', 'Tab', 'l', 'alt+shift+n'. */
  press(...keys: string[]): Promise<void>;
  /** Types text at whatever has the focus. */
  type(text: string): Promise<void>;
  /** What the display shows once it stands still. */
  look(): Promise<Picture>;
  screenshot(path: string): Promise<void>;
}

export interface Browser {
  readonly name: BrowserName;
  readonly profile: string;
  /** The origin of the extension's pages, without a trailing slash. */
  readonly origin: string;
  readonly background: Background;
  newTab(url: string, apart?: Apart): Promise<Tab>;
  tabs(): Promise<Tab[]>;
  /** Every document that is open: tabs, and the popup and the side panel that were attached to. */
  surfaces(): Promise<Surface[]>;
  /** Opens the real toolbar popup over the tab in front and attaches to it. */
  openPopup(): Promise<Surface>;
  /** Waits for a popup that something else opened (a shortcut, a command) and attaches to it. */
  waitForPopup(): Promise<Surface>;
  /** Waits for the side panel (Firefox: the sidebar) that something opened and attaches to it. */
  waitForPanel(): Promise<Surface>;
  /** Sets the size of the window in front, in pixels. */
  resize(width: number, height: number): Promise<void>;
  /** What pages and popups opened from now on, and those open, are told that the member prefers. */
  emulate(preferences: Preferences): Promise<void>;
  /** Sets the window's offline state for pages and the background. */
  setOffline(offline: boolean): Promise<void>;
  /** Takes from the extension the sites that it may work with, as the browser's own settings do, or gives them back. */
  allowSites(allowed: boolean): Promise<void>;
  /** Stops the whole browser for so many milliseconds, as a computer that sleeps does. */
  nap(ms: number): Promise<void>;
  /** Right-clicks the toolbar button, or an element of the tab in front. Firefox only. */
  menu(on: 'button' | { tab: Tab; selector: string }): Promise<Menu>;
  /** Answers the browser's own question, such as for the permission of a site, that is shown or about to be. Firefox only. */
  answer(answer: 'allow' | 'deny'): Promise<void>;
  /** Only when headed apart. */
  hand(): Hand;
  /** Installs what is in the extension's folder now over what runs, as an update does. Firefox: only what is `permanent`. */
  update(): Promise<void>;
  /** Console messages and unhandled errors of every context since the launch, for leak scans and "no errors" checks. */
  console(): Promise<string[]>;
  /** Closes normally; the profile is kept when it was given. */
  close(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}
