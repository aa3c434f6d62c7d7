import { browser } from 'wxt/browser';
import { fillIn } from '../../utils/fill';
import type { Labels } from '../../utils/labels';
import type { Edit } from '../../utils/profile/diff';
import { type FieldName, fieldOf, type SectionId } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import { completions, type QuickEdit, readLine } from '../../utils/quick-edit';
import type { Outcome } from '../../utils/save-data';
import { countriesOf, draftOf } from '../../utils/stores';
import { us } from './drafts';
import { type InFront, inFront, tabInFront } from './front';
import type { SaveRequest } from './save';
import { labelsInForce, labelsOf } from './words';

export interface OmniboxWorld {
  save(request: SaveRequest): Promise<Outcome>;
  open(wanted: { section: SectionId; field?: FieldName }): void;
}

/** Chrome reads a suggestion as XML, Firefox as text; neither may be broken by what is typed. */
const asText = (text: string) => text.replace(/[&<>"']/g, ' ');

const fill = (sentence: string, field: string, value = '') => asText(fillIn(sentence, { field, value }));

function shownValue(value: Value, words: Labels): string {
  if (typeof value === 'boolean') return value ? words.omnibox_on : words.omnibox_off;
  return String(value);
}

/** What pressing Enter would do, as a sentence. */
function sentence(edit: QuickEdit | undefined, { signedIn, snapshot }: InFront, words: Labels): string {
  if (!edit) return asText(words.omnibox_hint.replace('{example}', `${words.field_Position} …`));
  if (edit.kind === 'open')
    return fill(
      words.omnibox_open,
      edit.field ? words[`field_${edit.field}`] : words[`section_${edit.section}`],
    );
  const label = words[`field_${edit.field}`];
  if (!signedIn || !snapshot) return asText(words.omnibox_notConnected);
  if (snapshot.values[edit.field] === undefined) return fill(words.omnibox_fault, label);
  return fill(words.omnibox_set, label, shownValue(edit.value, words));
}

/** The address bar: `nt title Product Designer`. Its line says what Enter does; a value goes through the same save as everything else. */
export function createOmnibox(world: OmniboxWorld) {
  async function read(line: string) {
    const [words, english, front] = await Promise.all([
      labelsInForce(),
      labelsOf('en'),
      tabInFront().then(inFront),
    ]);
    const space = front.snapshot?.owner.space;
    const countries = space ? ((await countriesOf(space).get()) ?? []) : [];
    return { words, front, edit: readLine(line, [words, english], countries) };
  }

  async function suggest(line: string): Promise<{ content: string; description: string }[]> {
    const { words, front, edit } = await read(line);
    await browser.omnibox.setDefaultSuggestion({ description: sentence(edit, front, words) });
    return completions(line, words)
      .map(name => words[`field_${name}`])
      .filter(label => label.toLowerCase() !== line.trim().toLowerCase())
      .map(label => ({ content: label, description: fill(words.omnibox_open, label) }));
  }

  async function entered(line: string): Promise<void> {
    const { front, edit } = await read(line);
    if (!edit) return;
    const section = edit.kind === 'open' ? edit.section : fieldOf(edit.field).section;
    const { seat, snapshot } = front;
    const held = edit.kind === 'set' && snapshot ? snapshot.values[edit.field] : undefined;
    if (edit.kind === 'open' || !seat || !snapshot || held === undefined)
      return world.open({ section, field: edit.field });
    await set({ ...front, seat, snapshot }, edit.field, { base: held, value: edit.value });
  }

  async function set({ seat, snapshot, signedIn }: Required<InFront>, field: FieldName, edit: Edit) {
    const { owner } = snapshot;
    const { apply, section } = fieldOf(field);
    // What was typed waits as a draft until it is really there, like anything typed in the editor; a switch is no draft.
    if (apply === 'on save') await draftOf(owner, field).set({ ...edit, at: Date.now(), by: us });
    if (!signedIn) return world.open({ section, field });
    const outcome = await world.save({
      seat,
      owner,
      saveId: crypto.randomUUID(),
      edits: { [field]: edit },
    });
    if (outcome.problem?.code === 'check') world.open({ section, field });
  }

  return { suggest, entered };
}

/** Must be called in the worker's first turn. */
export function followOmnibox({ suggest, entered }: ReturnType<typeof createOmnibox>): void {
  browser.omnibox.onInputChanged.addListener((line, show) => {
    void suggest(line).then(show);
  });
  browser.omnibox.onInputEntered.addListener(line => void entered(line));
}
