import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A ref for an element, and whether that has been in view: what costs to draw waits until somebody can see it. */
export function useSeen<E extends Element>(): [ref: Ref<E>, seen: boolean] {
  const ref = useRef<E>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!ref.current || seen) return;
    const observer = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [seen]);
  return [ref, seen];
}
