import { useEffect, useState } from 'preact/hooks';

/** Whole seconds until `at` (milliseconds since the epoch), 0 once it has passed or where there is nothing to wait for. */
export function useCountdown(at: number | undefined, now: () => number): number {
  const left = () => Math.max(0, Math.ceil(((at ?? 0) - now()) / 1000));
  const [, tick] = useState(0);
  const waiting = left() > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => tick(count => count + 1), 1000);
    return () => clearInterval(timer);
  }, [waiting, at]);
  return left();
}
