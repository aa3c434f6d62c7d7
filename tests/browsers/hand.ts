import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Display } from './display';
import type { Hand } from './driver';
import { pause } from './waiting';

const run = promisify(execFile);

/** Where Chromium's pinned toolbar button is, in the window that the driver opens on a display of its own. */
export const toolbarButton = [1047, 63] as const;

/** xdotool on the browser's display. A native menu needs a moment after each step, and nothing tells when it is done. */
export function handOn(screen: Display | undefined): Hand {
  if (!screen) throw new Error('There is no display without `headed`.');
  const xdotool = async (...args: string[]) => {
    await run('xdotool', args, { env: { ...process.env, ...screen.env } });
    await pause(400);
  };
  return {
    click: (x, y, button = 1) => xdotool('mousemove', `${x}`, `${y}`, 'click', `${button}`),
    async press(...keys) {
      for (const key of keys) await xdotool('key', key);
    },
  };
}
