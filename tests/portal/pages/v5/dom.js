/** From the prototype: an operator's element named `createElement` would hide the document's own. */
const create = tag => Document.prototype.createElement.call(document, tag);

/** Builds an element: `h('a', { href, class: 'x', onclick }, 'text', child)`. Absent attributes and children are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = create(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(
    ...children.flat().filter(child => child !== undefined && child !== null && child !== false),
  );
  return element;
}

export const initials = name =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map(word => [...word][0])
    .join('')
    .toUpperCase();
