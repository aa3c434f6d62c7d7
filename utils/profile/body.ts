import { type Edits, entriesOf } from './diff';
import { type FieldName, fieldOf, type Row } from './fields';
import type { Value } from './kinds';

type Held = Readonly<Partial<Record<FieldName, unknown>>>;
type Wire = ReturnType<Row['write']>;

/** The body of the one PATCH: exactly the edited fields, each in the portal's own spelling. `held` is what the portal held. */
export const bodyOf = (edits: Edits, held: Held = {}): Readonly<Record<string, Wire>> =>
  Object.fromEntries(
    entriesOf(edits).map(([name, { value }]) => [
      name,
      (fieldOf(name).write as (value: Value, held: unknown) => Wire)(value, held[name]),
    ]),
  );
