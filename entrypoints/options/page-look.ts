import { type PageKey, type PageLocale, pageWords } from '../../components/page-words';
import { createWords } from '../../utils/i18n';
import { languageOf } from '../../utils/language';
import { defaultSettings, type Settings, settingsItem } from '../../utils/stores';

const chunks = import.meta.glob<{ default: PageLocale }>('../../locales/pages/*.ts');

async function put({ theme, language: chosen }: Settings): Promise<void> {
  const page = document.documentElement;
  if (theme === 'auto') delete page.dataset.theme;
  else page.dataset.theme = theme;
  const language = languageOf(chosen, navigator.languages);
  const chunk = await chunks[`../../locales/pages/${language}.ts`]?.().catch(() => undefined);
  if (!chunk) return;
  const words = createWords<PageKey>(language, chunk.default);
  page.lang = words.language;
  page.dir = words.direction;
  pageWords.value = words;
}

/** Theme and language of the pages around the editor: as set now, and as set from now on. */
export async function followPageLook(): Promise<void> {
  settingsItem.watch(settings => void put(settings ?? defaultSettings));
  await put((await settingsItem.get()) ?? defaultSettings);
}
