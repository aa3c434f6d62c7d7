import type { SectionId } from '../../utils/profile/fields';
import { wantedItem } from '../../utils/stores';

/** A wish that no editor came to show in this time, in milliseconds, is forgotten. */
const patience = 15_000;

/** Takes the section that a shortcut, a menu or a command asked for. */
export async function takeWanted(): Promise<SectionId | undefined> {
  const wanted = await wantedItem.get();
  if (!wanted) return undefined;
  await wantedItem.remove();
  return Math.abs(Date.now() - wanted.at) < patience ? wanted.section : undefined;
}
