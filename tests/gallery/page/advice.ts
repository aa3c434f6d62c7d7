import type { Advisor } from '../../../components/advice/contract';
import type { Editor } from '../../../components/editor/create-editor';
import type { FieldName, SectionId } from '../../../utils/profile/fields';
import type { Proposal } from '../../../utils/proposal';
import { editorOf, people, snapshotOf } from './fixtures';
import { found, press, settled } from './hands';
import type { State } from './states';

const proposal = [
  'I write programs for machines that exist by now, and for some that do not.',
  '',
  '- numbers',
  '- music',
  '- **looms** and their cards',
  '',
  'Ask me about any of them over lunch.',
].join('\n');

/** Words that name their host, that name none, and that name another. */
const links = [
  'Read [my notes](https://ada.example.com/notes/on-the-engine) or all of https://engines.example.com.',
  'The books are at [good.example](https://accounts.good.example.evil.example/sign-in),',
  'the rest at [аpple.com](https://аpple.com/) and [the fair](https://bücher.example/).',
].join('\n');

const advisorOf = (more: Partial<Advisor> = {}): Advisor => ({
  suggestBio: async () => ({ ok: true, bio: proposal }),
  suggestTags: async () => [
    'design',
    'research',
    'photography',
    'data',
    'writing',
    'branding',
    'translation',
  ],
  dismissedHints: async () => [],
  dismissHints() {},
  ...more,
});

interface Asked {
  section: SectionId;
  person?: keyof typeof people;
  odd?: Record<string, unknown>;
  advisor?: Partial<Advisor>;
}

function stageOf({ section, person = 'ada', odd = {}, advisor }: Asked): { editor: Editor } {
  const snapshot = snapshotOf(people[person], { suggestsBio: true }, odd);
  return { editor: editorOf({ section, snapshot }, { advice: async () => advisorOf(advisor) }) };
}

const state = (asked: Asked, act: (editor: Editor) => Promise<void>): State => {
  let editor: Editor | undefined;
  return {
    stage() {
      editor = stageOf(asked).editor;
      return { kind: 'ready', editor };
    },
    async act() {
      await settled();
      if (editor) await act(editor);
      await settled();
    },
  };
};

const enter = async (editor: Editor, name: FieldName, typed?: string) => {
  if (typed !== undefined) editor.edit(name, typed);
  (await found(`#field-${name}`)).focus();
  await settled(800);
};
const show = async (selector: string, block: ScrollLogicalPosition = 'center') =>
  (await found(selector)).scrollIntoView({ block });

/** The card is drawn once it is in view, and its bio after that. */
const showCard = async (selector: string, block: ScrollLogicalPosition) => {
  (await found('[data-part=directory] summary')).click();
  await show('[data-part=directory]');
  await found('[data-part=directory] .markdown p');
  await show(selector, block);
};

const bio = (advisor: Partial<Advisor>, odd?: Asked['odd'], then: () => Promise<void> = () => settled()) =>
  state({ section: 'professional', advisor, ...(odd && { odd }) }, async () => {
    await press('suggest-bio');
    await then();
    await show('[data-part=bio]');
  });
const fault = (proposal: Proposal) => bio({ suggestBio: async () => proposal });

/** What goes beyond the form. */
export const advice: Record<string, State> = {
  'phone-advice': state({ section: 'personal' }, async editor => {
    await enter(editor, 'MobilePhone', '07700 900123');
    await enter(editor, 'LandLine', '020 7946 09');
    await show('[data-row=LandLine]');
  }),
  'vat-fits': state({ section: 'billing' }, async editor => {
    await enter(editor, 'TaxIDNumber', 'DE136695976');
    await show('[data-row=TaxIDNumber]');
  }),
  'vat-misfits': state({ section: 'billing' }, async editor => {
    await enter(editor, 'TaxIDNumber', 'DE136695977');
    await show('[data-row=TaxIDNumber]');
  }),
  'tag-suggestions': state({ section: 'professional' }, async editor => {
    await enter(editor, 'ProfileTags');
    await show('[data-row=ProfileTags]');
  }),
  'bio-write': state({ section: 'professional' }, () => show('[data-part=bio]')),
  'bio-preview': state({ section: 'professional' }, async () => {
    await press('bio-preview');
    await show('[data-part=bio]');
  }),
  'bio-links': state({ section: 'professional', odd: { ProfileSummary: links } }, async () => {
    await press('bio-preview');
    await show('[data-part=bio]');
  }),
  'bio-asking': bio({ suggestBio: () => new Promise(() => {}) }),
  'bio-proposal': bio({}, undefined, async () => {
    (await found('.swap:nth-of-type(2) input')).click();
    await settled();
  }),
  'bio-proposal-new': bio({}, { ProfileSummary: '' }),
  'bio-used': bio({}, undefined, () => press('bio-use')),
  'bio-fault': fault({
    ok: false,
    fault: 'unavailable',
    message: 'The AI writer is not available at this location.',
  }),
  'bio-fault-slow': fault({ ok: false, fault: 'slow' }),
  directory: state({ section: 'professional' }, async () => {
    await showCard('[data-part=directory]', 'start');
  }),
  'directory-links': state(
    {
      section: 'professional',
      odd: {
        ProfileWebsite: 'https://ada.example.com/',
        Github: 'ada',
        Linkedin: 'https://evil.example/in/ada',
      },
    },
    async () => {
      await showCard('[data-part=directory] .card-links', 'end');
    },
  ),
  'directory-unlisted': state({ section: 'professional', odd: { ProfileIsPublic: false } }, async () => {
    await showCard('[data-part=directory]', 'start');
  }),
  hints: state({ section: 'personal', person: 'empty' }, () => show('[data-part=hints]', 'end')),
  palette: state({ section: 'personal' }, async () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
    await settled(400);
    const input = await found<HTMLInputElement>('[name=palette]');
    input.value = 'bill';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }),
  'palette-all': state({ section: 'personal' }, async () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
    await settled(400);
  }),
};
