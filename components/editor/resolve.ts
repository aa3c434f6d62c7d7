import { batch } from '@preact/signals';
import { entriesOf } from '../../utils/profile/diff';
import type { FieldName } from '../../utils/profile/fields';
import type { Editor } from './create-editor';

/** Ends a conflict: `mine` are the fields whose edit goes over the portal's value, the others keep the portal's. */
export async function resolve(editor: Editor, mine: ReadonlySet<FieldName>): Promise<void> {
  const { outcome, undoing } = editor;
  const back = undoing.peek();
  const decided = entriesOf(outcome.peek()?.conflicts ?? {}).map(
    ([name, { theirs, value }]) => [name, mine.has(name) ? { base: theirs, value } : undefined] as const,
  );
  if (back) {
    // What is taken back was never drafted: the rest of it goes with what was decided, and nothing else does.
    const rest = Object.fromEntries(entriesOf({ ...back, ...Object.fromEntries(decided) }));
    outcome.value = undefined;
    if (Object.keys(rest).length > 0) await editor.undo(rest);
    return;
  }
  batch(() => {
    for (const [name, edit] of decided) editor.put(name, edit);
    outcome.value = undefined;
  });
  if (editor.changeCount.peek() > 0) await editor.save();
}
