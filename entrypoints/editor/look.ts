import { words } from '../../components/words';
import { createWords, english, type Locale, type Words } from '../../utils/i18n';
import { languageOf } from '../../utils/language';
import { defaultSettings, type Settings, settingsItem } from '../../utils/stores';

/** Every language is a chunk of its own, fetched when it is in force. */
const chunks = import.meta.glob<{ default: Locale }>('../../locales/*.ts');
const chunkOf = (language: string) => chunks[`../../locales/${language}.ts`];

async function wordsOf(language: string): Promise<Words> {
  const chunk = await chunkOf(language)?.().catch(() => undefined);
  return chunk ? createWords(language, chunk.default) : english;
}

/** The language that was asked for last: a chunk that comes later than the next one's has nothing to say. */
let wanted = '';

/** English is there at once as far as the first paint goes, and its sentences follow; any other language is waited for. */
async function speak(language: string): Promise<void> {
  wanted = language;
  const said = wordsOf(language).then(next => {
    if (wanted === language) say(next);
  });
  if (language !== 'en' || words.peek() !== english) await said;
}

function say(next: Words): void {
  const page = document.documentElement;
  page.lang = next.language;
  page.dir = next.direction;
  words.value = next;
  mirror();
}

/** What `public/early.js` puts in force before the next first paint. */
function mirror(): void {
  const { lang, dir, dataset } = document.documentElement;
  localStorage.setItem('look', JSON.stringify({ lang, dir, theme: dataset.theme }));
}

async function put(settings: Settings): Promise<void> {
  const page = document.documentElement;
  if (settings.theme === 'auto') delete page.dataset.theme;
  else page.dataset.theme = settings.theme;
  mirror();
  await speak(languageOf(settings.language, navigator.languages));
}

/** Theme and language: as set now, and as set from now on. */
export async function followLook(now: Promise<Settings | undefined>): Promise<void> {
  settingsItem.watch(settings => void put(settings ?? defaultSettings));
  // The language of the last time is most likely still the one: its chunk comes while the settings are read.
  const last = document.documentElement.lang.slice(0, 2);
  if (last !== 'en') void wordsOf(last);
  await put((await now) ?? defaultSettings);
}
