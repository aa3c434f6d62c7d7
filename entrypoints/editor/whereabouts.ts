import type * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type FieldName, fieldOf, isFieldName, type SectionId } from '../../utils/profile/fields';
import type { Owner } from '../../utils/profile/owner';
import { type View, viewOf } from '../../utils/stores';

type Where = v.InferOutput<typeof View>;
export type Whereabouts = ReturnType<typeof createWhereabouts>;

type Text = HTMLInputElement | HTMLTextAreaElement;
const isText = (element: Element | null): element is Text =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** Types such as email have no caret to ask for: they answer null, or throw when it is set. */
const caretOf = (element: Text) => element.selectionStart ?? undefined;

/** Remembers tab, field and caret, so that the next popup opens where this one closed. */
export function createWhereabouts(owner: Owner, section: SectionId) {
  const { key } = viewOf(owner);
  let where: Where = { section };

  function look(): void {
    const element = document.activeElement;
    const name = element instanceof HTMLElement ? (element.getAttribute('name') ?? '') : '';
    if (!isFieldName(name)) where = { section: where.section };
    else
      where = {
        section: where.section,
        field: name,
        ...(isText(element) ? { caret: caretOf(element) } : {}),
      };
  }
  const stored = (): Record<string, Where> => {
    look();
    return { [key]: where };
  };
  const keep = () => void browser.storage.session.set(stored()).catch(() => {});

  return {
    stored,
    section(next: SectionId) {
      where = { section: next };
      keep();
    },
    /** Follows the focus and the caret; `entered` hears which field the member is in. Gives the function that stops it. */
    follow(entered: (name: FieldName | undefined) => void): () => void {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const focus = () => {
        look();
        entered(where.field !== undefined && isFieldName(where.field) ? where.field : undefined);
        keep();
      };
      const caret = () => {
        clearTimeout(timer);
        timer = setTimeout(keep, 100);
      };
      const left = () => entered(undefined);
      document.addEventListener('focusin', focus);
      document.addEventListener('focusout', left);
      document.addEventListener('selectionchange', caret);
      return () => {
        clearTimeout(timer);
        document.removeEventListener('focusin', focus);
        document.removeEventListener('focusout', left);
        document.removeEventListener('selectionchange', caret);
      };
    },
  };
}

/**
 * Puts the focus where the member was typing; else, in a popup, on the tab in front, from where every key works. Never on a
 * switch that applies at once: a page that led a click to the shortcut astray could have the next key turn it.
 */
export function returnTo(view: Where | undefined, popup: boolean, frames = 20): void {
  // A member who was quicker is left where a key or a click took them.
  if (document.activeElement !== document.body) return;
  const name = view?.field;
  const wanted = name && isFieldName(name) && fieldOf(name).apply !== 'at once' ? name : undefined;
  const field = wanted ? document.getElementById(`field-${wanted}`) : null;
  // A control whose code follows the first paint is waited for, a third of a second at most.
  if (wanted && !field && frames > 0) {
    requestAnimationFrame(() => returnTo(view, popup, frames - 1));
    return;
  }
  if (!field) {
    const tab = popup ? document.querySelector<HTMLElement>('[role=tab][aria-selected=true]') : null;
    // Not a ring for everyone who opened it with the mouse; the first key brings it.
    tab?.focus({ focusVisible: false } as FocusOptions);
    return;
  }
  field.focus();
  field.closest('[data-row]')?.scrollIntoView({ block: 'nearest' });
  if (isText(field) && caretOf(field) !== undefined && view?.caret !== undefined)
    field.setSelectionRange(view.caret, view.caret);
}
