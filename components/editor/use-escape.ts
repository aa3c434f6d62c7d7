import { useLayoutEffect } from 'preact/hooks';

/**
 * Escape closes what is in front, wherever the focus is, and only that: left to the browser it would close the popup too.
 * What stands over a pane hears it `before` the pane does.
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
