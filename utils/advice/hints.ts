import type { FieldName } from '../profile/fields';
import type { Value } from '../profile/kinds';

/** Fields that are worth filling in, the most telling first. */
export const telling: readonly FieldName[] = [
  'Position',
  'ProfileSummary',
  'ProfileTags',
  'MobilePhone',
  'BillingEmail',
  'CompanyName',
  'Linkedin',
  'ProfileWebsite',
  'TaxIDNumber',
];

/** More would be a list of demands. */
export const mostHints = 3;

/** The next best fields: empty ones that this portal offers and that the member has not waved away. */
export const hintsOf = (
  held: (name: FieldName) => Value | undefined,
  dismissed: readonly FieldName[],
): FieldName[] => telling.filter(name => held(name) === '' && !dismissed.includes(name)).slice(0, mostHints);
