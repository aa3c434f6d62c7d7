import { useEffect } from 'preact/hooks';
import { bodyOf } from '../../utils/profile/body';
import { entriesOf } from '../../utils/profile/diff';
import type { FieldName } from '../../utils/profile/fields';
import { RevertIcon } from '../icons';
import { labelOf, t } from '../words';
import type { Editor } from './create-editor';
import { FromTo } from './FromTo';
import { PaneFrame } from './PaneFrame';

/** Old → new for every change, and the very request one click away. */
export function Review({ editor }: { editor: Editor }) {
  const count = editor.changeCount.value;
  useEffect(() => {
    if (count === 0) editor.pane.value = undefined;
  }, [count, editor]);
  return (
    <PaneFrame part="review" title={t('review_title', { count })} editor={editor}>
      <ul class="changes">
        {editor.changedNames.value.map(name => (
          <Change key={name} name={name} editor={editor} />
        ))}
      </ul>
      <Wire editor={editor} />
    </PaneFrame>
  );
}

function Change({ name, editor }: { name: FieldName; editor: Editor }) {
  const { saved, value } = editor.row(name);
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
      <FromTo name={name} from={saved.value} to={value.value} editor={editor} />
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
