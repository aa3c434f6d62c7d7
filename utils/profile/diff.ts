import { type FieldName, fieldOf, isFieldName, type Row } from './fields';
import type { Value } from './kinds';
import type { Values } from './record';

/** A field that the member changed: what the portal held when they began, and what they want. */
export interface Edit {
  base: Value;
  value: Value;
}

export type Edits = Readonly<Partial<Record<FieldName, Edit>>>;

const typeOf = ({ kind }: Row) => (kind === 'toggle' ? 'boolean' : kind === 'country' ? 'number' : 'string');

/** Whether it is a value that fields of that kind hold; a draft of an older version, or of a damaged disk, may be none. */
export const fits = (field: Row, value: Value): boolean =>
  typeof value === typeOf(field) || (field.kind === 'country' && value === null);

/** The normal form of a value of that row. A value of another type is its own. */
export const normal = (field: Row, value: Value): Value =>
  typeof value === typeOf(field) ? (field.normal as (value: Value) => Value)(value) : value;

/** Equal for a person. */
export const same = (field: Row, a: Value, b: Value): boolean => normal(field, a) === normal(field, b);

export const entriesOf = <T>(record: Readonly<Partial<Record<FieldName, T>>>): [FieldName, T][] =>
  Object.entries(record).filter(
    (entry): entry is [FieldName, T] => isFieldName(entry[0]) && entry[1] !== undefined,
  );

/** The edits that would change something: those that equal what the portal holds fall away, and so do fields it does not offer. */
export function diff(saved: Values, edits: Edits): Edits {
  return Object.fromEntries(
    entriesOf(edits).filter(([name, { value }]) => {
      const held = saved[name];
      return held !== undefined && !same(fieldOf(name), held, value);
    }),
  );
}
