import type { ReadonlySignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { Row } from '../../utils/profile/fields';
import type { Kind, ValueOf } from '../../utils/profile/kinds';
import type { Country } from '../../utils/snapshot';

/** What the one focusable element of every control carries. */
export interface Common {
  id: string;
  name: string;
  dir: 'auto' | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
}

export interface ControlProps<K extends Kind> {
  field: Row;
  value: ValueOf[K];
  common: Common;
  /** The WCAG 1.3.5 token, or `off` in a tab. */
  autocomplete: string | undefined;
  countries: ReadonlySignal<readonly Country[]>;
  /** A switch whose change is on its way. */
  pending: boolean;
  onEdit(value: ValueOf[K]): void;
}

/** Values in, callbacks out: the view of one kind of field. */
export type Control<K extends Kind> = FunctionComponent<ControlProps<K>>;

/** The id of the line below a control: a counter or a link. */
export const moreId = (name: string) => `more-${name}`;
