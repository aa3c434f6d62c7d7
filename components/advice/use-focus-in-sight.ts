import { useEffect } from 'preact/hooks';

/** What comes later, such as advice, pushes down what is below it, where the member may have gone on to: what has the focus stays in sight. */
export function useFocusInSight(isShown: boolean): void {
  useEffect(() => {
    if (isShown) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
}
