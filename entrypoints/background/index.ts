import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../utils/messaging';
import { isSpace } from '../../utils/portal/space';
import { problem } from '../../utils/problem';
import { todayText } from '../../utils/profile/date';
import { fail, ok } from '../../utils/result';
import type { Seat } from '../../utils/snapshot';
import {
  countriesOf,
  defaultSettings,
  domainsItem,
  draftOf,
  progressOf,
  seatsItem,
  settingsItem,
  snapshotOf,
} from '../../utils/stores';
import { createArrivals } from './arrivals';
import { createBadge, followBadge } from './badge';
import { suggestBio } from './bio';
import { captureTokens } from './capture-token';
import { createConnector } from './connect';
import { table } from './database';
import { suggestTags } from './directory';
import { createDomains, followGrants } from './domains';
import { followDrafts, reconcileDrafts } from './drafts';
import { followHints } from './hints';
import { pruneHistory, showHistory } from './history';
import { createMenu, followMenu } from './menu';
import { createOmnibox, followOmnibox } from './omnibox';
import { createOpener, followOpeners } from './open-editor';
import { changePassword } from './password';
import { mayReach } from './permission';
import { createPortalApi } from './portal-api';
import { watchPortalWrites } from './portal-writes';
import { applyPresets, followPresets } from './presets';
import { followProfileSwitches } from './profile-switches';
import { createSaver, type World } from './save';
import { getSession } from './sessions';
import { followSettings } from './settings';
import { createSightings } from './sightings';
import { refreshSeat, settleSeat, signOut } from './snapshots';
import { forgetSave, forgetSpace, switchTo } from './spaces';
import { createToolbar } from './toolbar';
import { upgradeStored } from './upgrade';
import { followInstall } from './welcome';

/** Wiring only. Every listener is added in the worker's first turn, so that the browser can wake it for each of them. */
export default defineBackground({
  main() {
    const world: World = {
      session: getSession,
      snapshot: seat => snapshotOf(seat).get(),
      countries: async space => new Set((await countriesOf(space).get())?.map(country => country.id)),
      api: createPortalApi,
      allowed: mayReach,
      online: () => navigator.onLine,
      journal: table('journal'),
      publish: (owner, progress) => progressOf(owner).set(progress),
      published: owner => progressOf(owner).get(),
      settle: settleSeat,
      async drafted(owner, name) {
        const draft = await draftOf(owner, name).get();
        return draft && !('gone' in draft) ? draft : undefined;
      },
      signedOut: signOut,
      forget: forgetSave,
      now: Date.now,
      monotonicNow: () => performance.now(),
      today: todayText,
    };
    const saver = createSaver(world);
    const connector = createConnector();
    const opener = createOpener(createToolbar());
    const badge = createBadge();
    const domains = createDomains();
    const sightings = createSightings();
    const menu = createMenu({ save: saver.save, edit: opener.showFor });

    /** A seat is ready: what an earlier life left half done there is looked after. */
    async function ready(seat: Seat): Promise<void> {
      const snapshot = await snapshotOf(seat).get();
      if (snapshot) await saver.recover(seat, snapshot.owner);
    }
    const arrivals = createArrivals((seat, tab) => {
      connector.arrived(seat, tab);
      sightings.seen(seat);
      void ready(seat);
    });

    const bound = async () => (await domainsItem.get()) ?? {};
    captureTokens(bound, captured => void arrivals.take(captured), sightings.refused);
    followProfileSwitches(bound, refreshSeat);
    watchPortalWrites(saver.invalidateSpace);
    followDrafts();
    followHints();
    serve({
      async refresh({ seat }) {
        saver.invalidate(seat);
        const result = await refreshSeat(seat);
        if (!result.ok) return result;
        await saver.recover(seat, result.value.owner);
        return ok(null);
      },
      connect: async ({ space }) =>
        isSpace(space) ? connector.connect(space) : fail(problem('notConnected')),
      // The message itself is what starts a sleeping background.
      wake: async () => null,
      async startPreflight({ seat, owner }) {
        void saver.startPreflight(seat, owner);
        return null;
      },
      save: request => saver.save(request),
      saveResult: request => saver.resultOf(request),
      changePassword: request => changePassword(request, saver.inLine),
      suggestBio: request => suggestBio(request),
      suggestTags: request => suggestTags(request),
      history: ({ owner }) => showHistory(owner, Date.now()),
      async switchProfile(request) {
        const result = await switchTo(request, saver.inLine);
        saver.invalidate(request.seat);
        return result;
      },
      async forget({ space }) {
        saver.forget(space);
        await domains.forget(space);
        await forgetSpace(space);
        return null;
      },
      lookUp: ({ origin }) => domains.look(origin),
      bindDomain: ({ origin, space }) => domains.want(origin, space),
      async unbindDomain({ origin }) {
        await domains.unbind(origin);
        return null;
      },
      async openEditor({ section }, { tab }) {
        await opener.showForPage(section, { tabId: tab?.id, windowId: tab?.windowId });
        return null;
      },
    });

    followMenu(menu);
    followOpeners(opener);
    followBadge(badge);
    followGrants(domains);
    followSettings();
    followPresets();
    followInstall();
    followOmnibox(createOmnibox({ save: saver.save, open: wanted => void opener.show(wanted, {}) }));

    void start();
    async function start() {
      await upgradeStored().catch(() => {});
      const { draftDays } = (await settingsItem.get()) ?? defaultSettings;
      await reconcileDrafts(Date.now(), draftDays).catch(() => {});
      void menu.draw();
      void badge.draw();
      void pruneHistory(Date.now()).catch(() => {});
      void applyPresets().catch(() => {});
      void domains.settle().catch(() => {});
      for (const seat of (await seatsItem.get())?.recent ?? []) await ready(seat);
    }
  },
});
