import { english, type PageKey, type PageLocale, pageWords } from '../../components/page-words';
import { createWords } from '../../utils/i18n';
import { languageOf } from '../../utils/language';
import { defaultSettings, type Settings, settingsItem } from '../../utils/stores';

/** English is there at once. */
const chunks = import.meta.glob<{ default: PageLocale }>([
  '../../locales/pages/*.ts',
  '!../../locales/pages/en.ts',
]);

async function wordsOf(language: string) {
  if (language === 'en') return english;
  const chunk = await chunks[`../../locales/pages/${language}.ts`]?.().catch(() => undefined);
  return chunk && createWords<PageKey>(language, chunk.default);
}

async function put({ theme, language: chosen }: Settings): Promise<void> {
  const page = document.documentElement;
  if (theme === 'auto') delete page.dataset.theme;
  else page.dataset.theme = theme;
  const words = await wordsOf(languageOf(chosen, navigator.languages));
  if (!words) return;
  page.lang = words.language;
  page.dir = words.direction;
  pageWords.value = words;
}

/** Theme and language of the pages around the editor: as set now, and as set from now on. */
export async function followPageLook(): Promise<void> {
  settingsItem.watch(settings => void put(settings ?? defaultSettings));
  await put((await settingsItem.get()) ?? defaultSettings);
}
