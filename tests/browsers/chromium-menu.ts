import type { Picture } from './screen';

type Color = ReturnType<Picture['at']>;

/** The colour of the line that the keyboard is on, in Chromium's light menus. */
const marked: Color = [242, 242, 242];
/** Where a tick is drawn, in pixels from the left edge of its menu, and how high a line is. */
const tick = { from: 16, to: 42 };
const line = 32;

const distance = (one: Color, other: Color) =>
  one.reduce((sum, part, index) => sum + Math.abs(part - (other[index] ?? 0)), 0);

/** The left upper corner of a menu that a key has opened, by its first line, which is marked then; undefined when none has opened. */
export function openedMenu(before: Picture, after: Picture): { x: number; y: number } | undefined {
  const isNew = (x: number, y: number) =>
    distance(after.at(x, y), marked) === 0 && distance(before.at(x, y), marked) > 0;
  for (let y = 0; y < after.height; y += 1) {
    if (after.hasRowOf(before, y)) continue;
    for (let x = 0; x < after.width - 100; x += 1) {
      // A whole stretch of it: a letter's edge may have the colour too.
      if (isNew(x, y) && Array.from({ length: 100 }, (_, at) => x + at).every(x => isNew(x, y)))
        return { x, y };
    }
  }
  return undefined;
}

/** Which lines of the menu that has opened between two pictures are ticked. */
export function ticksIn(before: Picture, after: Picture, lines: number): boolean[] {
  const menu = openedMenu(before, after);
  if (!menu) throw new Error('No menu has opened.');
  return Array.from({ length: lines }, (_, index) => {
    const top = menu.y + index * line;
    const ground = after.at(menu.x + 2, top + line / 2);
    let ink = 0;
    for (let y = top + 6; y < top + line - 6; y += 1)
      for (let x = menu.x + tick.from; x < menu.x + tick.to; x += 1)
        if (distance(after.at(x, y), ground) > 120) ink += 1;
    return ink > 10;
  });
}
