import type en from '../locales/en';
import first from '../locales/first/en';
import names from '../locales/names/en';
import { type Fill, fillIn } from './fill';

type English = typeof en;
export type MessageKey = keyof English;

/** One message: a sentence, or a sentence per plural category. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Locale = Readonly<Record<MessageKey, Message>>;
/** The part of a language that the first paint shows: `locales/first`. */
export type FirstWords = Readonly<Record<keyof typeof first, Message>>;

/** The words of one language. `t` gives a sentence; `list` and `ago` say lists and times as the language does. */
export interface Words<Key extends string = MessageKey> {
  language: string;
  direction: 'ltr' | 'rtl';
  /** `count` also picks the plural form. */
  t(key: Key, fill?: Fill): string;
  list(items: readonly string[]): string;
  /** How long ago, rounded, such as "2 hours ago". */
  ago(at: number, now: number): string;
}

const steps: readonly [Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

export function createWords<Key extends string = MessageKey>(
  name: string,
  locale: Readonly<Partial<Record<Key, Message>>>,
): Words<Key> {
  // The Portuguese of these words is Portugal's; `pt` alone has Brazil's names of countries and its plurals.
  const language = name === 'pt' ? 'pt-PT' : name;
  let plural: Intl.PluralRules | undefined;
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    t(key, fill = {}) {
      const message: Message = locale[key] ?? '';
      plural ??= typeof message === 'string' ? undefined : new Intl.PluralRules(language);
      const form =
        typeof message === 'string'
          ? message
          : (message[plural?.select(Number(fill.count)) ?? 'other'] ?? message.other ?? '');
      return fillIn(form, fill);
    },
    list: items => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
    ago(at, now) {
      const past = Math.max(0, now - at);
      const [unit, length] = steps.find(([, length]) => past >= length) ?? (['minute', 60_000] as const);
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
        -Math.round(past / length),
        unit,
      );
    },
  };
}

/** English as far as a first paint needs it; its sentences follow with `locales/en.ts`. */
export const english: Words = createWords('en', { ...names, ...first });
