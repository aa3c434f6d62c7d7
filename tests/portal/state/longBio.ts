const paragraphs = [
  'I walk before I write, and most of what I know about sentences I learned from rivers: they turn when they have to.',
  '## What I am working on\n\nA novel in which nothing happens, *slowly*, and then everything does.',
  '- mornings: pages\n- afternoons: letters\n- evenings: the long way home',
  'If you see me staring at the maple by the window, I am not idle; I am **counting syllables**.',
  'Say hello in Spanish, Japanese or bad French. I have [notes](https://rosa.example.com/notes) on all three.',
];

/** A Markdown text of exactly `length` characters. */
export function longBio(length: number): string {
  const round = `${paragraphs.join('\n\n')}\n\n`;
  return `${round.repeat(Math.ceil(length / round.length)).slice(0, length - 1)}.`;
}
