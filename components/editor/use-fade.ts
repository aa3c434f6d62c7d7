import { useEffect, useRef } from 'preact/hooks';

/**
 * Calls `end` once `ms` have passed while `on`, not counting the time the pointer or the focus rests on the element:
 * nobody loses Undo while reaching for it. Gives the ref of that element.
 */
export function useFade(on: boolean, ms: number, end: () => void, key: unknown) {
  const element = useRef<HTMLDivElement>(null);
  // `key` starts the time anew with each piece of news.
  useEffect(() => {
    const watched = element.current;
    if (!on || !watched) return;
    let left = ms;
    let since = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pause = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      left -= performance.now() - since;
    };
    const go = () => {
      if (timer !== undefined || watched.matches(':hover, :focus-within')) return;
      since = performance.now();
      timer = setTimeout(end, Math.max(0, left));
    };
    // The states change after the event, so they are looked at a turn later.
    const later = () => setTimeout(go);
    const hears: readonly [string, () => void][] = [
      ['pointerenter', pause],
      ['focusin', pause],
      ['pointerleave', later],
      ['focusout', later],
    ];
    for (const [name, hear] of hears) watched.addEventListener(name, hear);
    go();
    return () => {
      pause();
      for (const [name, hear] of hears) watched.removeEventListener(name, hear);
    };
  }, [on, ms, key]);
  return element;
}
