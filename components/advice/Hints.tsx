import '../../assets/css/advice.css';
import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { hintsOf } from '../../utils/advice/hints';
import type { FieldName } from '../../utils/profile/fields';
import type { Editor } from '../editor/create-editor';
import { tabId } from '../editor/Tabs';
import { CrossIcon } from '../icons';
import { labelOf, t } from '../words';
import { useLoaded } from './use-loaded';

/** Waved away on this page; every panel shows the same. */
const dismissed = signal<readonly FieldName[]>([]);

/** At most three fields that are worth filling in next; each can be waved away for good. */
export function Hints({ editor }: { editor: Editor }) {
  const title = useRef<HTMLHeadingElement>(null);
  const advisor = useLoaded(async () => editor.actions.advice?.());
  const earlier = useLoaded(async () => advisor?.dismissedHints(), !!advisor);
  if (!earlier) return null;
  const waved = [...new Set([...earlier, ...dismissed.value])];
  const heldBy = (name: FieldName) => editor.row(name).saved.value;
  const names = hintsOf(heldBy, waved).filter(name => !editor.row(name).changed.value);
  if (names.length === 0) return null;
  const dismiss = (name: FieldName) => {
    dismissed.value = [...waved, name];
    advisor?.dismissHints(dismissed.peek());
    const next = names.length > 1 ? title.current : document.getElementById(tabId(editor.section.peek()));
    next?.focus();
  };
  return (
    <section class="hints" data-part="hints">
      <h2 ref={title} tabIndex={-1}>
        {t('hints_title')}
      </h2>
      <ul>
        {names.map(name => (
          <li key={name} data-hint={name}>
            <button type="button" class="button" data-look="link" onClick={() => editor.goTo(name)}>
              {labelOf(name)}
            </button>
            <span class="row-help">{t(`help_${name}`)}</span>
            <button
              type="button"
              class="icon-button"
              data-action="dismiss-hint"
              aria-label={t('hint_dismiss', { field: labelOf(name) })}
              title={t('hint_dismiss', { field: labelOf(name) })}
              onClick={() => dismiss(name)}
            >
              <CrossIcon />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
