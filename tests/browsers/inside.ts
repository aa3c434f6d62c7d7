import type { Json } from './driver';

/**
 * Functions that run in the document under test. They are sent as source, so each stands alone: no imports, no names from here.
 */

/**
 * Asks `question` until the answer is truthy, for a second at most: gives the answer, or why there was none the last time. Not again where
 * the document's clock runs slowly (in a hidden tab), or not at all (on a hostile page).
 */
export async function watch(
  question: (...args: Json[]) => unknown,
  args: Json[],
): Promise<{ answer?: unknown; why?: string }> {
  const over = performance.now() + 1_000;
  for (;;) {
    let why = '';
    try {
      const answer = await question(...args);
      if (answer) return { answer };
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
    }
    if (document.hidden || typeof setTimeout !== 'function' || performance.now() >= over) return { why };
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Where to click `selector`, or the reason why a person could not click it now. */
export function aim(selector: string): { x: number; y: number } | { not: string } {
  const element = document.querySelector(selector);
  if (!element) return { not: 'there is no such element' };
  const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0];
  const look = (): { x: number; y: number } | { not: string } => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return { not: 'it has no size' };
    if (getComputedStyle(element).visibility !== 'visible') return { not: 'it is invisible' };
    if ((element as HTMLButtonElement).disabled) return { not: 'it is disabled' };
    const x = Math.min(Math.max(box.left + box.width / 2, 0), window.innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 0), window.innerHeight - 1);
    const hit = document.elementFromPoint(x, y);
    // The wanted element, something in it, something around it that is not a cover (an inline element's empty middle), or its label
    // (a switch is often a hidden box under a drawn one).
    if (hit && (element.contains(hit) || hit.contains(element) || label?.contains(hit))) return { x, y };
    return { not: `<${hit?.localName ?? 'nothing'} class="${hit?.className ?? ''}"> covers it` };
  };
  const box = element.getBoundingClientRect();
  const inside =
    box.top >= 0 && box.left >= 0 && box.bottom <= window.innerHeight && box.right <= window.innerWidth;
  const seen = look();
  if (inside && 'x' in seen) return seen;
  // Beyond an edge, or under a bar that stays: a person scrolls.
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return look();
}

/** Puts the caret into a field with all of its text selected; answers why not when that fails. */
export function enter(selector: string): string {
  const field = document.querySelector<HTMLElement>(selector);
  if (!field) return 'there is no such element';
  const control = field as HTMLInputElement;
  if (control.disabled || control.readOnly) return 'it is locked';
  const box = field.getBoundingClientRect();
  if (box.width === 0 || getComputedStyle(field).visibility !== 'visible') return 'it is invisible';
  field.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  field.focus();
  const root = field.getRootNode() as Document | ShadowRoot;
  if (root.activeElement !== field) return 'it does not take the focus';
  if ('select' in field) control.select();
  else document.getSelection()?.selectAllChildren(field);
  return '';
}

/** Chooses an option and tells the page as the browser does after a person's choice. */
export function choose(selector: string, value: string): string {
  const list = document.querySelector<HTMLSelectElement>(selector);
  if (!list) return 'there is no such element';
  if (list.disabled) return 'it is disabled';
  const option = [...list.options].find(each => each.value === value);
  if (!option)
    return `it offers only ${[...list.options]
      .slice(0, 20)
      .map(each => JSON.stringify(each.value))
      .join(', ')}`;
  if (option.disabled) return 'the option is disabled';
  list.focus();
  option.selected = true;
  list.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  list.dispatchEvent(new Event('change', { bubbles: true }));
  return '';
}

export const textOf = (selector: string) => {
  const element = document.querySelector<HTMLElement>(selector);
  // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, without hidden parts.
  return element ? { text: (element.innerText ?? element.textContent ?? '').trim() } : null;
};
