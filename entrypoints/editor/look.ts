import { words } from '../../components/words';
import { createWords, english, type Locale, type Words } from '../../utils/i18n';
import { defaultSettings, type Settings, settingsItem } from '../../utils/stores';

/** Every language but English is a chunk of its own, fetched when it is in force. */
const chunks = import.meta.glob<{ default: Locale }>(['../../locales/*.ts', '!../../locales/en.ts']);
const chunkOf = (language: string) => chunks[`../../locales/${language}.ts`];

/** The member's choice, else the first of the browser's languages that Nametag speaks. */
function languageOf({ language }: Settings): string {
  if (language !== 'auto') return language;
  const spoken = navigator.languages.map(tag => tag.split('-', 1)[0] ?? '');
  return spoken.find(tag => tag === 'en' || chunkOf(tag)) ?? 'en';
}

async function wordsOf(language: string): Promise<Words> {
  const chunk = await chunkOf(language)?.().catch(() => undefined);
  return chunk ? createWords(language, chunk.default) : english;
}

async function put(settings: Settings): Promise<void> {
  const page = document.documentElement;
  if (settings.theme === 'auto') delete page.dataset.theme;
  else page.dataset.theme = settings.theme;
  const next = await wordsOf(languageOf(settings));
  page.lang = next.language;
  page.dir = next.direction;
  words.value = next;
}

/** Theme and language: as set now, and as set from now on. */
export async function followLook(): Promise<void> {
  settingsItem.watch(settings => void put(settings ?? defaultSettings));
  await put((await settingsItem.get()) ?? defaultSettings);
}
