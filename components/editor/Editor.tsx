import { useEffect } from 'preact/hooks';
import { type SectionId, sectionIds, sections } from '../../utils/profile/fields';
import { finding } from '../advice/finding';
import { lazy } from '../lazy';
import { painted } from '../painted';
import type { Editor as EditorState } from './create-editor';
import { fieldId } from './FieldRow';
import { Header, OwnerMenu } from './Header';
import { commandOf } from './keys';
import { Panel, PasswordForm } from './Panel';
import { formId, SaveBar } from './SaveBar';
import { News } from './StatusLine';
import { Strip } from './Strip';
import { focusByKey, Tabs, tabId } from './Tabs';

const SaveIntent = lazy(() => import('./SaveIntent').then(({ SaveIntent }) => SaveIntent));
const Summary = lazy(() => import('./Summary').then(({ Summary }) => Summary));
const Over = lazy(() => import('./Over').then(({ Over }) => Over));
const Palette = lazy(() => import('../advice/Palette').then(({ Palette }) => Palette));

type Props = { editor: EditorState };

/** The whole editor of one owner: header, tabs, panels and the bar. */
export function Editor({ editor }: Props) {
  useKeys(editor);
  useFocus(editor);
  return (
    <div class="editor">
      <Header editor={editor} />
      <Tabs editor={editor} />
      <Strip editor={editor} />
      <Stopped editor={editor} />
      <Middle editor={editor} />
      <SaveBar editor={editor} />
      {finding.value && <Palette editor={editor} />}
      {painted.value && <SaveIntent editor={editor} />}
    </div>
  );
}

/** The summary of what stopped a save, where something did. */
function Stopped({ editor }: Props) {
  const any = editor.problems.value.length > 0 || !!editor.outcome.value?.otherRefusals.length;
  return any ? <Summary editor={editor} /> : null;
}

/** What is between the tabs and the bar: a panel, or what stands in its place. */
function Middle({ editor }: Props) {
  const over = !!editor.pane.value || Object.keys(editor.outcome.value?.conflicts ?? {}).length > 0;
  return (
    <>
      {over && <Over editor={editor} />}
      <Panels editor={editor} covered={over} />
    </>
  );
}

/** The panel in front is drawn first; the others follow once the member sees something, and stay. */
function Panels({ editor, covered }: Props & { covered: boolean }) {
  const selected = editor.section.value;
  usePainted();
  const panel = (id: SectionId) =>
    (painted.value || id === selected) && (
      <Panel key={id} id={id} shown={id === selected && !covered} editor={editor} />
    );
  const idsOf = (together: boolean) =>
    sectionIds.filter(id =>
      sections.some(section => section.id === id && (section.apply === 'on save') === together),
    );
  return (
    <>
      <form
        id={formId}
        class="together"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void editor.save();
        }}
      >
        {idsOf(true).map(panel)}
      </form>
      {idsOf(false).map(panel)}
    </>
  );
}

/** Says that the first paint is over, in the first idle moment after it. */
function usePainted(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      painted.value = true;
      for (const part of [News, Summary, Over, OwnerMenu, PasswordForm]) void part.preload();
    });
    return () => clearTimeout(timer);
  }, []);
}

function useKeys(editor: EditorState) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      if ('save' in command) return void editor.save();
      if ('find' in command) {
        finding.value = true;
        return;
      }
      editor.show(command.section);
      focusByKey(tabId(command.section));
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [editor]);
}

/** Puts the focus on the field that was asked for, once its panel shows. */
function useFocus(editor: EditorState) {
  const name = editor.focus.value;
  useEffect(() => {
    if (!name) return;
    const field = document.getElementById(fieldId(name));
    field?.focus();
    field?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' });
    editor.focus.value = undefined;
  }, [name, editor]);
}
