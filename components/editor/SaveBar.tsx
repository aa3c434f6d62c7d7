import { t } from '../words';
import type { Editor } from './create-editor';
import { StatusLine } from './StatusLine';

export const formId = 'profile';

/** "3 changes · Review · Discard · Save": never scrolls away, and says what became of it. */
export function SaveBar({ editor }: { editor: Editor }) {
  const count = editor.changeCount.value;
  const saving = editor.saving.value;
  const seconds = editor.waiting.value;
  const idle = count === 0;
  return (
    <footer class="bar" data-part="bar" data-idle={idle || undefined}>
      <StatusLine editor={editor} />
      <span class="bar-count" data-part="changes" data-none={idle || undefined}>
        {idle ? t('bar_none') : t('bar_changes', { count })}
      </span>
      <div class="bar-actions">
        {!idle && (
          <>
            <button
              type="button"
              class="button"
              data-look="quiet"
              data-action="review"
              aria-expanded={editor.pane.value === 'review'}
              onClick={() => {
                editor.pane.value = editor.pane.peek() === 'review' ? undefined : 'review';
              }}
            >
              {t('bar_review')}
            </button>
            <button
              type="button"
              class="button"
              data-look="quiet"
              data-action="discard"
              disabled={saving}
              onClick={editor.discard}
            >
              {t('bar_discard')}
            </button>
          </>
        )}
        <button
          type="submit"
          form={formId}
          class="button"
          data-look="primary"
          data-action="save"
          disabled={saving || idle || seconds > 0}
        >
          {seconds > 0 ? t('bar_wait', { seconds }) : t(saving ? 'bar_saving' : 'bar_save')}
        </button>
      </div>
    </footer>
  );
}
