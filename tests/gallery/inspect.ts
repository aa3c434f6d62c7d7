/** What is looked for in every picture. Both functions run in the page, so they stand on their own. */

/** Boxes that scroll sideways, that stick out of the window, and words that stick out of their button. */
export function overflows(): string[] {
  const nameOf = (box: Element) =>
    `${box.tagName.toLowerCase()}${[...box.classList].map(name => `.${name}`).join('')}${box.id && `#${box.id}`}`;
  const found: string[] = [];
  const edge = document.documentElement.clientWidth;
  for (const box of [document.documentElement, ...document.body.querySelectorAll('*')]) {
    if (box.closest('.spoken, svg') || !box.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(box);
    // What is only spoken is a dot in size.
    const wide = box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 1;
    const cut = style.textOverflow === 'ellipsis' || box.matches('input, textarea, select');
    if (wide && !cut && style.display !== 'inline' && style.overflowX !== 'visible')
      found.push(`scrolls sideways: ${nameOf(box)}`);
    if (wide && !cut && box.matches('button, .button, [role=tab], label, summary, h1, h2, dt, dd, p'))
      found.push(`text sticks out: ${nameOf(box)}`);
    const { left, right, width } = box.getBoundingClientRect();
    const clipped = box.closest('.cut, [data-part=wire]');
    if (width > 0 && !clipped && (left < -1 || right > edge + 1))
      found.push(`outside the window: ${nameOf(box)}`);
  }
  return [...new Set(found)];
}

/** Characters that are drawn as the box of a missing glyph: they look just like a character that no font has. */
export function missingGlyphs(): string[] {
  const canvas = new OffscreenCanvas(48, 48);
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) return ['nothing could be drawn'];
  brush.textBaseline = 'middle';
  brush.textAlign = 'center';
  brush.font = `24px ${getComputedStyle(document.body).fontFamily}`;
  const draw = (character: string) => {
    brush.clearRect(0, 0, 48, 48);
    brush.fillText(character, 24, 24);
    return brush.getImageData(0, 0, 48, 48).data.join();
  };
  const boxes = new Set(['\u{e123}', '\u{10fffd}', '\u{f1234}', '\u{378}'].map(draw));
  const texts = [document.body.textContent ?? ''];
  for (const field of document.querySelectorAll('input, textarea, option'))
    texts.push(
      field.textContent ?? '',
      (field as HTMLInputElement).value ?? '',
      field.getAttribute('placeholder') ?? '',
    );
  return [...new Set(texts.join(''))].filter(
    character =>
      !/[\s\p{Cc}\p{Cf}\p{M}\p{Variation_Selector}]/u.test(character) && boxes.has(draw(character)),
  );
}
