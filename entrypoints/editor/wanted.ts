import { isFieldName } from '../../utils/profile/fields';
import { type Wanted, wantedItem } from '../../utils/stores';

/** How long a wish stands, in milliseconds. Every editor that is open or opens meanwhile shows it; the background takes it away. */
const patience = 5_000;

/** The section, and perhaps the field, that a shortcut, a menu, a command or the address bar asks for. */
export async function readWanted(): Promise<Wanted | undefined> {
  const wanted = await wantedItem.get();
  if (!wanted || Math.abs(Date.now() - wanted.at) > patience) return undefined;
  return wanted.field === undefined || isFieldName(wanted.field) ? wanted : undefined;
}
