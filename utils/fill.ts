/** What the placeholders of a sentence take. */
export type Fill = Readonly<Record<string, string | number>>;

/** Where letters that run from right to left are, and the signs that turn, embed or isolate text. */
const turning = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufeff\u{10800}-\u{1efff}]/u;

/** FSI … PDI: the value goes its own way and leaves the words around it where they are. Inside, nothing ends that early. */
const isolated = (value: string) =>
  `\u2068${value.replace(/[\u2066-\u2069]/g, '').replace(/[\n\u2028\u2029]+/g, ' ')}\u2069`;

/**
 * Puts values into the `{places}` of a sentence: the one place where words of others meet words of ours. Where either runs from right
 * to left, each value is isolated; where neither does, isolating would change nothing.
 */
export const fillIn = (sentence: string, fill: Fill): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = fill[name] ?? '';
    return typeof value === 'string' && value !== '' && turning.test(sentence + value)
      ? isolated(value)
      : String(value);
  });
