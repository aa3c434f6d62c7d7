import { signal } from '@preact/signals';

/** The list of fields and actions stands over the editor. */
export const finding = signal(false);
