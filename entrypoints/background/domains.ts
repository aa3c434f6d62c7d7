import { browser } from 'wxt/browser';
import { patternOf } from '../../utils/portal/patterns';
import type { Space } from '../../utils/portal/space';
import { type Problem, problem } from '../../utils/problem';
import { fail, ok, type Result } from '../../utils/result';
import { bindingItem, domainsItem } from '../../utils/stores';
import { lookUp } from './look-up';
import { createQueue } from './queue';

/** How long a look-up's answer and the browser's question may wait for the member, in milliseconds. */
const patience = 300_000;

const script = '/content-scripts/portal.js';
const prefix = 'portal ';
const idOf = (origin: string) => prefix + origin;

const granted = (origin: string) => browser.permissions.contains({ origins: [patternOf(origin)] });
const bound = async () => (await domainsItem.get()) ?? {};

/**
 * Portals on domains of their own. One is bound only after Nexudus named its space, the member clicked and the browser granted
 * that one origin; its pages then get the shortcut, and its tokens count for that space only.
 */
export function createDomains(now = Date.now) {
  const inLine = createQueue();
  const inTurn = <T>(work: () => Promise<T>) => inLine('domains', work);

  async function look(origin: string): Promise<Result<Space | null, Problem>> {
    const found = await lookUp(new URL(origin).hostname);
    if (found.ok && found.value) {
      await bindingItem.set({ origin, space: found.value, state: 'offered', at: now() });
    }
    return found;
  }

  const fresh = ({ at }: { at: number }) => Math.abs(now() - at) < patience;

  /** The member said yes. True when the browser had granted the origin before. */
  const want = (origin: string, space: Space): Promise<Result<boolean, Problem>> =>
    inTurn(async () => {
      const offer = await bindingItem.get();
      // Only what the look-up just named can be bound, whatever a page asks for (T12).
      if (!offer || !fresh(offer) || offer.origin !== origin || offer.space !== space)
        return fail(problem('notConnected'));
      await bindingItem.set({ ...offer, state: 'wanted', at: now() });
      return ok(await finish());
    });

  /** Binds what is wanted, once the browser has granted it. */
  async function finish(): Promise<boolean> {
    const binding = await bindingItem.get();
    if (!binding) return false;
    if (!fresh(binding)) await bindingItem.remove();
    const { origin, space, state } = binding;
    if (state !== 'wanted' || !fresh(binding) || !(await granted(origin))) return false;
    await bindingItem.remove();
    await domainsItem.set({ ...(await bound()), [origin]: space });
    await register();
    await showNow(origin);
    return true;
  }

  /** The tabs that show the domain already get their shortcut without a reload. */
  async function showNow(origin: string): Promise<void> {
    const tabs = await browser.tabs.query({ url: patternOf(origin) });
    for (const { id } of tabs)
      if (id !== undefined)
        await browser.scripting.executeScript({ target: { tabId: id }, files: [script] }).catch(() => {});
  }

  /** Registers the shortcut on exactly the bound domains. An update of the extension drops registrations, so every start looks. */
  async function register(): Promise<void> {
    const origins = Object.keys(await bound());
    const there = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
    const stray = there.filter(id => id.startsWith(prefix) && !origins.some(origin => idOf(origin) === id));
    if (stray.length > 0) await browser.scripting.unregisterContentScripts({ ids: stray });
    const missing = origins.filter(origin => !there.includes(idOf(origin)));
    for (const origin of missing)
      await browser.scripting.registerContentScripts([
        {
          id: idOf(origin),
          matches: [patternOf(origin)],
          js: [script],
          runAt: 'document_idle',
          persistAcrossSessions: true,
        },
      ]);
  }

  async function drop(gone: (origin: string, space: Space) => boolean): Promise<void> {
    const entries = Object.entries(await bound());
    const leaving = entries.filter(([origin, space]) => gone(origin, space));
    if (leaving.length === 0) return;
    await domainsItem.set(Object.fromEntries(entries.filter(entry => !leaving.includes(entry))));
    await register();
    for (const [origin] of leaving)
      await browser.permissions.remove({ origins: [patternOf(origin)] }).catch(() => {});
  }

  /** Whatever happened while the background slept: a grant, a removal in the browser's own settings, an update. */
  const settle = () =>
    inTurn(async () => {
      await finish();
      const kept = await Promise.all(
        Object.keys(await bound()).map(async origin => [origin, await granted(origin)] as const),
      );
      const gone = new Set(kept.filter(([, still]) => !still).map(([origin]) => origin));
      await drop(origin => gone.has(origin));
      await register();
    });

  return {
    look,
    want,
    settle,
    unbind: (origin: string) => inTurn(() => drop(other => other === origin)),
    forget: (space: Space) => inTurn(() => drop((_, other) => other === space)),
  };
}

/** Must be called in the worker's first turn. */
export function followGrants({ settle }: ReturnType<typeof createDomains>): void {
  const look = () => void settle().catch(() => {});
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
}
