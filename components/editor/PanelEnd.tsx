import { pageOf } from '../../utils/portal/pages';
import type { FieldName, SectionId } from '../../utils/profile/fields';
import { LinkIcon } from '../icons';
import { labelOf, t } from '../words';
import type { Editor } from './create-editor';

interface Props {
  id: SectionId;
  names: readonly FieldName[];
  editor: Editor;
}

/** What the portal does not offer of this section, and the way to its own page. */
export function PanelEnd({ id, names, editor }: Props) {
  const missing = names.filter(name => editor.row(name).access.value === 'missing');
  return (
    <div class="panel-end">
      {missing.length > 0 && (
        <details data-part="missing">
          <summary>{t('panel_missing', { count: missing.length })}</summary>
          <ul>
            {missing.map(name => (
              <li key={name}>{labelOf(name)}</li>
            ))}
          </ul>
        </details>
      )}
      <a
        href={pageOf(editor.snapshot.peek().owner.space, id, editor.generation)}
        target="_blank"
        rel="noopener noreferrer"
        data-action="open-portal"
      >
        {t('panel_portal')}
        <LinkIcon />
      </a>
    </div>
  );
}
