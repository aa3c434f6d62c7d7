import { cleanName } from '../plain-text';
import { joinTags, splitTags } from '../profile/tags';
import { plain } from '../quick-edit';

/** How many are shown. */
const most = 6;

/**
 * The tags of a directory, the most used first; the same word in two spellings counts as the one used more. Each list is a member's
 * and has one vote for a tag, however often and in how many spellings it names it.
 */
export function popularTags(lists: readonly string[]): string[] {
  const found = new Map<string, { spellings: Map<string, number>; count: number }>();
  for (const [key, tag] of lists.flatMap(votesOf)) {
    const entry = found.get(key) ?? { spellings: new Map(), count: 0 };
    entry.count += 1;
    entry.spellings.set(tag, (entry.spellings.get(tag) ?? 0) + 1);
    found.set(key, entry);
  }
  const usual = (spellings: ReadonlyMap<string, number>) =>
    [...spellings].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  return [...found.values()].sort((a, b) => b.count - a.count).map(({ spellings }) => usual(spellings));
}

/** Each tag of a list once, in its first spelling. Others wrote it, so it is cleaned before it is shown. */
function votesOf(list: string): [key: string, tag: string][] {
  const votes = new Map<string, string>();
  for (const tag of splitTags(list).map(tag => cleanName(tag)))
    if (tag && !votes.has(plain(tag))) votes.set(plain(tag), tag);
  return [...votes];
}

/** What could be added to `value` while `typing` stands in the input: not there yet, fitting, and beginning so. */
export function tagSuggestions(
  known: readonly string[],
  value: string,
  typing: string,
  longest: number,
): string[] {
  const typed = plain(typing);
  const kept = withoutTyping(value, typing);
  const there = new Set(kept.map(plain));
  return known
    .filter(tag => !there.has(plain(tag)) && plain(tag) !== typed)
    .filter(tag => joinTags([...kept, tag]).length <= longest)
    .filter(tag => typed === '' || ` ${plain(tag)}`.includes(` ${typed}`))
    .slice(0, most);
}

/** What is being typed counts as the last tag; a suggestion takes its place. */
function withoutTyping(value: string, typing: string): string[] {
  const tags = splitTags(value);
  return typing.trim() !== '' && tags.at(-1) === typing.trim() ? tags.slice(0, -1) : tags;
}

export const withTag = (value: string, typing: string, tag: string): string =>
  joinTags([...withoutTyping(value, typing), tag]);
