export const browsers = ['chromium', 'firefox'] as const;

/** What the words of a command mean: browsers by name, all of them where none is named, and files by a part of their path. */
export function named(words: readonly string[]) {
  const isBrowser = (word: string) => browsers.some(name => name === word);
  const asked = browsers.filter(name => words.includes(name));
  return { wanted: asked.length > 0 ? asked : browsers, files: words.filter(word => !isBrowser(word)) };
}
