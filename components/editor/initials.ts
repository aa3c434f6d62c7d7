/** One or two letters for a name in any script: the first of the first word and the first of the last. */
export function initials(name: string, language: string): string {
  const segments = new Intl.Segmenter(language, { granularity: 'grapheme' });
  const first = (word: string) => segments.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
  const wordsOf = name.split(/[\s@.,]+/u).filter(word => /^[\p{L}\p{N}]/u.test(word));
  const [head = '', ...rest] = wordsOf;
  const tail = rest.at(-1);
  // Scripts that join or stack letters read badly as two loose ones.
  const alone = !tail || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(head);
  return (first(head) + (alone ? '' : first(tail))).toLocaleUpperCase(language) || '?';
}
