import { signal } from '@preact/signals';
import type { Fill } from '../utils/fill';
import { english, type MessageKey, type Words } from '../utils/i18n';
import type { FieldName } from '../utils/profile/fields';

/** The words in force on this page. Every view reads them through this signal, so the language can change at run time. */
export const words = signal<Words>(english);

export const t = (key: MessageKey, fill?: Fill): string => words.value.t(key, fill);

export const labelOf = (name: FieldName): string => t(`field_${name}`);
