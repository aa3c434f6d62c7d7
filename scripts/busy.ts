import { spawn } from 'node:child_process';

/** Keeps so many cores busy until the function that it gives is called. */
export function keepBusy(cores: number): () => void {
  const loops = Array.from({ length: cores }, () =>
    // Each ends by itself when nobody is left to stop it.
    spawn(process.execPath, ['-e', 'const { ppid } = process; while (process.ppid === ppid);'], {
      stdio: 'ignore',
    }),
  );
  const stop = () => {
    for (const loop of loops) loop.kill('SIGKILL');
  };
  process.once('exit', stop);
  return stop;
}
