/** Words of others as plain text on one line: what a portal sends, where it stands in a sentence, a title or a list of ours. */

/** The first so many characters, with a sign that there were more; no half of a character is left. */
export const shortened = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…` : text;

const longestName = 80;
/** How much of a text is looked at: it may be a megabyte. */
const mostRead = 4_000;

/** What ends a line, halves of characters, and what is as empty as a blank. */
const blanks = /[\p{Cc}\p{Cs}\p{Z}\u2800]+/gu;
/**
 * What is not seen: it would turn a sentence around, or make two names look like one. Joiners, selectors of variants and the tags of
 * flags belong to the signs beside them, and stay.
 */
const unseen =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]|[\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}/gu;
/** Blanks, and joiners with nothing to join. */
const ends = /^(?: |\u200c|\u200d)+|(?: |\u200c|\u200d)+$/gu;
const something = /[^\p{Default_Ignorable_Code_Point}\p{M} ]/u;

/** A name as one short line in which nothing turns, hides or breaks the words around it; '' where nothing is to be seen. */
export function cleanName(text: string, longest = longestName): string {
  const line = text.slice(0, mostRead).replace(blanks, ' ').replace(unseen, '').replace(/ +/g, ' ');
  return something.test(line) ? shortened(line.replace(ends, ''), longest) : '';
}
