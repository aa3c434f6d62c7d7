import { useEffect } from 'preact/hooks';
import type { Editor } from './create-editor';

type Intent = 'wake' | 'startPreflight';

const isSave = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[data-action=save]') !== null;
const isFocusedByKey = ({ target }: Event): boolean =>
  target instanceof Element && target.matches(':focus-visible');

/** Whether a key is the first of a command, such as Ctrl of Ctrl+S. */
export const beginsCommand = ({ key, repeat }: Pick<KeyboardEvent, 'key' | 'repeat'>): boolean =>
  !repeat && (key === 'Control' || key === 'Meta');

/** By what a member shows that they are about to save, and what the background does meanwhile (D5b). */
const signs: Partial<Record<keyof DocumentEventMap, (event: Event) => Intent | undefined>> = {
  pointerover: event => (isSave(event) ? 'wake' : undefined),
  pointerdown: event => (isSave(event) ? 'startPreflight' : undefined),
  focusin: event => (isSave(event) && isFocusedByKey(event) ? 'startPreflight' : undefined),
  keydown: event => (beginsCommand(event as KeyboardEvent) ? 'startPreflight' : undefined),
};

/** Lets the background read the portal while Save is being pressed. Shows nothing. */
export function SaveIntent({ editor }: { editor: Editor }) {
  useEffect(() => {
    const hear = (event: Event) => {
      const intent = signs[event.type as keyof typeof signs]?.(event);
      if (intent && editor.changeCount.peek() > 0) editor.actions[intent]();
    };
    const types = Object.keys(signs);
    for (const type of types) document.addEventListener(type, hear);
    return () => {
      for (const type of types) document.removeEventListener(type, hear);
    };
  }, [editor]);
  return null;
}
