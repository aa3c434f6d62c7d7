import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Child, start } from './child';
import { until } from './waiting';

export interface Display {
  env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** The desktop that is there, or an invisible one (Xvfb with a window manager) for as long as the browser runs. */
export async function display(): Promise<Display> {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return { env: {}, close: async () => {} };
  return invisible();
}

async function invisible(): Promise<Display> {
  // Xvfb chooses a free number itself and prints it.
  const server = start(
    'sh',
    ['-c', 'exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp'],
    process.env,
  );
  const number = await server.line(/^(\d+)$/);
  const env = { DISPLAY: `:${number}` };
  const manager: Child = start('openbox', [], { ...process.env, ...env });
  await until('the window manager', () => answers(env));
  return {
    env,
    async close() {
      await manager.kill();
      await server.kill();
    },
  };
}

/** Whether the display takes a client: xdotool asks it for the pointer. */
async function answers(env: NodeJS.ProcessEnv): Promise<boolean> {
  const asked = spawn('xdotool', ['getmouselocation'], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const [code] = await once(asked, 'exit');
  return code === 0;
}
