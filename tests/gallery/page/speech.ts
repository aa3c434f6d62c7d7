import type { PageKey, PageLocale } from '../../../components/page-words';
import en from '../../../locales/en';
import enOfPages from '../../../locales/pages/en';
import { createWords, type Locale, type Message, type Words } from '../../../utils/i18n';

const real = import.meta.glob<{ default: Locale }>('../../../locales/*.ts');
const realOfPages = import.meta.glob<{ default: PageLocale }>('../../../locales/pages/*.ts');

type Sentences<Key extends string> = Readonly<Record<Key, Message>>;

/** Every sentence made over, its placeholders left alone. */
function madeOver<Key extends string>(
  words: Sentences<Key>,
  change: (text: string) => string,
): Sentences<Key> {
  const one = (text: string) =>
    text.replace(/\{\w+\}|[^{]+/g, part => (part.startsWith('{') ? part : change(part)));
  const each = (message: Message): Message =>
    typeof message === 'string'
      ? one(message)
      : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, one(text ?? '')]));
  const all = Object.entries<Message>(words).map(([key, message]) => [key, each(message)]);
  return Object.fromEntries(all) as Sentences<Key>;
}

/** 40 % longer, in words as long as German ones. */
const long = (text: string) =>
  text.replace(/\p{L}{3,}/gu, word => word + 'ungskeitlich'.slice(0, Math.ceil(word.length * 0.4)));

/** The words of a language; `long` is made from English. */
export async function speak(language: string): Promise<Words> {
  if (language === 'long') return createWords('de', madeOver(en, long));
  const chunk = await real[`../../../locales/${language}.ts`]?.();
  return createWords(language, chunk?.default ?? en);
}

/** The same for the options and the welcome page. */
export async function speakOfPages(language: string): Promise<Words<PageKey>> {
  if (language === 'long') return createWords<PageKey>('de', madeOver<PageKey>(enOfPages, long));
  const chunk = await realOfPages[`../../../locales/pages/${language}.ts`]?.();
  return createWords<PageKey>(language, chunk?.default ?? enOfPages);
}
