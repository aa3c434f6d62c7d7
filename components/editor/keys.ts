import type { Words } from '../../utils/i18n';
import { type SectionId, sectionIds } from '../../utils/profile/fields';

type Direction = Words['direction'];

/** Which tab a key leads to from the one at `from`, by the ARIA tabs pattern; arrows follow the writing direction. */
export function nextTab(key: string, from: number, count: number, direction: Direction): number | undefined {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const moves: Record<string, number> = {
    [forward]: (from + 1) % count,
    [back]: (from + count - 1) % count,
    Home: 0,
    End: count - 1,
  };
  return moves[key];
}

type Chord = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What a chord asks of the editor: Ctrl or Cmd+S saves, Ctrl or Cmd+K finds, Alt+1…5 picks a tab. Alt changes the character on a Mac, not the key. */
export function commandOf({
  key,
  code,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
}: Chord): { save: true } | { find: true } | { section: SectionId } | undefined {
  if (shiftKey) return undefined;
  const letter = (ctrlKey || metaKey) && !altKey ? key.toLowerCase() : '';
  if (letter === 's') return { save: true };
  if (letter === 'k') return { find: true };
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key;
  const section = altKey && !ctrlKey && !metaKey ? sectionIds[Number(digit) - 1] : undefined;
  return section && { section };
}
