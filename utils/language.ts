/** The portal's six languages, and Arabic. */
export const languages = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar'] as const;
export type Language = (typeof languages)[number];

const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

/** Where a build keeps the labels of a language as JSON, for the background: a worker cannot `import()` what it needs (utils/labels.ts). */
export const labelsFile = <L extends Language>(language: L) => `labels/${language}.json` as const;

/** The language in force: the one that was chosen, else the first of the browser's that there is, else English. */
export const languageOf = (chosen: Language | 'auto', preferred: readonly string[]): Language =>
  chosen === 'auto' ? (preferred.map(tag => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en') : chosen;
