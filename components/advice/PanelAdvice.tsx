import type { FieldName } from '../../utils/profile/fields';
import type { Editor } from '../editor/create-editor';
import { DirectoryCard } from './DirectoryCard';
import { Hints } from './Hints';

interface Props {
  /** The fields of the panel that it stands at the end of. */
  names: readonly FieldName[];
  editor: Editor;
}

/** What follows a form: the card that its fields make, and what could be filled in next. */
export function PanelAdvice({ names, editor }: Props) {
  return (
    <>
      {names.includes('ProfileIsPublic') && <DirectoryCard editor={editor} />}
      <Hints editor={editor} />
    </>
  );
}
