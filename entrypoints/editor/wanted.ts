import { isFieldName } from '../../utils/profile/fields';
import { type Wanted, wantedFor, wantedItem } from '../../utils/stores';

/** The section, and perhaps the field, that is asked for now; the background takes the wish away. */
export async function readWanted(): Promise<Wanted | undefined> {
  const wanted = await wantedItem.get();
  if (!wanted || Math.abs(Date.now() - wanted.at) > wantedFor) return undefined;
  return wanted.field === undefined || isFieldName(wanted.field) ? wanted : undefined;
}
