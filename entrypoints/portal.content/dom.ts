/**
 * The page's DOM, asked through the browser's own methods: a form or image with the right name would otherwise stand in
 * for a property of `document` or of an element (T04).
 */
export const all = (selector: string, inside?: Element): Element[] => [
  ...(inside
    ? Element.prototype.querySelectorAll.call(inside, selector)
    : Document.prototype.querySelectorAll.call(document, selector)),
];

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

/** Whether an element fits the selector, or one inside it does. */
export const holds = (element: Element, selector: string): boolean =>
  matches(element, selector) || Element.prototype.querySelector.call(element, selector) !== null;

/** Whether an element is part of the page, seen or not. */
export const isOnPage = (element: Element): boolean => Node.prototype.contains.call(document, element);

/** Whether an element has a box. Asked for its boxes themselves, the browser would lay out the whole page first. */
export const isShown = (element: Element): boolean => Element.prototype.checkVisibility.call(element);

/** An HTML element, also where the document's own language is another. */
export const make = <K extends keyof HTMLElementTagNameMap>(tag: K) =>
  Document.prototype.createElementNS.call(
    document,
    'http://www.w3.org/1999/xhtml',
    tag,
  ) as HTMLElementTagNameMap[K];

/** Where a shortcut goes, seen from an element of the page. */
export type Side = 'inside' | 'before' | 'after';

const put: Record<Side, (anchor: Element, node: Element) => void> = {
  inside: (anchor, node) => Element.prototype.append.call(anchor, node),
  before: (anchor, node) => Element.prototype.before.call(anchor, node),
  after: (anchor, node) => Element.prototype.after.call(anchor, node),
};

const isThere: Record<Side, (anchor: Element, node: Element) => boolean> = {
  inside: (anchor, node) => node.parentNode === anchor,
  before: (anchor, node) => node.nextSibling === anchor,
  after: (anchor, node) => node.previousSibling === anchor,
};

/** A place on the page for one shortcut. */
export interface Place {
  anchor: Element;
  side: Side;
}

/** Puts a node in its place, unless it is there. */
export function settle(node: Element, { anchor, side }: Place): void {
  if (!isThere[side](anchor, node)) put[side](anchor, node);
}
