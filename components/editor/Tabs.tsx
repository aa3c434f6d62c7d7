import { type SectionId, sectionIds } from '../../utils/profile/fields';
import { sectionIcons } from '../icons';
import { t, words } from '../words';
import type { Editor } from './create-editor';
import { nextTab } from './keys';

export const tabId = (section: SectionId) => `tab-${section}`;
export const panelId = (section: SectionId) => `panel-${section}`;

/** Firefox leaves the ring of what has the focus already as it was, such as after a click: a key shows it. */
export function focusByKey(id: string): void {
  const element = document.getElementById(id);
  if (element === document.activeElement) element?.blur();
  element?.focus();
}

/** The ARIA tabs pattern: one stop for Tab, arrows between them, the panel follows the focus. */
export function Tabs({ editor }: { editor: Editor }) {
  const selected = editor.section.value;
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={t('editor_tabs')}
      onKeyDown={event => {
        const next = nextTab(
          event.key,
          sectionIds.indexOf(selected),
          sectionIds.length,
          words.peek().direction,
        );
        const section = next === undefined ? undefined : sectionIds[next];
        if (!section || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        editor.show(section);
        focusByKey(tabId(section));
      }}
    >
      {sectionIds.map(section => (
        <Tab key={section} section={section} selected={section === selected} editor={editor} />
      ))}
    </div>
  );
}

function Tab({ section, selected, editor }: { section: SectionId; selected: boolean; editor: Editor }) {
  const { changes, problems } = editor.part(section);
  const Icon = sectionIcons[section];
  return (
    <button
      type="button"
      role="tab"
      class="tab"
      id={tabId(section)}
      data-section={section}
      data-changed={changes.value > 0 || undefined}
      data-problem={problems.value > 0 || undefined}
      aria-selected={selected}
      aria-controls={panelId(section)}
      tabIndex={selected ? 0 : -1}
      onClick={() => editor.show(section)}
    >
      <span class="tab-icon">
        <Icon />
      </span>
      <span>{t(`section_${section}`)}</span>
      {changes.value > 0 && <span class="spoken">, {t('tab_changes', { count: changes.value })}</span>}
      {problems.value > 0 && <span class="spoken">, {t('tab_problems', { count: problems.value })}</span>}
    </button>
  );
}
