import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { display } from '../browsers/display';
import { scratch } from '../browsers/scratch';
import { blocksOf, root } from '../unit/documents/texts';

const minutes = 60_000;

/** Commands that run until they are stopped, and the line after which they do what they are for. */
const endless: [command: RegExp, working: RegExp][] = [
  [/^npm run dev\b/, /Opened browser/],
  [/^npm run portal\b/, /answers on 127\.0\.0\.1/],
  [/^npm run demo(?!.*--headless)/, /Try this/],
];

/** What a run of tests tells its own processes; a newcomer's shell has none of it, and some tools say less where they find it. */
const ofTests = Object.fromEntries(
  ['NODE_ENV', 'MODE', 'DEV', 'PROD', 'TEST', 'VITEST', 'SOAK'].map(name => [name, undefined]),
);

/** Every command block of the documents, as a newcomer runs it: in a fresh clone, on a display, one after the other. */
describe('a fresh clone', () => {
  const clone = scratch('clone');
  let screen: Awaited<ReturnType<typeof display>>;
  beforeAll(async () => {
    rmSync(clone, { recursive: true });
    execFileSync('git', ['clone', '--quiet', root, clone]);
    screen = await display(true);
  });
  afterAll(() => screen?.close());

  /** How a command ends: its exit code, or `works` once an endless one says so (it is then stopped, and has to end). */
  const play = (line: string) =>
    new Promise<{ end: number | 'works' | null; said: string[] }>(resolve => {
      const said: string[] = [];
      let works = false;
      const [, working] = endless.find(([command]) => command.test(line)) ?? [];
      const env = { ...process.env, ...screen?.env, ...ofTests };
      const child = spawn('bash', ['-c', line], {
        cwd: clone,
        detached: true,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream }).on('line', text => {
          said.push(text);
          if (works || !working?.test(text)) return;
          works = true;
          // To the whole group, as Ctrl+C at a terminal.
          process.kill(-(child.pid ?? 0), 'SIGINT');
        });
      child.once('close', code => resolve({ end: works ? 'works' : code, said }));
    });

  const lines = ['README.md', 'CONTRIBUTING.md', 'store/review.md'].flatMap(blocksOf);
  const more = ['npm run demo -- --headless', 'npm run demo -- --headless --browser firefox'];
  test.each([...new Set([...more, ...lines.map(({ line }) => line)])])(
    '%s',
    async line => {
      const { end, said } = await play(line);
      expect([end, said.slice(-40).join('\n')]).toEqual([
        endless.some(([command]) => command.test(line)) ? 'works' : 0,
        expect.anything(),
      ]);
    },
    60 * minutes,
  );
});
