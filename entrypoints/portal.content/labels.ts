/** The one thing that the shortcut says. Its own table: the locales would be many times the script. */
export const labels: Readonly<Record<string, string>> = {
  en: 'Quick edit',
  es: 'Edición rápida',
  fr: 'Modification rapide',
  de: 'Schnell bearbeiten',
  it: 'Modifica rapida',
  pt: 'Edição rápida',
  ar: 'تعديل سريع',
};

/** In the language that the member chose, else the browser's, else English. */
export function labelIn(chosen: unknown): [language: string, label: string] {
  for (const tag of [chosen, ...navigator.languages]) {
    const language = String(tag).slice(0, 2).toLowerCase();
    const label = Object.hasOwn(labels, language) ? labels[language] : undefined;
    if (label) return [language, label];
  }
  return ['en', 'Quick edit'];
}
