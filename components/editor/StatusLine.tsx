import { lazy } from '../lazy';
import type { Editor } from './create-editor';

export const News = lazy(() => import('./News').then(({ News }) => News));

/** Always there, so that what appears in it is announced; empty most of the time. */
export function StatusLine({ editor }: { editor: Editor }) {
  const { saving, outcome, discarded, restored } = editor;
  const any = saving.value || !!outcome.value || !!discarded.value || restored.value;
  return (
    <div class="status" role="status" data-part="status">
      {any && <News editor={editor} />}
    </div>
  );
}
