import fc from 'fast-check';
import { beforeAll, describe, expect, it, test, vi } from 'vitest';
import { apply, loadWordDiff, type Piece, type WordDiff } from '@/utils/advice/word-diff';

let compare: WordDiff;
beforeAll(async () => {
  compare = await loadWordDiff();
});

const changesOf = (pieces: readonly Piece[]) =>
  pieces.flatMap(piece => (piece.kind === 'change' ? [[piece.old, piece.new]] : []));
const all = (pieces: readonly Piece[]) =>
  new Set(pieces.flatMap(piece => (piece.kind === 'change' ? [piece.id] : [])));

/** Two texts, and what a person would call the changes between them. */
const examples: readonly [language: string, before: string, after: string, changes: [string, string][]][] = [
  ['en', 'same', 'same', []],
  ['en', '', '', []],
  ['en', '', 'all new', [['', 'all new']]],
  ['en', 'all gone', '', [['all gone', '']]],
  ['en', 'I write code.', 'I write books.', [['code', 'books']]],
  ['en', 'one two three', 'one three', [['two ', '']]],
  ['en', 'one three', 'one two three', [['', 'two ']]],
  ['en', 'Talk to me', 'Ask me', [['Talk to', 'Ask']]],
  // What only a space parts is one change.
  ['en', 'a red old car', 'a blue new car', [['red old', 'blue new']]],
  ['en', 'Hello, world', 'Bye, moon', [['Hello, world', 'Bye, moon']]],
  // A line between them keeps two changes apart.
  [
    'en',
    'red\nold',
    'blue\nnew',
    [
      ['red', 'blue'],
      ['old', 'new'],
    ],
  ],
  ['en', 'don’t stop', 'don’t go', [['stop', 'go']]],
  ['fr', 'Je suis développeuse.', 'Je suis designer.', [['développeuse', 'designer']]],
  ['de', 'Ich mag Bücher.', 'Ich mag Filme.', [['Bücher', 'Filme']]],
  // Words are found where no spaces are.
  ['ja', '私は本が好きです。', '私は音楽が好きです。', [['本', '音楽']]],
  ['ar', 'أنا أحب الكتب', 'أنا أحب الموسيقى', [['الكتب', 'الموسيقى']]],
];

describe('the changes between two texts', () => {
  it.each(examples)('in %s: %j and %j', (language, before, after, changes) => {
    expect(changesOf(compare(before, after, language))).toEqual(changes);
  });
});

/** Texts that share some words, as a bio and its proposal do. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'I',
        'write',
        'design',
        'tools',
        'and',
        ' ',
        ' ',
        ' ',
        '\n',
        '\n\n',
        ', ',
        '. ',
        '**',
        '- ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

test('all accepted is the proposal, none accepted is the text there was, to the character', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = compare(before, after, 'en');
      expect(apply(pieces, all(pieces))).toBe(after);
      expect(apply(pieces, new Set())).toBe(before);
    }),
    { numRuns: 1000 },
  );
});

test('each change is its own: accepting one leaves the others as they were', () => {
  const pieces = compare('I like red cars and old houses.', 'I love red cars and new houses.', 'en');
  expect(changesOf(pieces)).toEqual([
    ['like', 'love'],
    ['old', 'new'],
  ]);
  expect(apply(pieces, new Set([0]))).toBe('I love red cars and old houses.');
  expect(apply(pieces, new Set([1]))).toBe('I like red cars and new houses.');
});

test('two long texts with nothing in common are given up on after 300 ms, and replaced as a whole', () => {
  const words = (word: string) => Array.from({ length: 4_000 }, (_, at) => `${word}${at}`).join(' ');
  // A clock that goes on by a millisecond with every look at it: each step of the comparison takes one.
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => clock.mock.calls.length);
  try {
    const pieces = compare(words('a'), words('b'), 'en');
    expect(clock.mock.calls.length).toBeGreaterThan(1);
    expect(clock.mock.calls.length).toBeLessThanOrEqual(303);
    expect(pieces).toEqual([{ kind: 'change', id: 0, old: words('a'), new: words('b') }]);
  } finally {
    clock.mockRestore();
  }
});
