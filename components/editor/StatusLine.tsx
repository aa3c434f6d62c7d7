import { lazy } from '../lazy';
import type { Editor } from './create-editor';

export const News = lazy(() => import('./News').then(({ News }) => News));

/** Always there, so that what appears in it is announced; empty most of the time. */
export function StatusLine({ editor }: { editor: Editor }) {
  const { saving, outcome, discarded, kept } = editor;
  // The conflict panel says it all by itself, with the focus on it.
  const conflict = Object.keys(outcome.value?.conflicts ?? {}).length > 0;
  const any = saving.value || (!!outcome.value && !conflict) || !!discarded.value || !!kept.value;
  return (
    <div class="status" role="status" data-part="status">
      {any && <News editor={editor} />}
    </div>
  );
}
