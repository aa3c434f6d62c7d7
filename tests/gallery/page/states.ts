import type { Editor } from '../../../components/editor/create-editor';
import type { Sites, Stage } from '../../../components/frame/stage';
import { problem } from '../../../utils/problem';
import { type SectionId, sectionIds } from '../../../utils/profile/fields';
import { advice } from './advice';
import { beyond } from './beyond';
import { editorOf, now, outcomeOf, people, snapshotOf } from './fixtures';
import { found, press, settled } from './hands';

/** One picture: a stage, and what a member would then do. `settle` is how many milliseconds to let pass before the picture. */
export interface State {
  stage(): Stage;
  act?(): void | Promise<void>;
}

/** The look-up of every site says that it is acme's. */
export const sites: Sites = {
  lookUp: async () => ({ kind: 'found', space: 'acme' }),
  bind: async () => true,
};

const ready = (editor: Editor): Stage => ({ kind: 'ready', editor });

type Prepare = (editor: Editor) => void;
const typed: Prepare = editor => {
  editor.edit('Position', 'Chief programmer');
  editor.edit('ProfileTags', 'mathematics,computing,poetry');
  editor.edit('TaxIDNumber', 'DE136695976');
  editor.edit('Linkedin', '');
};

/** An editor that something happened to. */
const after =
  (
    prepare: Prepare,
    start: Parameters<typeof editorOf>[0] = {},
    actions: Parameters<typeof editorOf>[1] = {},
  ) =>
  (): Stage => {
    const editor = editorOf(start, actions);
    prepare(editor);
    return ready(editor);
  };

const troubled = (code: Parameters<typeof problem>[0]) => () =>
  ready(editorOf({ snapshot: snapshotOf(people.ada, { problem: problem(code) }) }));

const professional = { section: 'professional' as SectionId };
const password = { section: 'password' as SectionId };

async function changePassword(): Promise<void> {
  await settled(120);
  for (const [name, value] of [
    ['OldPassword', 'old'],
    ['NewPassword', 'new'],
    ['RepeatNewPassword', 'new'],
  ]) {
    (await found<HTMLInputElement>(`#field-${name}`)).value = value ?? '';
  }
  await press('change-password');
}

export const states: Record<string, State> = {
  loading: { stage: () => ({ kind: 'loading' }), act: () => settled(500) },
  'not-connected': { stage: () => ({ kind: 'not-connected', spaces: ['acme'], seats: [] }) },
  'not-connected-several': {
    stage: () => ({
      kind: 'not-connected',
      spaces: ['acme', 'the-old-warehouse-by-the-canal', 'beta'],
      seats: ['gamma'],
      problem: problem('signedOut'),
    }),
  },
  'not-connected-none': { stage: () => ({ kind: 'not-connected', spaces: [], seats: [] }) },
  'unknown-site': {
    stage: () => ({ kind: 'not-connected', spaces: [], seats: [], under: 'https://members.example.com/x' }),
    act: () => settled(),
  },
  'unknown-site-found': {
    stage: () => ({ kind: 'not-connected', spaces: [], seats: [], under: 'https://members.example.com/x' }),
    async act() {
      await press('look-up');
    },
  },
  connecting: { stage: () => ({ kind: 'connecting', space: 'acme' }) },

  ...Object.fromEntries(
    sectionIds.map(section => [
      section,
      { stage: () => ready(editorOf({ section })), act: () => settled(120) },
    ]),
  ),
  'professional-end': {
    stage: () => ready(editorOf(professional)),
    async act() {
      await settled(120);
      (await found('#panel-professional')).scrollTo(0, 9999);
    },
  },
  'long-values': {
    stage: () => ready(editorOf({ ...professional, snapshot: snapshotOf(people.long) })),
    act: () => settled(120),
  },
  'arabic-name': { stage: () => ready(editorOf({ snapshot: snapshotOf(people.layla) })) },
  'empty-profile': {
    stage: () => ready(editorOf({ snapshot: snapshotOf(people.empty) })),
  },
  'locked-and-missing': {
    stage: () =>
      ready(
        editorOf({
          snapshot: snapshotOf(
            people.ada,
            {},
            {
              NickName: 7,
              DateOfBirth: {},
              LandLine: undefined,
              State: undefined,
              Gender: 'Robot',
              CountryId: 99,
            },
          ),
        }),
      ),
    async act() {
      await settled();
      (await found('#panel-personal details')).setAttribute('open', '');
      (await found('#panel-personal')).scrollTo(0, 9999);
    },
  },

  'too-long': {
    stage: () =>
      ready(
        editorOf({
          ...professional,
          snapshot: snapshotOf(
            people.ada,
            {},
            { Position: 'Writes programs for machines. '.repeat(40), ProfileTags: 'تصميم,'.repeat(500) },
          ),
        }),
      ),
    act: () => settled(120),
  },

  changed: { stage: after(typed, professional), act: () => settled(120) },
  'draft-restored': {
    stage: () =>
      ready(
        editorOf({ ...professional, edits: { Position: { base: 'Founder', value: 'Chief programmer' } } }),
      ),
  },
  discarded: {
    stage: after(editor => {
      typed(editor);
      editor.discard();
    }),
  },
  review: {
    stage: after(editor => {
      typed(editor);
      editor.pane.value = 'review';
    }),
    act: () => settled(200),
  },
  'review-request': {
    stage: after(editor => {
      typed(editor);
      editor.pane.value = 'review';
    }),
    async act() {
      await settled(200);
      const wire = await found('[data-part=wire]');
      wire.setAttribute('open', '');
      wire.scrollIntoView({ block: 'end' });
    },
  },
  conflict: {
    stage: after(editor => {
      typed(editor);
      editor.settle(
        outcomeOf({
          problem: problem('conflict'),
          conflicts: {
            Position: { base: 'Founder', value: 'Chief programmer', theirs: 'Managing director' },
            Linkedin: { base: 'https://www.linkedin.com/in/ada-lovelace', value: '', theirs: 'ada.l' },
          },
        }),
      );
    }),
    act: () => settled(200),
  },
  saving: {
    stage: after(editor => {
      typed(editor);
      void editor.save();
    }, professional),
  },
  saved: {
    stage: after(
      editor => {
        editor.edit('Position', 'Chief programmer');
        void editor.save();
      },
      professional,
      {
        reloadPortal() {},
        save: async edits =>
          outcomeOf({
            saved: ['Position'],
            undo: { Position: { base: 'Chief programmer', value: edits.Position?.base ?? '' } },
          }),
      },
    ),
    act: () => settled(120),
  },
  problems: {
    stage: after(editor => {
      editor.edit('FullName', ' ');
      editor.edit('DateOfBirth', '31 February');
      editor.edit('BillingEmail', 'ada at example');
      void editor.save();
    }),
    act: () => settled(120),
  },
  refused: {
    stage: after(editor => {
      typed(editor);
      editor.settle(
        outcomeOf({
          problem: problem('refused', { message: 'The profile could not be updated.' }),
          refusals: { Position: 'Job titles may not contain the word “chief”.' },
          otherRefusals: [{ field: 'Team', message: 'Your team is being reviewed by the administrators.' }],
        }),
      );
    }, professional),
    act: () => settled(120),
  },
  'not-kept': {
    stage: after(editor => {
      typed(editor);
      editor.settle(
        outcomeOf({
          saved: ['Position'],
          changed: { ProfileTags: { wanted: 'Mathematics', got: 'mathematics' } },
          notKept: ['Linkedin'],
          problem: problem('notKept'),
          undo: { Position: { base: 'x', value: 'y' } },
        }),
      );
    }, professional),
  },
  'changed-by-portal': {
    stage: after(editor => {
      editor.settle(
        outcomeOf({
          saved: ['Position'],
          changed: { Position: { wanted: 'Architect', got: 'مهندسة معمارية (1)' } },
          problem: problem('changed'),
        }),
      );
    }, professional),
  },
  throttled: {
    stage: after(editor => {
      typed(editor);
      editor.settle(
        outcomeOf({ problem: problem('throttled', { retryAt: now + 12_000, message: 'Slow down' }) }),
      );
    }, professional),
  },
  unknown: {
    stage: after(editor => {
      typed(editor);
      editor.settle(outcomeOf({ problem: problem('unknown') }));
    }, professional),
  },
  'save-signed-out': {
    stage: after(editor => {
      typed(editor);
      editor.settle(outcomeOf({ problem: problem('signedOut') }));
    }, professional),
  },
  'signed-out': { stage: troubled('signedOut') },
  offline: { stage: troubled('offline') },
  'refresh-failed': { stage: troubled('unreachable') },
  permission: { stage: troubled('permission') },

  'switch-pending': {
    stage: after(editor => void editor.toggle('OnNewWallPost', true), { section: 'notifications' }),
  },
  'switch-put-back': {
    stage: after(
      editor => void editor.toggle('OnNewWallPost', true),
      { section: 'notifications' },
      {
        save: async () => outcomeOf({ problem: problem('unreachable') }),
      },
    ),
    act: () => settled(120),
  },
  'password-wrong': {
    stage: () =>
      ready(
        editorOf(password, {
          changePassword: async () => ({
            changed: false,
            refusals: [{ field: 'OldPassword', message: 'The current password is not right.' }],
            problem: problem('refused'),
          }),
        }),
      ),
    act: changePassword,
  },
  'password-changed': {
    stage: () => ready(editorOf(password, { changePassword: async () => ({ changed: true, refusals: [] }) })),
    act: changePassword,
  },
  ...advice,
  ...beyond,
};
