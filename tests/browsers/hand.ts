import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Display } from './display';
import type { Hand } from './driver';
import type { Picture } from './screen';
import { pause, until } from './waiting';

const run = promisify(execFile);

/** Where Chromium's pinned toolbar button is, in the window that the driver opens on a display of its own. */
export const toolbarButton = [1047, 63] as const;

/** How long the display may take to answer an act, and how long it then has to stand still (a menu fades in), in milliseconds. */
const answering = 700;
const stillness = 120;
/** What a menu changes at least, in pixels, where it lies white on a white page: its words. The pointer's own traces are smaller. */
const menu = 3000;

/** xdotool on a display of the browser's own. After each act the hand waits for what comes of it; after a right click for a menu. */
export function handOn(screen: Display | undefined): Hand {
  const picture = screen?.picture;
  if (!screen || !picture) throw new Error('There is no display of its own without `headed: "apart"`.');

  /** What the display showed when it last stood still. */
  let rest: Picture | undefined;
  /** The display once it stands still. */
  const settled = async (): Promise<Picture> => {
    let last = picture();
    let since = Date.now();
    await until('the display to stand still', () => {
      const next = picture();
      if (!next.equals(last)) since = Date.now();
      last = next;
      return Date.now() - since >= stillness;
    });
    rest = last;
    return last;
  };
  /** The display before an act. One that shows what it showed after the act before has stood still since. */
  const beforeAct = async (): Promise<Picture> => (rest && picture().equals(rest) ? rest : settled());
  const xdotool = (...args: string[]) => run('xdotool', args, { env: { ...process.env, ...screen.env } });
  // What still moves from before, such as a popup that fades out, is not the answer.
  const act = async (...args: string[]) => {
    const before = await beforeAct();
    await xdotool(...args);
    const deadline = Date.now() + answering;
    while (picture().equals(before) && Date.now() < deadline) await pause(20);
    await settled();
  };
  return {
    async click(x, y, button = 1) {
      if (button === 1) return act('mousemove', `${x}`, `${y}`, 'click', '1');
      const before = await beforeAct();
      await xdotool('mousemove', `${x}`, `${y}`, 'click', '3');
      await until('a menu to open', () => picture().differsFrom(before) > menu);
      await settled();
    },
    async press(...keys) {
      for (const key of keys) await act('key', key);
    },
    type: text => act('type', '--delay', '30', text),
    look: settled,
    async screenshot(path) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, (await settled()).png());
    },
  };
}
