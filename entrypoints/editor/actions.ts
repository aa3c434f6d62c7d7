import { browser } from 'wxt/browser';
import type { Actions } from '../../components/editor/contract';
import { apiOrigin, portalOrigin } from '../../utils/portal/space';
import { problem } from '../../utils/problem';
import { todayText } from '../../utils/profile/date';
import { emptyOutcome } from '../../utils/save-data';
import type { Snapshot } from '../../utils/snapshot';
import { type Draft, draftKey, progressOf } from '../../utils/stores';
import { send } from './send';
import type { Whereabouts } from './whereabouts';

/** What only the desk around an editor can do. */
export interface Around {
  /** Signs this editor's own writes, so that it does not take them for another window's. */
  by: string;
  where: Whereabouts;
  /** The portal's page under the popup, when it shows a section of this space. */
  portalTab: number | undefined;
  chooseSeat(seat: string): void;
  /** Drafts could not be kept. */
  unkept(): void;
}

/** The editor's wishes as messages and stored items. */
export function createActions(snapshot: Snapshot, around: Around): Actions {
  const { seat, owner } = snapshot;
  const { by, where, portalTab } = around;
  const ask = (asked: Promise<unknown>) => void asked.catch(() => {});
  return {
    keepDraft(name, edit) {
      const at = Date.now();
      const draft: Draft = edit ? { ...edit, at, by } : { gone: true, at, by };
      browser.storage.session.set({ [draftKey(owner, name)]: draft, ...where.stored() }).catch(around.unkept);
    },
    save: async edits => {
      const saveId = crypto.randomUUID();
      return (
        send('save', { seat, owner, saveId, edits })
          // The background was stopped. Asked anew it starts again, and looks how far it had come.
          .catch(() => send('saveResult', { seat, owner, saveId }))
          .catch(() => ({ ...emptyOutcome(saveId, Date.now()), problem: problem('unknown') }))
      );
    },
    changePassword: typed =>
      send('changePassword', { seat, owner, ...typed }).catch(() => ({
        changed: false,
        refusals: [],
        problem: problem('passwordUnknown'),
      })),
    wake: () => ask(send('wake', {})),
    startPreflight: () => ask(send('startPreflight', { seat, owner })),
    refresh: () => ask(send('refresh', { seat })),
    connect: () => ask(send('connect', { space: owner.space })),
    allow: () =>
      ask(
        browser.permissions
          .request({
            origins: [apiOrigin(owner.space), portalOrigin(owner.space)].map(origin => `${origin}/*`),
          })
          .then(async granted => granted && send('refresh', { seat })),
      ),
    seen: progress => ask(progressOf(owner).set({ ...progress, seen: true })),
    showSection: where.section,
    chooseSeat: around.chooseSeat,
    ...(portalTab === undefined ? {} : { reloadPortal: () => ask(browser.tabs.reload(portalTab)) }),
    today: todayText,
    now: Date.now,
    beyond: () => import('./beyond').then(({ createBeyond }) => createBeyond(snapshot)),
    advice: () => import('./advisor').then(({ createAdvisor }) => createAdvisor(snapshot)),
  };
}
