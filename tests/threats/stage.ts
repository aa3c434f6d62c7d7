import { afterAll, afterEach } from 'vitest';
import type { Json, Tab } from '../browsers/driver';
import { sourceOf } from '../browsers/surface';
import { browserName, type Stage, useStage } from '../e2e/stage';
import { isOurs, secretsOf } from './look-over';
import { line } from './report';

// For arrivals.test.ts alone.
export { browserName, secretsOf };

/**
 * A stage where every name leads to the portal, in both browsers: what is called and should not be is noted there. Every stage is
 * looked over at its end; this one says what was there to look at.
 */
export function useThreatStage({ launch, ...options }: Parameters<typeof useStage>[0] = {}): Stage {
  const stage = useStage({ ...options, launch: { ...launch, hosts: ['*'] } });
  // The log begins anew with each test.
  const hosts: string[] = [];
  afterEach(() => void hosts.push(...ours(stage).map(({ host }) => host)));
  // After the stage's own, which closes the browser: the last one set runs first.
  afterAll(async () => {
    if (!stage.browser) return;
    const said = await stage.browser.console();
    line('all', [
      `${said.length} lines on consoles, ${hosts.length} requests of ours, ${stage.portal.log.names.size} names asked for`,
      `0 sentinels, 0 rejections, ours to ${[...new Set(hosts)].sort().join(', ') || 'nobody'} alone`,
    ]);
  });
  return stage;
}

type Run<A extends Json[], R> = (...args: A) => R | Promise<R>;

/**
 * Runs `fn` as our own content script would run in the page of a tab: what a renderer that was taken over could do. The
 * function is sent as source, so it stands alone; `browser` is there in both browsers.
 */
export const asContentScript = <A extends Json[], R>(
  stage: Pick<Stage, 'browser'>,
  tab: Tab,
  fn: Run<A, R>,
  ...args: A
): Promise<R> => inject(stage, tab, false, fn, args);

/** The same in the frames of the page, and not in the page itself. */
export const asFramedScript = <A extends Json[], R>(
  stage: Pick<Stage, 'browser'>,
  tab: Tab,
  fn: Run<A, R>,
  ...args: A
): Promise<R> => inject(stage, tab, true, fn, args);

async function inject<A extends Json[], R>(
  { browser }: Pick<Stage, 'browser'>,
  tab: Tab,
  framed: boolean,
  fn: Run<A, R>,
  args: A,
): Promise<R> {
  const inPage = `(args) => { if (${framed} === (window === top)) return; const browser = globalThis.browser ?? globalThis.chrome; return (${sourceOf(fn)})(...JSON.parse(args)); }`;
  // As text: Chromium leaves out what is null on the way.
  const source = `async (api, url, args) => {
    const tabs = await api.tabs.query({});
    const tab = tabs.filter(one => one.url === url).at(-1);
    const target = { tabId: tab.id, allFrames: ${framed} };
    const results = await api.scripting.executeScript({ target, func: ${inPage}, args: [args] });
    return results.find(({ frameId }) => ${framed} === (frameId !== 0))?.result ?? null;
  }`;
  const composed = Object.assign(() => {}, { toString: () => source });
  return browser.background.evaluate(
    composed as unknown as (api: unknown, url: string, args: string) => Promise<R>,
    await tab.url(),
    JSON.stringify(args),
  );
}

/** Stops the background so that it remembers nothing; what runs in it ends first, for it would put the stop off or wake it at once. */
export async function restart({ browser, portal }: Pick<Stage, 'browser' | 'portal'>): Promise<void> {
  await portal.log.atRest();
  await browser.background.stop();
}

/** The requests that the extension made since `mark`. */
export const ours = ({ portal }: Pick<Stage, 'portal'>, mark = 0) => portal.log.since(mark).filter(isOurs);

/** A page that calls an API with a token, as a portal of any kind would. */
export const callingPage = (calls: readonly { url: string; token: string; method?: string }[], more = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Page</title></head><body><p id="page">page</p>${more}<script>
globalThis.calls = Promise.allSettled(${JSON.stringify(calls)}.map(({ url, token, method = 'GET' }) =>
  fetch(url, { method, headers: { authorization: 'Bearer ' + token } })));
globalThis.calls.then(() => { document.documentElement.dataset.called = 'yes'; });
</script></body></html>`;

export const called = (tab: Tab) =>
  tab.waitFor('the page to have called', () => document.documentElement.dataset.called === 'yes');
