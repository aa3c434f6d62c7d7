import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Child, start } from './child';
import { scratch, sweep } from './scratch';
import { type Picture, readScreen } from './screen';
import { until } from './waiting';

export interface Display {
  env: NodeJS.ProcessEnv;
  /** What it shows; only of a display of our own. */
  picture?(): Picture;
  close(): Promise<void>;
}

/** The desktop that is there, or an invisible one (Xvfb with a window manager) for as long as the browser runs. */
export async function display(apart: boolean): Promise<Display> {
  const desktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return desktop && !apart ? { env: {}, close: async () => {} } : invisible();
}

async function invisible(): Promise<Display> {
  const folder = scratch('display');
  // Xvfb chooses a free number itself and prints it. By itself it would begin anew whenever its last client leaves, and turn away who
  // comes in that moment: the window manager, when the question below was the only client.
  const server = start(
    'sh',
    ['-c', `exec Xvfb -displayfd 1 -noreset -screen 0 1280x900x24 -nolisten tcp -fbdir ${folder}`],
    process.env,
  );
  const number = await server.line(/^(\d+)$/);
  // A window would else open on the desktop that is there.
  const env = { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' };
  const manager: Child = start('openbox', [], { ...process.env, ...env });
  await until('the window manager', () => isManaged(env));
  return {
    env,
    picture: () => readScreen(join(folder, 'Xvfb_screen0')),
    async close() {
      await manager.kill();
      await server.kill();
      sweep(folder);
    },
  };
}

/**
 * Whether a window manager has taken charge: only one can say how many desktops there are. Chromium draws a title bar of its own where
 * it has found one, and gets a second one from a manager that comes after its window: all would lie lower by that bar.
 */
async function isManaged(env: NodeJS.ProcessEnv): Promise<boolean> {
  const asked = spawn('xdotool', ['get_num_desktops'], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const [code] = await once(asked, 'exit');
  return code === 0;
}
