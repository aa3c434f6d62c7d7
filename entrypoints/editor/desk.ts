import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { News, Surface } from '../../components/editor/contract';
import { createEditor, type Editor } from '../../components/editor/create-editor';
import type { FrameActions, Stage } from '../../components/frame/stage';
import { sectionOf } from '../../utils/portal/pages';
import { spaceOf } from '../../utils/portal/space';
import { type Problem, problem } from '../../utils/problem';
import { isFieldName, type SectionId, sectionIds } from '../../utils/profile/fields';
import { type Owner, sameOwner } from '../../utils/profile/owner';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import {
  type Changes,
  countriesOf,
  draftedField,
  draftOf,
  progressOf,
  seatsItem,
  snapshotOf,
  type Wanted,
  wantedItem,
} from '../../utils/stores';
import { createActions } from './actions';
import { seatUnder, sectionFor } from './choose';
import { readFirst, readSeat } from './read';
import { send } from './send';
import { standing } from './wanted';
import { createWhereabouts, returnTo } from './whereabouts';

type View = NonNullable<Awaited<ReturnType<typeof readSeat>>>['view'];

/** An editor on the desk: whose it is, and how it is put away. */
interface Shown {
  seat: Seat;
  owner: Owner;
  editor: Editor;
  view: View;
  putAway(): void;
}

/** The member's first key or click in this page. */
const touched = new Promise(resolve => {
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, resolve, { once: true });
});

/**
 * The background may have to be started for it: not at the cost of the first picture. A page that is not seen is never painted, and
 * a browser may be slow to: no longer than a moment is waited for that.
 */
function afterPaint(work: () => void): void {
  const drawn = new Promise<void>(resolve => {
    if (document.hidden) resolve();
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 300);
  });
  void drawn.then(work);
}

/** Which editor lies on the desk: opens the right seat's from storage, without waiting for the background, and follows what changes. */
export function createDesk(surface: Surface) {
  const stage = signal<Stage>({ kind: 'loading' });
  const by = crypto.randomUUID();
  let shown: Shown | undefined;
  let waitingFor: Seat | undefined;
  let turn = 0;
  /** What changed since the reads of an opening began: it is heard once that is done. */
  let missed: Changes | undefined = {};

  /**
   * Shows a seat: the chosen one, or the one that fits the page under the popup. `asked` says that the background has just read
   * that portal.
   */
  async function open(chosen?: Seat, first = readFirst(), asked = false): Promise<void> {
    const mine = ++turn;
    missed = {};
    try {
      await lay(mine, chosen, first, asked);
    } finally {
      if (mine === turn) catchUp();
    }
  }

  function catchUp() {
    const changes = missed ?? {};
    missed = undefined;
    if (Object.keys(changes).length > 0) hear(changes);
  }

  async function lay(
    mine: number,
    chosen: Seat | undefined,
    first: ReturnType<typeof readFirst>,
    asked: boolean,
  ) {
    const { seats, wanted, known, domains, tab, session, changes } = await first;
    // Under a page of its own lies nothing but itself.
    const under = surface === 'page' ? undefined : tab;
    const found = chosen ? { seat: chosen } : seatUnder(under, seats, domains);
    const stored = found.seat && (await readSeat(found.seat, session));
    if (mine !== turn) return;
    missed = { ...changes, ...missed };
    clear();
    if (!found.seat) {
      const spaces = [...new Set([found.space ?? [], known.map(({ space }) => space)].flat())];
      const site = found.space ? undefined : under?.url;
      stage.value = { kind: 'not-connected', spaces, seats: seats.recent, under: site };
      return;
    }
    if (!stored) {
      waitingFor = found.seat;
      // What was read found no room in the browser's storage, and would find none again.
      if (asked) return fall(found.seat, problem('unreachable'));
      return wait(found.seat);
    }

    const { seat } = found;
    const { snapshot, view } = stored;
    const { space } = snapshot.owner;
    const url = under?.url && spaceOf(under.url, domains) === space ? under.url : undefined;
    const section = wanted?.section ?? linked() ?? sectionFor(url, view, Object.keys(stored.edits));
    const where = createWhereabouts(snapshot.owner, section);
    const actions = createActions(snapshot, {
      by,
      where,
      portalTab: url && sectionOf(url) ? under?.id : undefined,
      chooseSeat: next => void open(next),
      unkept: () => {
        editor.unkept.value = true;
      },
    });
    const editor: Editor = createEditor(
      {
        ...stored,
        surface,
        section,
        generation: known.find(other => other.space === space)?.generation ?? 'v5',
        others: [...seats.recent.map(spaceOfSeat), ...known.map(other => other.space)].some(
          other => other !== space,
        ),
      },
      actions,
    );
    shown = {
      seat,
      owner: snapshot.owner,
      editor,
      view: wanted?.field ? wanted : view?.section === section ? view : undefined,
      putAway: where.follow(editor.enter),
    };
    stage.value = { kind: 'ready', editor };
    // What is shown is from the store; what the portal shows now follows behind. Over a page that is none of that portal's nobody is
    // asked for being looked at: the first touch asks.
    if (under && !url) void touched.then(actions.refresh);
    else afterPaint(actions.refresh);
  }

  function goThere(wanted: Wanted | undefined) {
    if (!wanted || !shown) return;
    if (wanted.field && isFieldName(wanted.field)) shown.editor.goTo(wanted.field);
    else shown.editor.show(wanted.section);
  }

  function clear() {
    shown?.putAway();
    shown = undefined;
    waitingFor = undefined;
  }

  /** A token is known but the portal was not read yet. */
  function wait(seat: Seat) {
    stage.value = { kind: 'loading' };
    void send('refresh', { seat })
      .then(reply => (reply.ok ? open(seat, readFirst(), true) : fall(seat, reply.error)))
      .catch(() => fall(seat, problem('unreachable')));
  }

  function fall(seat: Seat, why: Problem) {
    if (waitingFor === seat)
      stage.value = { kind: 'not-connected', spaces: [spaceOfSeat(seat)], seats: [], problem: why };
  }

  /** Takes in what changed in storage, all of one moment at once. */
  function hear(changes: Changes) {
    if (missed) {
      Object.assign(missed, changes);
      return;
    }
    // A shortcut, a menu or a command asked for a section while this editor was open.
    goThere(standing(wantedItem.parse(changes[wantedItem.key]?.newValue)));
    if (!shown) {
      // Signed in at last, or read for the first time.
      if (seatsItem.key in changes || (waitingFor && snapshotOf(waitingFor).key in changes)) void open();
      return;
    }
    const { seat, owner, editor } = shown;
    const news: News = {};
    const snapshots = snapshotOf(seat);
    if (snapshots.key in changes) {
      const snapshot = snapshots.parse(changes[snapshots.key]?.newValue);
      // Another member or profile is current, or the space was forgotten: never one owner's edits in another's editor.
      if (!snapshot || !sameOwner(snapshot.owner, owner)) {
        // It writes down no more from here on: after Forget that would stay (T41).
        clear();
        return void open(snapshot ? seat : undefined);
      }
      news.snapshot = snapshot;
    }
    const countries = countriesOf(owner.space);
    if (countries.key in changes) news.countries = countries.parse(changes[countries.key]?.newValue) ?? [];
    const progress = progressOf(owner);
    if (progress.key in changes) {
      const next = progress.parse(changes[progress.key]?.newValue);
      if (next) news.progress = next;
    }
    news.drafts = Object.entries(changes).flatMap(([key, { newValue }]) => {
      const name = draftedField(owner, key);
      const draft = name && draftOf(owner, name).parse(newValue);
      if (!name || draft?.by === by) return [];
      return [[name, draft && !('gone' in draft) ? { base: draft.base, value: draft.value } : undefined]];
    });
    editor.receive(news);
  }

  const actions: FrameActions = {
    connect: space => void import('./connect').then(({ connect }) => connect(stage, space, open)),
    cancel: () => void open(),
    chooseSeat: seat => void open(seat),
    sites: () => import('./sites').then(({ sites }) => sites),
  };
  const comeBack = () => shown && returnTo(shown.view, surface === 'popup');
  browser.storage.session.onChanged.addListener(hear);
  return {
    stage,
    actions,
    open,
    /** To where the member was, once the first picture is drawn. */
    goBack() {
      comeBack();
      // Firefox now and then drops a focus that was given before its popup's window had any.
      if (!document.hasFocus()) addEventListener('focus', comeBack, { once: true });
    },
  };
}

/** The section that our own link asked for, such as `editor.html#billing`. */
function linked(): SectionId | undefined {
  const wanted = location.hash.slice(1);
  return sectionIds.find(id => id === wanted);
}
