import '../../assets/css/tags.css';
import { useRef, useState } from 'preact/hooks';
import { joinTags, splitTags } from '../../utils/profile/tags';
import { CrossIcon } from '../icons';
import { t } from '../words';
import { type Control, moreId } from './control';

const whole = (typed: string) => /[,\n]/.test(typed);

/**
 * Chips over the portal's comma-separated string. What is being typed counts as a tag at once, so that nothing is lost when
 * the popup closes; Enter or a comma makes it a chip.
 */
export const TagsControl: Control<'tags'> = ({ field, common, value, onEdit }) => {
  const input = useRef<HTMLInputElement>(null);
  // `counted`: what is typed is the last of the tags; a repetition of a chip is not.
  const [typed, setTyped] = useState({ text: '', counted: false });
  const all = splitTags(value);
  const stale = typed.counted && all.at(-1) !== typed.text.trim();
  const typing = stale ? '' : typed.text;
  const chips = typed.counted && !stale ? all.slice(0, -1) : all;
  const length = joinTags(all).length;

  function type(typed: string) {
    const ends = whole(typed);
    const parts = splitTags(typed);
    const open = ends && !/[,\n]\s*$/.test(typed) ? (parts.pop() ?? '') : ends ? '' : typed;
    const before = splitTags([...chips, ...(ends ? parts : [])].join(','));
    const after = splitTags([...before, open].join(','));
    setTyped({ text: open, counted: after.length > before.length });
    onEdit(joinTags(after));
  }
  function finish() {
    setTyped({ text: '', counted: false });
  }
  function remove(tag: string) {
    onEdit(joinTags(all.filter(other => other !== tag)));
    input.current?.focus();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the pointer's short way into the text input inside, which is the control */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the text input itself */}
      <div
        class="input tags"
        onClick={event => event.target === event.currentTarget && input.current?.focus()}
      >
        <ul>
          {chips.map(tag => (
            <li key={tag}>
              <button
                type="button"
                class="tag"
                data-tag={tag}
                aria-label={t('tag_remove', { tag })}
                onClick={() => remove(tag)}
              >
                {tag}
                <CrossIcon />
              </button>
            </li>
          ))}
        </ul>
        <input
          {...common}
          ref={input}
          type="text"
          autocomplete="off"
          value={typing}
          onInput={event => type(event.currentTarget.value)}
          onBlur={finish}
          onKeyDown={event => {
            if (event.isComposing) return;
            if (event.key === 'Enter' && typing.trim() !== '') {
              event.preventDefault();
              finish();
            }
            const last = chips.at(-1);
            if (event.key === 'Backspace' && typing === '' && last !== undefined) {
              event.preventDefault();
              remove(last);
            }
          }}
          onPaste={event => {
            // A list from elsewhere often has a tag per line; a one-line input would glue them together.
            const pasted = event.clipboardData?.getData('text/plain') ?? '';
            if (!/[\n\t;]/.test(pasted)) return;
            event.preventDefault();
            type(`${typing}${pasted.replace(/[\n\t;]+/g, ',')},`);
          }}
        />
      </div>
      <p class="row-more" id={moreId(field.name)}>
        <span>{t('tags_hint')}</span>
        <span>{t('tags_length', { count: length, max: field.max ?? 0 })}</span>
      </p>
    </>
  );
};
