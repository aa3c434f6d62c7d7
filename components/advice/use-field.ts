import { useEffect, useState } from 'preact/hooks';
import type { FieldName } from '../../utils/profile/fields';
import type { Editor } from '../editor/create-editor';
import { fieldId } from '../editor/FieldRow';

/** How long the hand rests before advice follows what is typed, in milliseconds: a screen reader says each change. */
const rests = 400;

/** True once the member was in the field or changed it. Until then nothing is loaded for it. */
export function useTouched(name: FieldName, editor: Editor): boolean {
  const [touched, setTouched] = useState(false);
  const changed = editor.row(name).changed.value;
  useEffect(() => {
    const field = document.getElementById(fieldId(name));
    const touch = () => setTouched(true);
    if (changed || document.activeElement === field) touch();
    field?.addEventListener('focus', touch);
    return () => field?.removeEventListener('focus', touch);
  }, [name, changed]);
  return touched;
}

/** The field's text once nothing was typed for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (text === settled) return;
    const timer = setTimeout(() => setSettled(text), rests);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return settled;
}

/** The ISO code of the country that another field holds; '' where it is not known. */
export function useCountryCode(editor: Editor, name: FieldName): string {
  const id = editor.row(name).value.value;
  return editor.countries.value.find(country => country.id === id)?.code ?? '';
}
