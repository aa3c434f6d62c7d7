import '../../assets/css/advice.css';
import { useEffect, useState } from 'preact/hooks';
import { tagSuggestions, withTag } from '../../utils/advice/tags';
import { fieldOf } from '../../utils/profile/fields';
import type { Editor } from '../editor/create-editor';
import { fieldId } from '../editor/FieldRow';
import { t } from '../words';
import type { AdviceProps } from './Advice';
import { useTouched } from './use-field';
import { useFocusInSight } from './use-focus-in-sight';
import { useLoaded } from './use-loaded';

/** What stands in the input beside the chips. */
function useTyping(id: string): [string, () => void] {
  const [typing, setTyping] = useState('');
  useEffect(() => {
    const input = document.getElementById(id);
    const hear = () => setTyping(input instanceof HTMLInputElement ? input.value : '');
    // The control empties its input after the key or the blur, so it is looked at a turn later.
    const later = () => setTimeout(hear);
    for (const event of ['input', 'keydown', 'blur']) input?.addEventListener(event, later);
    return () => {
      for (const event of ['input', 'keydown', 'blur']) input?.removeEventListener(event, later);
    };
  }, [id]);
  return [typing, () => setTyping('')];
}

/** One question to the directory for as long as the editor lives. */
const asked = new WeakMap<Editor, Promise<readonly string[]>>();
function ask(editor: Editor): Promise<readonly string[]> {
  const tags =
    asked.get(editor) ??
    editor.actions.advice?.().then(advisor => advisor.suggestTags()) ??
    Promise.resolve([]);
  asked.set(editor, tags);
  return tags;
}

/** Tags that others in the space use, each one click away. */
export function TagAdvice({ name, editor }: AdviceProps) {
  const value = String(editor.row(name).value.value ?? '');
  const [typing, clear] = useTyping(fieldId(name));
  const known = useLoaded(() => ask(editor), useTouched(name, editor)) ?? [];
  const tags = tagSuggestions(known, value, typing, fieldOf(name).max ?? Number.POSITIVE_INFINITY);
  const any = tags.length > 0;
  useFocusInSight(any);
  if (!any) return null;
  const add = (tag: string) => {
    editor.edit(name, withTag(value, typing, tag));
    clear();
    document.getElementById(fieldId(name))?.focus();
  };
  return (
    <fieldset class="tag-advice" data-part="tag-suggestions" aria-label={t('tags_suggested')}>
      <span class="row-help" aria-hidden="true">
        {t('tags_suggested')}
      </span>
      {tags.map(tag => (
        <button
          key={tag}
          type="button"
          class="tag-add"
          data-suggest={tag}
          aria-label={t('tag_add', { tag })}
          // The input keeps the focus until the click, so that what is typed is still being typed.
          onMouseDown={event => event.preventDefault()}
          onClick={() => add(tag)}
        >
          {tag}
        </button>
      ))}
    </fieldset>
  );
}
