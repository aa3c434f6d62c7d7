import '../../assets/css/panes.css';
import { useEffect, useRef } from 'preact/hooks';
import { bodyOf } from '../../utils/profile/body';
import { entriesOf } from '../../utils/profile/diff';
import type { FieldName } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import { ArrowIcon, BackIcon, RevertIcon } from '../icons';
import { labelOf, t } from '../words';
import type { Editor } from './create-editor';
import { sayValue } from './say-value';

/** Old → new for every change, and the very request one click away. */
export function Review({ editor }: { editor: Editor }) {
  const title = useRef<HTMLHeadingElement>(null);
  const count = editor.changeCount.value;
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    if (count === 0) editor.reviewing.value = false;
  }, [count, editor]);
  return (
    <section
      class="scroller"
      data-part="review"
      aria-labelledby="review-title"
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        // Escape would close the whole popup.
        event.preventDefault();
        editor.reviewing.value = false;
      }}
    >
      <div class="pane">
        <div class="pane-head">
          <button
            type="button"
            class="icon-button"
            data-action="back"
            aria-label={t('review_back')}
            title={t('review_back')}
            onClick={() => {
              editor.reviewing.value = false;
            }}
          >
            <BackIcon />
          </button>
          <h2 id="review-title" ref={title} tabIndex={-1}>
            {t('review_title', { count })}
          </h2>
        </div>
        <ul class="changes">
          {editor.changedNames.value.map(name => (
            <Change key={name} name={name} editor={editor} />
          ))}
        </ul>
        <Wire editor={editor} />
      </div>
    </section>
  );
}

function Change({ name, editor }: { name: FieldName; editor: Editor }) {
  const { saved, value } = editor.row(name);
  const countries = editor.countries.value;
  const say = (shown: Value | undefined) => (shown === undefined ? '' : sayValue(name, shown, countries));
  return (
    <li data-change={name}>
      <h3>{labelOf(name)}</h3>
      <span>
        <button
          type="button"
          class="button"
          data-look="link"
          data-action="edit"
          aria-label={t('review_edit', { field: labelOf(name) })}
          onClick={() => editor.goTo(name)}
        >
          {t('review_edit', { field: '' }).trim()}
        </button>
        <button
          type="button"
          class="icon-button"
          data-action="revert"
          aria-label={t('row_revert', { field: labelOf(name) })}
          title={t('row_revert', { field: labelOf(name) })}
          onClick={() => editor.revert(name)}
        >
          <RevertIcon />
        </button>
      </span>
      <div class="change">
        <del class="any">{say(saved.value) || <span class="blank">{t('blank')}</span>}</del>
        <span>
          <ArrowIcon />
          <span class="spoken">{t('review_becomes')}</span>
        </span>
        <ins class="any">{say(value.value) || <span class="blank">{t('blank')}</span>}</ins>
      </div>
    </li>
  );
}

function Wire({ editor }: { editor: Editor }) {
  // Subscribes to the values, so that the text follows a revert here.
  for (const name of editor.changedNames.value) editor.row(name).value.value;
  const checked = editor.checked();
  return (
    <details class="wire" data-part="wire">
      <summary>{t('review_wire')}</summary>
      {checked.ok ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0}>
          {`PATCH /api/public/coworker/profile\n\n${JSON.stringify(bodyOf(checked.value, editor.snapshot.value.held), null, 2)}`}
        </pre>
      ) : (
        <p>{entriesOf(checked.error).length > 0 && t('review_faulty')}</p>
      )}
    </details>
  );
}
