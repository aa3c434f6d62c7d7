import { make } from './dom';

/**
 * Looks at home by taking the page's own font and ink. What the page's style sheets say of our element gives way to what is
 * marked important here: inside a shadow root that wins.
 */
const button = `
button {
  display: inline-flex; align-items: center; gap: 6px; min-height: 28px; margin: 0; padding: 3px 10px;
  border: 1px solid color-mix(in srgb, currentColor 35%, transparent); border-radius: 8px;
  background: transparent; color: inherit; font: inherit; font-size: 13px; line-height: 1.4; white-space: nowrap; cursor: pointer;
}
button:hover { background: color-mix(in srgb, currentColor 10%, transparent); }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
svg { width: 14px; height: 14px; flex: none; }
@media print { :host { display: none !important; } }`;

const inline = `
:host {
  all: initial !important; display: inline-block !important; margin: 8px !important;
  color: inherit !important; font: inherit !important; vertical-align: middle !important;
}`;

const fixed = `
:host {
  all: initial !important; display: block !important; position: fixed !important; z-index: 2147483000 !important;
  inset-block-end: 16px !important; inset-inline-end: 16px !important;
  color-scheme: light dark !important; color: CanvasText !important; font-family: system-ui, sans-serif !important;
}
button { min-height: 36px; padding: 6px 14px; border-radius: 18px; background: Canvas; box-shadow: 0 2px 10px rgb(0 0 0 / 25%); }
button:hover { background: color-mix(in srgb, CanvasText 10%, Canvas); }`;

export type Look = 'inline' | 'fixed';
const looks: Record<Look, string> = { inline: inline + button, fixed: button + fixed };

/** Gives a shadow root its style, whatever the page's own policy says of styles. */
export function dress(root: ShadowRoot, look: Look): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(looks[look]);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox before 153 refuses adopted sheets to content scripts (bug 1751346).
    const style = make('style');
    style.textContent = looks[look];
    root.append(style);
  }
}
