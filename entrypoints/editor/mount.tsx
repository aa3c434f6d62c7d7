import { render } from 'preact';
import type { Surface } from '../../components/editor/contract';
import { Frame } from '../../components/frame/Frame';
import { createDesk } from './desk';
import { fitPopup } from './fit';
import { followLook } from './look';
import { readFirst } from './read';

/** Shows the editor in this page: one wiring for every surface. */
export function mount(surface: Surface): void {
  const root = document.getElementById('root');
  if (!root) return;
  const desk = createDesk(surface);
  // The static shell stays until there is something to show, so that nothing flickers.
  const first = readFirst();
  const settings = first.then(({ settings }) => settings);
  void Promise.all([followLook(settings), desk.open(undefined, first)]).then(() => {
    root.replaceChildren();
    render(<Frame stage={desk.stage} actions={desk.actions} />, root);
    // Here, where the focus has the page laid out in any case.
    if (surface === 'popup') fitPopup();
    desk.goBack();
  });
}
