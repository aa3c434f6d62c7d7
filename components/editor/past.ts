import { type Edit, type Edits, entriesOf, same } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import type { Values } from '../../utils/profile/record';

/** What undoing a save asks for: from what it wrote back to what was there before. */
export const backOf = (edits: Edits): Edits =>
  Object.fromEntries(entriesOf(edits).map(([name, { base, value }]) => [name, { base: value, value: base }]));

/** What a save wrote. */
export const valuesOf = (edits: Edits): Values =>
  Object.fromEntries(entriesOf(edits).map(([name, { value }]) => [name, value]));

/** Everything is again what it was before the save. */
export const isUndone = (edits: Edits, held: Values): boolean =>
  entriesOf(edits).every(([name, { base }]) => {
    const now = held[name];
    return now !== undefined && same(fieldOf(name), now, base);
  });

/** The field is neither what the save wrote nor what was there before. */
export const hasMoved = (name: FieldName, { base, value }: Edit, held: Value): boolean =>
  !same(fieldOf(name), held, base) && !same(fieldOf(name), held, value);
