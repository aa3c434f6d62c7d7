import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { diff, type Edit, type Edits, entriesOf, same } from '../../utils/profile/diff';
import { type FieldName, fieldOf, type SectionId } from '../../utils/profile/fields';
import type { Context, Value } from '../../utils/profile/kinds';
import { check, tidy, validate } from '../../utils/profile/validate';
import type { Outcome, Progress } from '../../utils/save-data';
import type { Country, Snapshot } from '../../utils/snapshot';
import type { Pane } from './beyond';
import type { Actions, News, Start } from './contract';
import { createRows } from './create-rows';
import { createTally, drafted } from './create-tally';
import { isOver } from './standing';
import type { Kept } from './status';

export type Editor = ReturnType<typeof createEditor>;

/** The editor's state: `saved` from the portal with the member's edits over it, one signal per field. Knows nothing of HTTP. */
export function createEditor(start: Start, actions: Actions) {
  const snapshot = signal(start.snapshot);
  const countries = signal(start.countries);
  const section = signal(start.section);
  /** What is said of edits that are kept: they were there when the editor opened, or a save of them stopped. */
  const kept = signal<Kept | undefined>(Object.keys(start.edits).length > 0 ? 'status_restored' : undefined);
  const sending = signal(false);
  const outcome = signal<Outcome | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  /** What Discard threw away, for as long as it can be taken back. */
  const discarded = signal<Edits | undefined>(undefined);
  const pane = signal<Pane | undefined>(undefined);
  /** The save that is being taken back, for as long as a conflict in it waits to be decided. */
  const undoing = signal<Edits | undefined>(undefined);
  /** Seconds until the portal wants to hear from us again. */
  const waiting = signal(0);
  /** The browser could not keep a draft. */
  const unkept = signal(false);
  /** A field that should take the focus as soon as its panel shows. */
  const focus = signal<FieldName | undefined>(undefined);
  /** Counts the saves that something stopped: the summary takes the focus with each. */
  const stopped = signal(0);
  /** The field that the member is in: another window's typing does not replace what is in it. */
  let busy: FieldName | undefined;

  const row = createRows(snapshot, start.edits);
  const savedOf = (name: FieldName) => snapshot.peek().values[name];
  const context = (): Context => ({
    countries: new Set(countries.peek().map(country => country.id)),
    today: actions.today(),
  });

  const { changedNames, changeCount, problems, part } = createTally(row);
  /** A save is on its way: ours, or one that was begun before this editor opened. */
  const saving = computed(
    () => sending.value || (!!progress.value && progress.value.phase !== 'done' && !progress.value.seen),
  );

  /** What Save would send, before tidying. */
  function changes(): Edits {
    const edits = drafted.map(name => [name, row(name).edit.peek()] as const);
    return diff(snapshot.peek().values, Object.fromEntries(edits.filter(([, edit]) => edit)));
  }

  /** Drafts a field, or ends its draft. */
  function put(name: FieldName, edit: Edit | undefined) {
    row(name).edit.value = edit;
    actions.keepDraft(name, edit);
  }

  /** The member typed. What equals the value it began from is no edit. */
  function edit(name: FieldName, value: Value) {
    const state = row(name);
    const base = state.edit.peek()?.base ?? savedOf(name);
    if (base === undefined) return;
    const field = fieldOf(name);
    const back = same(field, value, base) && same(field, base, savedOf(name) ?? base);
    batch(() => {
      put(name, back ? undefined : { base, value });
      if (state.problem.peek()) recheck(name, value);
      discarded.value = undefined;
    });
  }

  /** While correcting, the sentence at a field follows what is typed. */
  function recheck(name: FieldName, value: Value) {
    const checked = check(name, value, context());
    row(name).problem.value = checked.ok ? undefined : { fault: checked.error };
  }

  function revert(name: FieldName) {
    batch(() => {
      put(name, undefined);
      row(name).problem.value = undefined;
    });
  }

  function discard() {
    const gone = changes();
    batch(() => {
      for (const name of drafted) if (row(name).edit.peek()) revert(name);
      kept.value = undefined;
      pane.value = undefined;
      outcome.value = undefined;
      discarded.value = gone;
    });
  }

  function show(next: SectionId) {
    batch(() => {
      section.value = next;
      pane.value = undefined;
    });
    actions.showSection(next);
  }

  /** Brings a field into view and focus, whichever tab it is on. */
  function goTo(name: FieldName) {
    batch(() => {
      show(fieldOf(name).section);
      focus.value = name;
    });
  }

  /** Shows what came of a save: what was saved as the new ground, the portal's words at their fields. */
  function settle(result: Outcome, sent: Edits = {}) {
    batch(() => {
      outcome.value = result;
      if (sent !== undoing.peek()) undoing.value = undefined;
      const now = entriesOf(sent).flatMap(([name, { value }]) =>
        result.saved.includes(name) ? [[name, result.changed[name]?.got ?? value] as const] : [],
      );
      if (now.length > 0)
        snapshot.value = {
          ...snapshot.peek(),
          values: { ...snapshot.peek().values, ...Object.fromEntries(now) },
        };
      for (const name of result.saved) {
        row(name).problem.value = undefined;
        rebase(name, result.changed[name]?.wanted);
      }
      for (const [name, fault] of entriesOf(result.faults)) row(name).problem.value = { fault };
      for (const [name, message] of entriesOf(result.refusals)) row(name).problem.value = { message };
      if (problems.peek().length > 0 || result.otherRefusals.length > 0) stopped.value++;
    });
  }

  /** Sends the changes of every form tab, or says at the fields what stops it. Resolves once the outcome shows. */
  async function save(): Promise<void> {
    if (saving.peek()) return;
    const wanted = changes();
    const checked = validate(wanted, context());
    batch(() => {
      for (const name of drafted) row(name).problem.value = undefined;
      outcome.value = undefined;
      kept.value = undefined;
      discarded.value = undefined;
      pane.value = undefined;
      if (checked.ok) return;
      for (const [name, fault] of entriesOf(checked.error)) row(name).problem.value = { fault };
      stopped.value++;
    });
    if (!checked.ok) return;
    // Only stray spaces: tidying leaves nothing to send, so those fields go back to what is saved.
    for (const [name] of entriesOf(wanted)) if (!checked.value[name]) revert(name);
    if (Object.keys(checked.value).length > 0) await send(checked.value);
  }

  async function send(wanted: Edits) {
    sending.value = true;
    try {
      settle(await actions.save(wanted), wanted);
    } finally {
      sending.value = false;
    }
  }

  /** A switch applies at once: shown pending, then confirmed or put back. */
  async function toggle(name: FieldName, value: boolean) {
    const base = savedOf(name);
    const state = row(name);
    if (base === undefined || state.pending.peek()) return;
    const wanted = { [name]: { base, value } };
    batch(() => {
      state.edit.value = { base, value };
      state.pending.value = true;
      state.problem.value = undefined;
      outcome.value = undefined;
    });
    let result: Outcome | undefined;
    try {
      result = await actions.save(wanted);
    } finally {
      batch(() => {
        if (result) settle(result, wanted);
        state.edit.value = undefined;
        state.pending.value = false;
        if (!result?.saved.includes(name) && !state.problem.peek()) state.problem.value = { putBack: true };
      });
    }
  }

  /** Takes a save back, the last one unless another is given, by an ordinary save of the old values. */
  async function undo(back = outcome.peek()?.undo) {
    if (!back || saving.peek()) return;
    batch(() => {
      outcome.value = undefined;
      undoing.value = back;
    });
    await send(back);
  }

  /** After a save, what was typed meanwhile stays an edit, now over the saved value. */
  function rebase(name: FieldName, wanted: Value | undefined) {
    const current = row(name).edit.peek();
    const ground = savedOf(name);
    const field = fieldOf(name);
    if (!current || ground === undefined || field.apply === 'at once') return;
    const typed = tidy(name, current.value);
    const sent = same(field, typed, wanted ?? ground) || same(field, typed, ground);
    put(name, sent ? undefined : { base: ground, value: current.value });
  }

  /** Takes in what arrived from storage, in one go. */
  function receive(news: News) {
    batch(() => {
      if (news.snapshot) snapshot.value = news.snapshot;
      if (news.countries) countries.value = news.countries;
      for (const [name, edit] of news.drafts ?? [])
        if (name !== busy && drafted.includes(name)) row(name).edit.value = edit;
      if (news.progress) follow(news.progress);
      leaveTrouble();
    });
  }

  /** "Sign in, then save again" is no longer said to who has signed in; that nothing was saved still is. */
  function leaveTrouble() {
    const said = outcome.peek();
    if (!said || !isOver(said, snapshot.peek())) return;
    outcome.value = undefined;
    kept.value = 'status_stopped';
  }

  /** A save of this owner moved on; one that another editor or an earlier popup began is settled here too, once. */
  function follow(next: Progress) {
    progress.value = next;
    if (next.phase !== 'done' || !next.outcome) return;
    for (const name of next.outcome.saved) rebase(name, next.outcome.changed[name]?.wanted);
    if (next.seen) return;
    // News of the save that shows, too: how it ended was not known, and now it is.
    if (!sending.peek() && outcome.peek()?.at !== next.outcome.at) settle(next.outcome);
    actions.seen(next);
  }
  if (start.progress) follow(start.progress);
  leaveTrouble();

  return {
    surface: start.surface,
    generation: start.generation,
    others: !!start.others,
    snapshot: snapshot as ReadonlySignal<Snapshot>,
    countries: countries as ReadonlySignal<readonly Country[]>,
    section: section as ReadonlySignal<SectionId>,
    kept: kept as ReadonlySignal<Kept | undefined>,
    discarded,
    saving,
    outcome,
    progress: progress as ReadonlySignal<Progress | undefined>,
    pane,
    undoing: undoing as ReadonlySignal<Edits | undefined>,
    unkept,
    waiting,
    focus,
    stopped: stopped as ReadonlySignal<number>,
    changedNames,
    changeCount,
    problems,
    /** What Save would send now, tidied, or what stops it. */
    checked: () => validate(changes(), context()),
    row,
    part,
    edit,
    revert,
    discard,
    show,
    goTo,
    save,
    toggle,
    undo,
    put,
    receive,
    settle,
    /** Says which field the member is in, undefined for none. */
    enter(name: FieldName | undefined) {
      busy = name;
    },
    actions,
  };
}
