import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { diff, type Edit, type Edits, entriesOf, same } from '../../utils/profile/diff';
import { type FieldName, fieldNames, fieldOf, fields, type SectionId } from '../../utils/profile/fields';
import type { Context, Fault, Value } from '../../utils/profile/kinds';
import { check, tidy, validate } from '../../utils/profile/validate';
import type { Outcome, Progress } from '../../utils/save-data';
import type { Country, Snapshot } from '../../utils/snapshot';

/** What is wrong with a field: our own rule, or the portal's words. */
export type RowProblem = { fault: Fault } | { message: string };

export interface Start {
  snapshot: Snapshot;
  countries: readonly Country[];
  /** Drafts found in storage. */
  edits: Edits;
  section: SectionId;
}

/** What the editor asks of the world around it. */
export interface Actions {
  /** Keeps a drafted field, or forgets it, in the same tick. */
  keepDraft(name: FieldName, edit: Edit | undefined): void;
  save(edits: Edits): Promise<Outcome>;
  /** A save is likely: let the background read ahead. */
  warm(): void;
  refresh(): void;
  showSection(section: SectionId): void;
  today(): string;
}

/** Something that arrived from storage, all of one moment. */
export interface News {
  snapshot?: Snapshot;
  countries?: readonly Country[];
  drafts?: readonly [FieldName, Edit | undefined][];
  progress?: Progress;
}

export interface RowState {
  name: FieldName;
  /** What the control shows: the draft, else what is saved. */
  value: ReadonlySignal<Value | undefined>;
  saved: ReadonlySignal<Value | undefined>;
  changed: ReadonlySignal<boolean>;
  problem: Signal<RowProblem | undefined>;
  /** A switch whose change is on its way. */
  pending: Signal<boolean>;
}

export type Editor = ReturnType<typeof createEditor>;

/** The editor's state: `saved` from the portal with the member's edits over it, one signal per field. Knows nothing of HTTP. */
export function createEditor(start: Start, actions: Actions) {
  const snapshot = signal(start.snapshot);
  const countries = signal(start.countries);
  const section = signal(start.section);
  const restored = signal(Object.keys(start.edits).length > 0);
  const saving = signal(false);
  const outcome = signal<Outcome | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  /** A field that should take the focus as soon as its panel shows. */
  const focus = signal<FieldName | undefined>(undefined);
  /** The field that the member is in: another window's typing does not replace what is in it. */
  let busy: FieldName | undefined;

  const edits = new Map(fieldNames.map(name => [name, signal<Edit | undefined>(start.edits[name])]));
  const editOf = (name: FieldName) => edits.get(name) as Signal<Edit | undefined>;
  const savedOf = (name: FieldName) => snapshot.peek().values[name];
  const context = (): Context => ({
    countries: new Set(countries.peek().map(country => country.id)),
    today: actions.today(),
  });

  const rows = new Map(
    fields.map(field => {
      const saved = computed(() => snapshot.value.values[field.name]);
      const edit = editOf(field.name);
      const value = computed(() => (edit.value ? edit.value.value : saved.value));
      const changed = computed(
        () => !!edit.value && saved.value !== undefined && !same(field, edit.value.value, saved.value),
      );
      const row: RowState = {
        name: field.name,
        value,
        saved,
        changed,
        problem: signal(undefined),
        pending: signal(false),
      };
      return [field.name, row];
    }),
  );
  const row = (name: FieldName) => rows.get(name) as RowState;

  /** What Save would send, before tidying. */
  const changes = computed<Edits>(() =>
    diff(
      snapshot.value.values,
      Object.fromEntries(fieldNames.map(name => [name, editOf(name).value]).filter(([, edit]) => edit)),
    ),
  );
  const changedNames = computed(() => entriesOf(changes.value).map(([name]) => name));
  const problems = computed(() =>
    fieldNames.flatMap(name => {
      const problem = row(name).problem.value;
      return problem ? [{ name, problem }] : [];
    }),
  );

  function put(name: FieldName, edit: Edit | undefined) {
    editOf(name).value = edit;
    actions.keepDraft(name, edit);
  }

  /** The member typed. What equals the value it began from is no edit. */
  function edit(name: FieldName, value: Value) {
    const base = editOf(name).peek()?.base ?? savedOf(name);
    if (base === undefined) return;
    const first = changedNames.peek().length === 0;
    batch(() => {
      put(
        name,
        same(fieldOf(name), value, base) && same(fieldOf(name), base, savedOf(name) ?? base)
          ? undefined
          : { base, value },
      );
      if (row(name).problem.peek()) recheck(name, value);
    });
    if (first) actions.warm();
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
    batch(() => {
      for (const name of fieldNames) if (editOf(name).peek()) revert(name);
      restored.value = false;
      outcome.value = undefined;
    });
  }

  function show(next: SectionId) {
    section.value = next;
    actions.showSection(next);
  }

  /** Brings a field into view and focus, whichever tab it is on. */
  function goTo(name: FieldName) {
    batch(() => {
      show(fieldOf(name).section);
      focus.value = name;
    });
  }

  /** Shows what came of a save: the portal's words at their fields, and what was saved as the new ground. */
  function settle(result: Outcome) {
    batch(() => {
      outcome.value = result;
      for (const [name, fault] of entriesOf(result.faults)) row(name).problem.value = { fault };
      for (const [name, message] of entriesOf(result.refusals)) row(name).problem.value = { message };
      for (const name of result.saved) row(name).problem.value = undefined;
    });
  }

  /** Sends the changes of every form tab, or says at the fields what stops it. Resolves once the outcome shows. */
  async function save(): Promise<void> {
    if (saving.peek()) return;
    const wanted = changes.peek();
    const checked = validate(wanted, context());
    batch(() => {
      for (const name of fieldNames) row(name).problem.value = undefined;
      outcome.value = undefined;
      restored.value = false;
      if (checked.ok) return;
      for (const [name, fault] of entriesOf(checked.error)) row(name).problem.value = { fault };
    });
    if (!checked.ok || Object.keys(checked.value).length === 0) {
      // Only stray spaces: tidying leaves nothing to send, so the fields go back to what is saved.
      if (checked.ok) for (const [name] of entriesOf(wanted)) revert(name);
      return;
    }
    await send(wanted);
  }

  async function send(wanted: Edits) {
    saving.value = true;
    try {
      settle(await actions.save(wanted));
    } finally {
      saving.value = false;
    }
  }

  /** A switch applies at once: shown pending, then confirmed or put back. */
  async function toggle(name: FieldName, value: boolean) {
    const base = savedOf(name);
    const state = row(name);
    if (base === undefined || state.pending.peek()) return;
    batch(() => {
      editOf(name).value = { base, value };
      state.pending.value = true;
      state.problem.value = undefined;
    });
    try {
      settle(await actions.save({ [name]: { base, value } }));
    } finally {
      batch(() => {
        editOf(name).value = undefined;
        state.pending.value = false;
      });
    }
  }

  /** Takes the last save back, by an ordinary save of the old values. */
  async function undo() {
    const back = outcome.peek()?.undo;
    if (back && !saving.peek()) await send(back);
  }

  /** Ends a conflict: `mine` are the fields whose edit goes over the portal's value, the others take the portal's. */
  async function resolve(mine: ReadonlySet<FieldName>) {
    const conflicts = outcome.peek()?.conflicts ?? {};
    batch(() => {
      for (const [name, { theirs, value }] of entriesOf(conflicts))
        put(name, mine.has(name) ? { base: theirs, value } : undefined);
      outcome.value = undefined;
    });
    if (changedNames.peek().length > 0) await save();
  }

  /** After a save, what was typed meanwhile stays an edit, now over the saved value. */
  function rebase(name: FieldName, wanted: Value | undefined) {
    const current = editOf(name).peek();
    const ground = savedOf(name);
    if (!current || ground === undefined) return;
    const field = fieldOf(name);
    if (field.apply === 'at once') return;
    const typed = tidy(name, current.value);
    const sent = same(field, typed, wanted ?? ground) || same(field, typed, ground);
    put(name, sent ? undefined : { base: ground, value: current.value });
  }

  /** Takes in what arrived from storage, in one go. */
  function receive(news: News) {
    batch(() => {
      if (news.snapshot) snapshot.value = news.snapshot;
      if (news.countries) countries.value = news.countries;
      for (const [name, edit] of news.drafts ?? []) if (name !== busy) editOf(name).value = edit;
      if (news.progress) {
        progress.value = news.progress;
        const { phase, outcome: ended } = news.progress;
        if (phase === 'done')
          for (const name of ended?.saved ?? []) rebase(name, ended?.changed[name]?.wanted);
      }
    });
  }

  return {
    snapshot: snapshot as ReadonlySignal<Snapshot>,
    countries: countries as ReadonlySignal<readonly Country[]>,
    section: section as ReadonlySignal<SectionId>,
    restored: restored as ReadonlySignal<boolean>,
    saving: saving as ReadonlySignal<boolean>,
    outcome,
    progress: progress as ReadonlySignal<Progress | undefined>,
    focus,
    changes,
    changedNames,
    problems,
    row,
    edit,
    revert,
    discard,
    show,
    goTo,
    save,
    toggle,
    undo,
    resolve,
    receive,
    settle,
    /** Says which field the member is in, undefined for none. */
    enter(name: FieldName | undefined) {
      busy = name;
    },
    warm: actions.warm,
    refresh: actions.refresh,
  };
}
