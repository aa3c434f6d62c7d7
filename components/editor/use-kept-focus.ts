import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

/**
 * Save, Discard and Undo go, or are switched off, with what they begin. Once something `began`, a focus that was on one of
 * them goes to the news of it, and to Save when the news goes in its turn.
 */
export function useKeptFocus(began: boolean, news: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const here = document.activeElement;
    // Firefox leaves the focus on a button that is switched off, where no key does anything.
    if (began && (!here || here === document.body || here.matches(':disabled'))) news.current?.focus();
  }, [began]);
  // A passive effect would be cleaned up when the news is gone from the page.
  useLayoutEffect(
    () => () => {
      if (news.current?.contains(document.activeElement))
        setTimeout(() => document.querySelector<HTMLElement>('[data-action=save]')?.focus());
    },
    [],
  );
}
