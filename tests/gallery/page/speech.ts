import en from '../../../locales/en';
import { createWords, type Locale, type Message, type MessageKey, type Words } from '../../../utils/i18n';

const real = import.meta.glob<{ default: Locale }>('../../../locales/*.ts');

/** Every sentence made over, its placeholders left alone. */
const madeOver = (change: (text: string) => string): Locale => {
  const one = (text: string) =>
    text.replace(/\{\w+\}|[^{]+/g, part => (part.startsWith('{') ? part : change(part)));
  const each = (message: Message): Message =>
    typeof message === 'string'
      ? one(message)
      : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, one(text ?? '')]));
  return Object.fromEntries(Object.entries(en).map(([key, message]) => [key, each(message)])) as Record<
    MessageKey,
    Message
  >;
};

/** 40 % longer, in words as long as German ones. */
const long = (text: string) =>
  text.replace(/\p{L}{3,}/gu, word => word + 'ungskeitlich'.slice(0, Math.ceil(word.length * 0.4)));

/** The words of a language; `long` and `rtl` are made from English for languages that are not there. */
export async function speak(language: string): Promise<Words> {
  if (language === 'long') return createWords('de', madeOver(long));
  if (language === 'rtl') return { ...createWords('ar', en), direction: 'rtl' };
  const chunk = await real[`../../../locales/${language}.ts`]?.();
  return createWords(language, chunk?.default ?? en);
}
