/** One way of looking at every state: a window, a language, and what the member set in the system. */
export interface View {
  name: string;
  width: number;
  height: number;
  /** A language, or `long`: English made 40 % longer. */
  language: string;
  theme: 'light' | 'dark';
  surface?: 'popup' | 'panel' | 'page';
  /** Text size in percent. */
  text?: number;
  forced?: boolean;
}

const popup = { width: 380, height: 600 };
const panel = { width: 460, height: 900, surface: 'panel' } as const;
const page = { width: 1100, height: 760, surface: 'page' } as const;
const narrow = { width: 320, height: 640, surface: 'panel' } as const;
const themes = ['light', 'dark'] as const;

export const views: readonly View[] = [
  ...['en', 'de', 'ar'].flatMap(language => [
    ...themes.flatMap(theme => [
      { name: `${language}-${theme}`, ...popup, language, theme },
      { name: `${language}-${theme}-panel`, ...panel, language, theme },
      { name: `${language}-${theme}-page`, ...page, language, theme },
    ]),
    { name: `${language}-320`, ...narrow, language, theme: 'light' as const },
    { name: `${language}-200`, ...popup, language, theme: 'light' as const, text: 200 },
  ]),
  ...['es', 'fr', 'it', 'pt'].map(language => ({
    name: `${language}-light`,
    ...popup,
    language,
    theme: 'light' as const,
  })),
  { name: 'long-light', ...popup, language: 'long', theme: 'light' },
  { name: 'long-320', ...narrow, language: 'long', theme: 'dark' },
  { name: 'en-forced', ...popup, language: 'en', theme: 'light', forced: true },
  { name: 'ar-forced', ...popup, language: 'ar', theme: 'dark', forced: true },
];
