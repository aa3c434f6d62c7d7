import '../../assets/css/news.css';
import { t, words } from '../words';
import type { Editor } from './create-editor';
import { stripOf } from './trouble';

/** What stands between the editor and the portal, with the next step. Editing goes on. */
export function StripNotes({ editor }: { editor: Editor }) {
  const trouble = stripOf(editor);
  const { readAt } = editor.snapshot.value;
  const now = editor.actions.now();
  return (
    <>
      {trouble && (
        <div class="notice">
          <p>{t(trouble.says, { ago: words.value.ago(readAt, now) })}</p>
          <button
            type="button"
            class="button"
            data-action={trouble.remedy}
            onClick={() => editor.actions[trouble.remedy]()}
          >
            {t(trouble.label)}
          </button>
        </div>
      )}
      {editor.unkept.value && (
        <div class="notice">
          <p>{t('problem_draftsUnkept')}</p>
        </div>
      )}
    </>
  );
}
