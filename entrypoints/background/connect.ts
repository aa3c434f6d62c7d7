import { browser } from 'wxt/browser';
import { ownPageOf, pageOf } from '../../utils/portal/pages';
import type { Space } from '../../utils/portal/space';
import { type Problem, problem } from '../../utils/problem';
import { fail, ok, type Result } from '../../utils/result';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import { domainsItem, knownSpacesItem } from '../../utils/stores';
import { heartbeat } from './heartbeat';

/** How long the portal may take to show its first request, and how long after its page has loaded, in milliseconds. */
const patience = 15_000;
const afterLoad = 3_000;

/**
 * Opens a space's portal in the background and waits for its own first request. When the portal asks for a sign-in instead,
 * its tab comes to the front; the editor then fills by itself.
 */
export function createConnector() {
  const waiting = new Set<(seat: Seat, tab: number) => void>();

  const arrived = (seat: Seat, tab: number): void => {
    for (const hear of [...waiting]) hear(seat, tab);
  };

  async function connect(space: Space): Promise<Result<null, Problem>> {
    const opened = await browser.tabs.create({ url: await startOf(space), active: false });
    const tab = opened.id;
    if (tab === undefined) return fail(problem('unreachable'));
    const came = await heartbeat(() => firstSign(space, tab));
    if (came) {
      await browser.tabs.remove(tab).catch(() => {});
      return ok(null);
    }
    await browser.tabs.update(tab, { active: true }).catch(() => {});
    return fail(problem('signedOut'));
  }

  /** Where the member is signed in: at the portal's own address, where one is bound. */
  async function startOf(space: Space): Promise<string> {
    const [own] = Object.entries((await domainsItem.get()) ?? {}).find(([, bound]) => bound === space) ?? [];
    if (own) return ownPageOf(own, 'personal');
    const known = (await knownSpacesItem.get())?.find(other => other.space === space);
    return pageOf(space, 'personal', known?.generation);
  }

  /** True once the space shows a token; false when the page has loaded and stays silent. */
  const firstSign = (space: Space, tab: number): Promise<boolean> =>
    new Promise(resolve => {
      const finish = (came: boolean) => {
        clearTimeout(deadline);
        clearTimeout(silence);
        waiting.delete(hear);
        browser.tabs.onUpdated.removeListener(loaded);
        resolve(came);
      };
      let silence: ReturnType<typeof setTimeout> | undefined;
      const hear = (seat: Seat) => {
        if (spaceOfSeat(seat) === space) finish(true);
      };
      const loaded = (id: number, { status }: { status?: string }) => {
        if (id === tab && status === 'complete') silence ??= setTimeout(finish, afterLoad, false);
      };
      const deadline = setTimeout(finish, patience, false);
      waiting.add(hear);
      browser.tabs.onUpdated.addListener(loaded);
    });

  return { connect, arrived };
}
