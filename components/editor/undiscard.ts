import { batch } from '@preact/signals';
import { entriesOf } from '../../utils/profile/diff';
import type { Editor } from './create-editor';

/** Takes Discard back. */
export const undiscard = ({ discarded, put }: Editor): void =>
  batch(() => {
    for (const [name, edit] of entriesOf(discarded.peek() ?? {})) put(name, edit);
    discarded.value = undefined;
  });
