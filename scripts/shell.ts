import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

export interface Ran {
  code: number;
  output: string;
}

const root = new URL('..', import.meta.url).pathname;
const bin = new URL('../node_modules/.bin/', import.meta.url).pathname;

interface RunOptions {
  quiet?: boolean;
  label?: string;
  env?: Record<string, string>;
  cwd?: string;
  /** It takes the processor time that others leave. */
  yields?: boolean;
}

/**
 * Runs a command of the packages (or of the system), from the root unless told otherwise; its output is given back, and passed on unless
 * `quiet`: line by line behind `label`, where there is one.
 */
export function run(
  command: string,
  args: readonly string[],
  { quiet = false, label = '', env = {}, cwd = root, yields = false }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, FORCE_COLOR: '0', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (yields && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      if (label && !quiet)
        createInterface({ input: from }).on('line', line => to.write(`${line && `${label} │ `}${line}\n`));
      from.on('data', chunk => {
        output += chunk;
        if (!quiet && !label) to.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** Both production builds side by side; with `zip` also the packages for the stores, and the sources that they are made from. */
export async function build(command: 'build' | 'zip' = 'build'): Promise<Ran> {
  const builds = await Promise.all([
    run('wxt', [command], { quiet: true }),
    run('wxt', [command, '-b', 'firefox', '--mv3'], { quiet: true }),
  ]);
  return {
    code: Math.max(...builds.map(({ code }) => code)),
    output: builds.map(({ output }) => output).join(''),
  };
}
