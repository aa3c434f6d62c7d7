import { signal } from '@preact/signals';

/** Whether a page's first paint is over: what it can do without is drawn from then on. */
export const painted = signal(false);
