import '../../assets/css/advice.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { entriesOf, type Goal, search } from '../../utils/advice/search';
import { createWords } from '../../utils/i18n';
import { pageOf } from '../../utils/portal/pages';
import type { Editor } from '../editor/create-editor';
import { tabId } from '../editor/Tabs';
import { useEscape } from '../editor/use-escape';
import { t, words } from '../words';
import { finding } from './finding';
import { useLoaded } from './use-loaded';

const listId = 'palette-list';
const optionId = (at: number) => `palette-${at}`;

const loadEnglish = async () => createWords('en', (await import('../../locales/en')).default);

/** Where each goal leads. */
const go: { [K in Goal['kind']]: (goal: Extract<Goal, { kind: K }>, editor: Editor) => void } = {
  field: ({ name }, editor) => editor.goTo(name),
  switch({ name, value }, editor) {
    editor.goTo(name);
    void editor.toggle(name, value);
  },
  section({ section }, editor) {
    editor.show(section);
    document.getElementById(tabId(section))?.focus();
  },
  page({ section }, editor) {
    const { space } = editor.snapshot.peek().owner;
    window.open(pageOf(space, section, editor.generation), '_blank', 'noopener');
  },
  history(_, { pane }) {
    pane.value = 'history';
  },
};

/** Every field and action, found by a few letters in the member's language or in English. */
export function Palette({ editor }: { editor: Editor }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const english = useLoaded(loadEnglish, words.value.language !== 'en');
  const entries = useMemo(
    () =>
      entriesOf(english ? [words.value, english] : [words.value], {
        open: name => editor.row(name).access.peek() === 'open',
        on: name => editor.row(name).value.peek() === true,
      }),
    [words.value, english, editor],
  );
  const found = search(entries, query);
  const chosen = Math.min(at, found.length - 1);

  useEffect(() => dialog.current?.showModal(), []);
  useEscape(() => dialog.current?.close(), true);
  useEffect(() => {
    document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function choose(goal: Goal | undefined) {
    if (!goal) return;
    // Closed first: it hands the focus back, and the goal then takes it.
    dialog.current?.close();
    (go[goal.kind] as (goal: Goal, editor: Editor) => void)(goal, editor);
  }
  const moves: Record<string, () => void> = {
    ArrowDown: () => setAt((chosen + 1) % found.length),
    ArrowUp: () => setAt((chosen + found.length - 1) % found.length),
    Enter: () => choose(found[chosen]?.goal),
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is heard by useEscape
    <dialog
      ref={dialog}
      class="palette"
      data-part="palette"
      aria-label={t('palette_title')}
      onClose={() => {
        finding.value = false;
      }}
      // A click beside the box is on the dialog itself.
      onClick={event => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div class="palette-box">
        <input
          class="input"
          type="text"
          role="combobox"
          name="palette"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('palette_title')}
          aria-label={t('palette_title')}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? optionId(chosen) : undefined}
          value={query}
          onInput={event => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={event => {
            const move = moves[event.key];
            if (!move || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            if (found.length > 0) move();
          }}
        />
        <div id={listId} class="palette-list" role="listbox" aria-label={t('palette_title')}>
          {found.map(({ goal, says, where }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the input, which names the chosen option
            <div
              key={says + where}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              data-goal={goal.kind}
              onClick={() => choose(goal)}
            >
              <span>{says}</span>
              <span class="row-help">{where}</span>
            </div>
          ))}
        </div>
        <p class="palette-end" role="status" data-none={found.length === 0 || undefined}>
          {found.length === 0 ? t('palette_none', { query }) : t('palette_found', { count: found.length })}
        </p>
      </div>
    </dialog>
  );
}
