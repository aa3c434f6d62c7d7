import { make } from './dom';
import { dress, type Look } from './style';

/** Says whose element it is, to a later copy of this script; nothing about the member or the extension's address (T05). */
export const mark = 'data-nametag';

const svg = 'http://www.w3.org/2000/svg';

function pencil(): SVGElement {
  const icon = Document.prototype.createElementNS.call(document, svg, 'svg') as SVGElement;
  const path = Document.prototype.createElementNS.call(document, svg, 'path') as SVGElement;
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M11.2 2.3a1.6 1.6 0 0 1 2.3 2.3L5.6 12.5 2.5 13.5l1-3.1z');
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '1.3');
  icon.append(path);
  return icon;
}

/** A button in a closed shadow root. Only the member's own click or key reaches `onUse` (T02). */
export function createShortcut(
  look: Look,
  [language, label]: [string, string],
  onUse: () => void,
): HTMLElement {
  const host = make('div');
  host.setAttribute(mark, '');
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, look);
  const button = make('button');
  button.type = 'button';
  button.lang = language;
  button.dir = language === 'ar' ? 'rtl' : 'ltr';
  button.append(pencil(), label);
  button.addEventListener('click', event => {
    if (!event.isTrusted) return;
    event.stopPropagation();
    onUse();
  });
  root.append(button);
  return host;
}
