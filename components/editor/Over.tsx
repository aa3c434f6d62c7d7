import { lazy } from '../lazy';
import { Conflict } from './Conflict';
import type { Editor } from './create-editor';
import { Review } from './Review';

const History = lazy(() => import('./History').then(({ History }) => History));
const OtherSpaces = lazy(() => import('./OtherSpaces').then(({ OtherSpaces }) => OtherSpaces));

/** What stands over the panels. A conflict goes first: nothing is sent until it is decided. */
export function Over({ editor }: { editor: Editor }) {
  const conflicts = editor.outcome.value?.conflicts ?? {};
  if (Object.keys(conflicts).length > 0) return <Conflict conflicts={conflicts} editor={editor} />;
  const pane = editor.pane.value;
  if (pane === 'review') return <Review editor={editor} />;
  if (pane === 'history') return <History editor={editor} />;
  return pane ? <OtherSpaces key={pane} values={pane.apply} editor={editor} /> : null;
}
