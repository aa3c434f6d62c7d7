import { isFieldName } from '../../utils/profile/fields';
import { type Wanted, wantedFor } from '../../utils/stores';

/** The wish, when it is for now and for a place that there is; the background takes it away. */
export function standing(wanted: Wanted | undefined): Wanted | undefined {
  if (!wanted || Math.abs(Date.now() - wanted.at) > wantedFor) return undefined;
  return wanted.field === undefined || isFieldName(wanted.field) ? wanted : undefined;
}
