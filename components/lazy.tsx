import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';

/** A view that the first paint does not need: its chunk comes on first use, or ahead of it by `preload`. */
export function lazy<P extends object>(load: () => Promise<FunctionComponent<P>>) {
  const part = signal<FunctionComponent<P> | undefined>(undefined);
  let asked: Promise<void> | undefined;
  const preload = () => {
    asked ??= load().then(loaded => {
      part.value = loaded;
    });
    return asked;
  };
  const Lazy: FunctionComponent<P> = props => {
    const Part = part.value;
    if (!Part) void preload();
    return Part ? <Part {...props} /> : null;
  };
  return Object.assign(Lazy, { preload });
}
