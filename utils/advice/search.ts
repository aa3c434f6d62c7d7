import type { MessageKey, Words } from '../i18n';
import { type FieldName, fields, type SectionId, sectionIds } from '../profile/fields';
import { plain } from '../quick-edit';

/** What a search can lead to: a field, a switch that is turned at once, a section, the portal's own page of it, or the history. */
export type Goal =
  | { kind: 'field'; name: FieldName }
  | { kind: 'switch'; name: FieldName; value: boolean }
  | { kind: 'section'; section: SectionId }
  | { kind: 'page'; section: SectionId }
  | { kind: 'history' };

/** One line of the list: what it says, and the texts that find it. */
export interface Entry {
  goal: Goal;
  says: string;
  /** Where it is, as a second line: the section of a field. */
  where: string;
  /** What it says in each language, without case and accents. */
  texts: readonly string[];
  /** The portal's own name of a field: finds it too, behind what is found by its words. */
  code: string;
}

/** What of a profile decides which entries there are. */
export interface Known {
  /** The fields that can be edited here. */
  open(name: FieldName): boolean;
  /** How a switch stands. */
  on(name: FieldName): boolean;
}

type Say = (words: Words) => string;
const label =
  (name: FieldName): Say =>
  words =>
    words.t(`field_${name}`);
const section =
  (id: SectionId): Say =>
  words =>
    words.t(`section_${id}`);
const action =
  (key: MessageKey, fill: string, with_: Say): Say =>
  words =>
    words.t(key, { [fill]: with_(words) });

/** Nobody types the signs around a value that was filled in. */
const withoutIsolates = (text: string) => text.replace(/[\u2068\u2069]/g, '');

/** Everything that can be found, from the field table. The first of `languages` is the member's own; all of them are searched. */
export function entriesOf(languages: readonly [Words, ...Words[]], { open, on }: Known): Entry[] {
  const entry = (goal: Goal, says: Say, where: Say | undefined, code = ''): Entry => ({
    goal,
    says: says(languages[0]),
    where: where?.(languages[0]) ?? '',
    texts: [...new Set(languages.map(words => plain(withoutIsolates(says(words)))))],
    code: plain(code),
  });
  const offered = fields.filter(({ name }) => open(name));
  return [
    ...offered.map(({ name, section: id }) => entry({ kind: 'field', name }, label(name), section(id), name)),
    ...offered
      .filter(({ apply, kind }) => kind === 'toggle' && apply === 'at once')
      .map(({ name, section: id }) => {
        const value = !on(name);
        const key = value ? 'palette_on' : 'palette_off';
        return entry({ kind: 'switch', name, value }, action(key, 'field', label(name)), section(id));
      }),
    ...sectionIds.map(id =>
      entry({ kind: 'section', section: id }, action('palette_section', 'section', section(id)), undefined),
    ),
    ...sectionIds.map(id =>
      entry({ kind: 'page', section: id }, action('palette_page', 'section', section(id)), undefined),
    ),
    entry({ kind: 'history' }, words => words.t('menu_history'), undefined),
  ];
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** How well a text answers: 0 it is the text, 1 it begins so, 2 every word begins a word of it in order, 3 in any order. */
function rank(text: string, query: string, asked: readonly string[]): number | undefined {
  if (text === query) return 0;
  if (text.startsWith(query)) return 1;
  const has = wordsOf(text);
  let at = 0;
  for (const word of has) if (at < asked.length && word.startsWith(asked[at] ?? '')) at += 1;
  if (at === asked.length) return 2;
  return asked.every(word => has.some(one => one.startsWith(word))) ? 3 : undefined;
}

/** Behind every rank of a text. */
const byCode = 4;

/** The entries that a query finds, the best first; all of the fields for an empty one. */
export function search(entries: readonly Entry[], typed: string, most = 50): Entry[] {
  const query = plain(typed);
  const asked = wordsOf(query);
  if (asked.length === 0) return entries.filter(({ goal }) => goal.kind === 'field').slice(0, most);
  return entries
    .flatMap((entry, order) => {
      const ranks = entry.texts.flatMap(text => rank(text, query, asked) ?? []);
      if (entry.code.startsWith(query)) ranks.push(byCode);
      return ranks.length > 0 ? [{ entry, order, best: Math.min(...ranks) }] : [];
    })
    .sort((a, b) => a.best - b.best || a.order - b.order)
    .slice(0, most)
    .map(({ entry }) => entry);
}
