import type { Labels } from './labels';
import { type FieldName, fields, type Row, type SectionId, sectionIds } from './profile/fields';
import type { Value } from './profile/kinds';
import type { Country } from './snapshot';

/** What a line such as `title Product Designer` asks for. */
export type QuickEdit =
  | { kind: 'set'; field: FieldName; value: Value }
  | { kind: 'open'; section: SectionId; field?: FieldName };

/** Without case, accents and stray spaces, so that "numéro" finds "Numero". */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

const namesOf = (field: Row, tables: readonly Labels[]) => [
  plain(field.name),
  ...tables.map(words => plain(words[`field_${field.name}`])),
];

const hasWords = (name: string, words: string) => ` ${name} `.includes(` ${words} `);

/** What the beginning of a line names: a field or a section by its whole name, else the first field whose name has these words. */
function named(words: string, tables: readonly Labels[]): Row | SectionId | undefined {
  return (
    fields.find(field => namesOf(field, tables).includes(words)) ??
    sectionIds.find(id => id === words || tables.some(table => plain(table[`section_${id}`]) === words)) ??
    fields.find(field => namesOf(field, tables).some(name => hasWords(name, words)))
  );
}

const on = new Set(['on', 'yes', 'true', '1']);
const off = new Set(['off', 'no', 'false', '0']);

/** The value that the rest of a line means to a field; undefined where it means none. */
function meant(
  field: Row,
  typed: string,
  tables: readonly Labels[],
  countries: readonly Country[],
): Value | undefined {
  const word = plain(typed);
  if (field.kind === 'toggle') {
    if (on.has(word) || tables.some(table => plain(table.omnibox_on) === word)) return true;
    return off.has(word) || tables.some(table => plain(table.omnibox_off) === word) ? false : undefined;
  }
  if (field.kind === 'country')
    return countries.find(({ name, code }) => plain(name) === word || plain(code) === word)?.id;
  if (field.kind === 'choice') return field.choices?.find(choice => plain(choice) === word);
  return typed;
}

/** Reads a line: as many of its first words as name something, then the value. `tables` are the member's language and English. */
export function readLine(
  line: string,
  tables: readonly Labels[],
  countries: readonly Country[] = [],
): QuickEdit | undefined {
  const typed = line.trim();
  const words = [...typed.matchAll(/\S+/g)];
  for (let count = words.length; count > 0; count -= 1) {
    const end = (words[count - 1]?.index ?? 0) + (words[count - 1]?.[0].length ?? 0);
    const found = named(plain(typed.slice(0, end)), tables);
    if (!found) continue;
    if (typeof found === 'string') return { kind: 'open', section: found };
    const rest = typed.slice(end).trim();
    const value = rest === '' ? undefined : meant(found, rest, tables, countries);
    return value === undefined
      ? { kind: 'open', section: found.section, field: found.name }
      : { kind: 'set', field: found.name, value };
  }
  return undefined;
}

/** The names that a line could go on to, for suggestions: at most `most`. */
export function completions(line: string, words: Labels, most = 5): FieldName[] {
  const typed = plain(line);
  if (typed === '') return [];
  return fields
    .filter(({ name }) => ` ${plain(words[`field_${name}`])}`.includes(` ${typed}`))
    .slice(0, most)
    .map(({ name }) => name);
}
