import { Fragment } from 'preact';
import { type FieldName, fieldOf, type SectionId, sections } from '../../utils/profile/fields';
import { lazy } from '../lazy';
import { painted } from '../painted';
import { t } from '../words';
import type { Editor } from './create-editor';
import { FieldRow } from './FieldRow';
import { panelId, tabId } from './Tabs';

const PanelEnd = lazy(() => import('./PanelEnd').then(({ PanelEnd }) => PanelEnd));
const PanelAdvice = lazy(() => import('../advice/PanelAdvice').then(({ PanelAdvice }) => PanelAdvice));
export const PasswordForm = lazy(() => import('./PasswordForm').then(({ PasswordForm }) => PasswordForm));

/** A section's fields. It stays mounted once shown, so that nothing typed and no scroll position is lost. */
export function Panel({ id, shown, editor }: { id: SectionId; shown: boolean; editor: Editor }) {
  const { names } = editor.part(id);
  const apply = sections.find(section => section.id === id)?.apply;
  return (
    <div
      role="tabpanel"
      class="scroller"
      id={panelId(id)}
      data-section={id}
      aria-labelledby={tabId(id)}
      hidden={!shown}
    >
      <div class="panel" data-apply={apply} data-title={t(`section_${id}`)}>
        {apply === 'at once' && <p class="panel-intro">{t('panel_at_once')}</p>}
        {names.map((name, at) => (
          <Fragment key={name}>
            {fieldOf(name).copies && !fieldOf(names[at - 1] ?? name).copies && (
              <SameAsPersonal names={names} editor={editor} />
            )}
            <FieldRow name={name} editor={editor} />
          </Fragment>
        ))}
        {apply === 'alone' && <PasswordForm editor={editor} />}
        {painted.value && apply === 'on save' && <PanelAdvice names={names} editor={editor} />}
        {painted.value && <PanelEnd id={id} names={names} editor={editor} />}
      </div>
    </div>
  );
}

/** One button for the whole address: copies what the personal fields show now. */
function SameAsPersonal({ names, editor }: { names: readonly FieldName[]; editor: Editor }) {
  const copy = () => {
    for (const name of names) {
      const source = editor.part('personal').names.find(other => other === fieldOf(name).copies);
      const value = source && editor.row(source).value.peek();
      if (value !== undefined && editor.row(name).access.peek() === 'open') editor.edit(name, value);
    }
  };
  return (
    <div>
      <button type="button" class="button" data-action="same-as-personal" onClick={copy}>
        {t('same_as_personal')}
      </button>
    </div>
  );
}
