import { signal } from '@preact/signals';
import en from '../locales/pages/en';
import type { Fill } from '../utils/fill';
import { createWords, type Message, type Words } from '../utils/i18n';

export type PageKey = keyof typeof en;

/** The same words in another language. */
export type PageLocale = Readonly<Record<PageKey, Message>>;

export const english = createWords<PageKey>('en', en);

/** The words in force on the options and the welcome page. */
export const pageWords = signal<Words<PageKey>>(english);

export const p = (key: PageKey, fill?: Fill): string => pageWords.value.t(key, fill);

/** A key made of parts, where the table that the parts come from says that it exists. */
export const isPageKey = (key: string): key is PageKey => Object.hasOwn(en, key);
