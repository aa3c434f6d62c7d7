import { lazy } from '../lazy';
import type { Editor } from './create-editor';

const StripNotes = lazy(() => import('./StripNotes').then(({ StripNotes }) => StripNotes));

/** Always there, so that what appears in it is announced; empty while all is well. */
export function Strip({ editor }: { editor: Editor }) {
  const any = !!editor.snapshot.value.problem || editor.unkept.value;
  return (
    <div role="status" data-part="strip">
      {any && <StripNotes editor={editor} />}
    </div>
  );
}
