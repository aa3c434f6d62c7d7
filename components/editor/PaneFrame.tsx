import '../../assets/css/panes.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { BackIcon } from '../icons';
import { t } from '../words';
import type { Editor } from './create-editor';
import { useEscape } from './use-escape';

interface Props {
  part: string;
  title: string;
  editor: Editor;
  children: ComponentChildren;
}

/** The focus goes to a pane's heading, from a button that is about to go. */
export const focusHeading = (part: string): void => document.getElementById(`${part}-title`)?.focus();

/** A pane in the place of the panels: its heading takes the focus, which goes back to where it came from. */
export function PaneFrame({ part, title, editor, children }: Props) {
  const pane = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const close = () => {
    editor.pane.value = undefined;
  };
  useLayoutEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      // Unless something else has taken it meanwhile, such as the field that was asked for.
      if (pane.current?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEscape(close);
  return (
    <section ref={pane} class="scroller" data-part={part} aria-labelledby={`${part}-title`}>
      <div class="pane">
        <div class="pane-head">
          <button
            type="button"
            class="icon-button"
            data-action="back"
            aria-label={t('review_back')}
            title={t('review_back')}
            onClick={close}
          >
            <BackIcon />
          </button>
          <h2 id={`${part}-title`} ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </div>
        {children}
      </div>
    </section>
  );
}
