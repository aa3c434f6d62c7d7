/** One or two letters for a name in any script: the first of the first word and the first of the last. */
export function initials(name: string, language: string): string {
  const first = (word: string) => /^[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? '';
  const wordsOf = name.split(/[\s@.,]+/u).filter(word => /^[\p{L}\p{N}]/u.test(word));
  const [head = '', ...rest] = wordsOf;
  const tail = rest.at(-1);
  // Scripts that join or stack letters read badly as two loose ones.
  const alone = !tail || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(head);
  return (first(head) + (alone ? '' : first(tail))).toLocaleUpperCase(language) || '?';
}
