import { useLayoutEffect } from 'preact/hooks';

/**
 * Escape closes what is in front, wherever the focus is, and only that: left to Chromium it would close the popup too.
 * Firefox closes a popup by it before the page hears; in a panel or a tab both are alike. What stands over a pane hears it `before` the pane does.
 */
export function useEscape(close: () => void, before = false): void {
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', hear, before);
    return () => document.removeEventListener('keydown', hear, before);
  }, []);
}
