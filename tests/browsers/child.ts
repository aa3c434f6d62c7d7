import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pause, within } from './waiting';

export interface Child {
  readonly pid: number;
  readonly exited: boolean;
  onLine(listener: (line: string) => void): void;
  /** Waits for a line of output that matches, and gives its first group. */
  line(pattern: RegExp): Promise<string>;
  /** Waits for the end of the process. */
  ended(): Promise<void>;
  /** Stands still for so many milliseconds, the helpers included. */
  nap(ms: number): Promise<void>;
  /** kill -9, the helpers included. */
  kill(): Promise<void>;
}

/**
 * The program runs in a group of its own. A `cat` in the group reads a pipe that we never write to: it ends when we do, however we
 * die (Ctrl+C, kill -9, a crash of the test runner), and then takes the whole group along.
 */
const leash = 'exec 3<&0; (cat <&3 >/dev/null; kill -9 -$$) & exec "$@" 3<&- </dev/null';

/** Those alive, ended at once when we end by ourselves: their profiles are removed right after. */
const alive = new Set<number>();
process.once('exit', () => {
  for (const pid of alive) killGroup(pid);
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => {
    // Who else listens has a way of its own to end.
    if (process.listenerCount(signal) === 0) process.exit(code);
  });

const killGroup = (pid: number) => signalGroup(pid, 'SIGKILL');

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}

export function start(program: string, args: string[], env: NodeJS.ProcessEnv): Child {
  const child: ChildProcess = spawn('/bin/sh', ['-c', leash, 'sh', program, ...args], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const listeners: ((line: string) => void)[] = [];
  for (const stream of [child.stdout, child.stderr])
    eachLine(stream!, line => {
      for (const tell of listeners) tell(line);
    });
  let exited = false;
  if (child.pid) alive.add(child.pid);
  const exit = once(child, 'exit').then(() => {
    exited = true;
    alive.delete(child.pid ?? 0);
    child.stdin?.destroy();
  });
  child.stdin?.on('error', () => {});
  return {
    get pid() {
      return child.pid ?? 0;
    },
    get exited() {
      return exited;
    },
    onLine: listener => void listeners.push(listener),
    async line(pattern) {
      const said: string[] = [];
      const found = new Promise<string>(resolve =>
        listeners.push(line => {
          said.push(line);
          const match = pattern.exec(line);
          if (match) resolve(match[1] ?? line);
        }),
      );
      const ended = exit.then(() => {
        throw new Error(`${program} ended at once: ${said.slice(-5).join(' | ')}`);
      });
      return within(`${program} to say ${pattern}`, Promise.race([found, ended]));
    },
    async nap(ms) {
      signalGroup(child.pid ?? 0, 'SIGSTOP');
      await pause(ms);
      signalGroup(child.pid ?? 0, 'SIGCONT');
    },
    ended: () => within(`${program} to end`, exit),
    async kill() {
      if (exited || !child.pid) return;
      killGroup(child.pid);
      await within(`${program} to die`, exit);
    },
  };
}

function eachLine(stream: NodeJS.ReadableStream, tell: (line: string) => void) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) tell(line);
  });
}
