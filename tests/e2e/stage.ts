import { relative } from 'node:path';
import { afterAll, beforeEach, expect } from 'vitest';
import type { SectionId } from '../../utils/profile/fields';
import type { Browser, BrowserName, LaunchOptions, Surface, Tab } from '../browsers/driver';
import { launch } from '../browsers/launch';
import { scratch, sweep } from '../browsers/scratch';
import { useShared } from '../browsers/shared';
import { leaveTraces } from '../browsers/traces';
import { until } from '../browsers/waiting';
import { createPortal, type Portal } from '../portal/portal';
import type { Switches } from '../portal/switches';
import { overlooked } from '../threats/look-over';
import { checkpoint } from './checkpoint';

export const browserName: BrowserName = process.env.BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** No spare connections: Firefox takes one that lay idle for a second for one that it used before, and sends again by itself. */
export const noSpares: Record<string, number> =
  browserName === 'firefox'
    ? { 'network.http.connection-retry-timeout': 0, 'network.http.speculative-parallel-limit': 0 }
    : {};

export interface Stage {
  portal: Portal;
  browser: Browser;
  /** Signs a member in on the portal's own page, as they would, and waits until the portal has shown them. */
  signIn(member?: string, space?: string, page?: string): Promise<Tab>;
  /** Opens the real popup and waits until it can be edited. */
  openEditor(section?: SectionId): Promise<Surface>;
  /** Closes the browser and starts it again, if the stage was set up for that. The next test gets a new one. */
  restart(): Promise<void>;
}

/** Signs in on the portal's page in a tab, through its form. */
export async function signInOn(tab: Tab, portal: Portal, member: string): Promise<void> {
  const { email, password } = portal.member(member);
  await tab.fill('#sign-in [name=username]', email);
  await tab.fill('#sign-in [name=password]', password);
  await tab.press('Enter');
  await tab.waitFor('the portal to be signed in', () => {
    if (document.querySelector('.section-menu, [aria-label="avatar"]')) return true;
    const typed = [...document.querySelectorAll('input')].map(input => input.value.length);
    const { activeElement, visibilityState, body } = document;
    throw new Error(
      `${visibilityState}, ${document.hasFocus() ? 'with' : 'without'} the focus, in ${activeElement?.outerHTML.slice(0, 80)}, typed ${typed}: ${body.textContent?.slice(0, 200)}`,
    );
  });
}

export const portalPage = (space: string, path = '/user/profile/personal') =>
  `https://${space}.nexudus.site/${space}${path}`;

interface StageOptions {
  switches?: Partial<Switches>;
  launch?: Partial<LaunchOptions>;
  /** The browser's profile is kept and the extension installed for good, so that `restart` finds all that was left. */
  restarts?: boolean;
  /** What is done with that profile before the browser starts with it for the first time. */
  prepare?: (profile: string) => void;
  /** False where nothing can be put back, such as with a build whose stores are broken on purpose: each test has a new browser then. */
  resets?: boolean;
  /** What every test begins with, such as a member who is signed in; done once in each new browser. */
  begin?: () => Promise<unknown>;
}

/**
 * A browser and a portal for a file's tests, which are put back before each test to how they were after `begin`, so that no test knows of
 * another. After a test that failed both are new. Whatever the tests were about, at the end no console said a secret, nothing of ours
 * was rejected unheard, and no host was called that is none of the portal's.
 */
export function useStage(options: StageOptions = {}): Stage {
  const stage = {} as Stage;
  const found: string[] = [];
  let goBack: () => Promise<boolean>;
  const lookOver = async () => {
    if (stage.browser) found.push(...(await overlooked(stage).catch(error => [String(error)])));
  };

  // The hook that is set first runs last.
  afterAll(() => expect([...new Set(found)]).toEqual([]));
  let profile: string | undefined;
  const start = async () => {
    stage.browser = await launch(browserName, {
      port: stage.portal.port,
      authority: stage.portal.authority,
      // To watch a scenario (CONTRIBUTING.md, "Debug").
      headed: Boolean(process.env.HEADED),
      ...options.launch,
      ...(profile && { profile, permanent: true }),
    });
  };
  useShared({
    async open() {
      stage.portal = await createPortal({ switches: options.switches });
      if (options.restarts) profile = scratch('profile');
      if (profile) options.prepare?.(profile);
      await start();
      await welcomed(stage.browser);
      await options.begin?.();
      await lookOver();
      goBack = options.resets === false ? noWay : await checkpoint(stage.browser, stage.portal);
    },
    async reset() {
      await lookOver();
      return goBack();
    },
    async close(isSpoilt) {
      await lookOver();
      // What a test spoilt may not answer any more.
      await (isSpoilt ? stage.browser?.kill() : stage.browser?.close());
      await stage.portal?.close();
      if (profile) sweep(profile);
    },
  });
  let hasBegun = false;
  beforeEach(() => {
    hasBegun = true;
  });
  afterAll(async () => {
    // The set-up has failed: no test will leave traces.
    if (!hasBegun) await leaveTraces(relative('.', expect.getState().testPath ?? ''), 'No test has begun.');
  });

  stage.signIn = async (member = 'ada', space = 'acme', page) => {
    const tab = await stage.browser.newTab(portalPage(space, page));
    await signInOn(tab, stage.portal, member);
    await captured(stage, space);
    return tab;
  };
  stage.openEditor = section => openEditor(stage.browser, section);
  stage.restart = async () => {
    if (!profile) throw new Error('Only a stage with `restarts` keeps its profile.');
    await lookOver();
    goBack = noWay;
    await stage.browser.close();
    await start();
  };
  return stage;
}

const noWay = async () => false;

/** Waits until the page that welcomes has opened: in front of all, it would close a popup. */
const welcomed = (browser: Browser) =>
  until('the page that welcomes', async () => {
    const urls = await Promise.all((await browser.tabs()).map(tab => tab.url()));
    return urls.some(url => url.endsWith('/welcome.html'));
  });

/** Waits until the background has a snapshot of that space's member. */
export const captured = ({ browser }: Pick<Stage, 'browser'>, space: string): Promise<boolean> =>
  until(`a token of ${space} to be captured`, () =>
    browser.background.evaluate(async (api, key) => {
      const found = await api.storage.session.get(key);
      return key in found;
    }, `snapshot/${space}`),
  );

export async function openEditor(browser: Browser, section?: SectionId): Promise<Surface> {
  const popup = await browser.openPopup();
  await ready(popup);
  if (section) await showSection(popup, section);
  return popup;
}

export const ready = (surface: Surface) =>
  surface.waitFor('the editor to be ready', () => {
    const state = document.querySelector<HTMLElement>('[data-state]')?.dataset.state;
    if (state !== 'ready')
      throw new Error(`It is ${state ?? 'empty'}: ${document.body.textContent?.slice(0, 200)}`);
    return true;
  });

export async function showSection(surface: Surface, section: SectionId): Promise<void> {
  await surface.click(`[role=tab][data-section=${section}]`);
  await surface.waitFor(
    `the ${section} tab`,
    id => !(document.querySelector(`[role=tabpanel][data-section=${id}]`) as HTMLElement | null)?.hidden,
    section,
  );
}

/** Waits until the status line says something that contains `words`. */
export const says = (surface: Surface, words: string) =>
  surface.waitFor(
    `the status line to say “${words}”`,
    text => document.querySelector('[data-part=status]')?.textContent?.includes(text),
    words,
  );
