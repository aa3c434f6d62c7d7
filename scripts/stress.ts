/**
 * `npm run test:stress [-- file …] [chromium|firefox] [--times N] [--busy] [--only "name"] [--alone] [--shuffle] [--seed N]`: runs
 * browser tests again and again and prints how often each failed. A test that ever failed here, without a mended cause, can fail anybody's
 * run. `--alone` runs every test by itself, `--shuffle` the tests of a file in an order of chance, each time in another one; `--seed`
 * gives the first of these orders again.
 */
import { randomInt } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { named } from './browser-names';
import { keepBusy } from './busy';
import { nameOf } from './second-chance';
import { build, run } from './shell';
import { only, vitest } from './vitest';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '5' },
    busy: { type: 'boolean', default: false },
    only: { type: 'string' },
    alone: { type: 'boolean', default: false },
    shuffle: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
  },
});
const times = Number(values.times);
const firstSeed = Number(values.seed);
const { wanted, files } = named(positionals);

const projects = ['e2e', 'threats'] as const;
/** Every file of browser tests whose path contains one of the words; all without a word. */
const targets = projects.flatMap(project =>
  readdirSync(`tests/${project}`)
    .filter(file => file.endsWith('.test.ts'))
    .map(file => ({ project, file: `tests/${project}/${file}` }))
    .filter(({ file }) => files.length === 0 || files.some(word => file.includes(word))),
);
if (targets.length === 0) throw new Error(`No browser test is in a file named ${files.join(' or ')}.`);

/** What is run each time: the file as it is, or one after the other of its tests. */
async function selections(project: string, file: string, browser: string): Promise<string[][]> {
  if (!values.alone) return [values.only ? ['-t', values.only] : []];
  const args = ['list', '--project', project, file, '--json', ...(values.only ? ['-t', values.only] : [])];
  const { output } = await run('vitest', args, { quiet: true, env: { BROWSER: browser } });
  const tests = JSON.parse(output.slice(output.indexOf('['))) as { name: string }[];
  return tests.map(({ name }) => only(name.replaceAll(' > ', ' ')));
}

const built = await build();
if (built.code !== 0) throw new Error(built.output);

const idle = values.busy ? keepBusy(availableParallelism()) : () => {};
const lines: string[] = [];
let passed = 0;
let failed = 0;
for (const { project, file } of targets)
  for (const browser of wanted) {
    const failures = new Map<string, { count: number; folders: string[] }>();
    let passedHere = 0;
    const runs = await selections(project, file, browser);
    const all = Array.from({ length: times }, (_, at) =>
      runs.map(selection => ({ time: at + 1, selection })),
    );
    for (const { time, selection } of all.flat()) {
      const seed = firstSeed + time - 1;
      const order = values.shuffle ? ['--sequence.shuffle.tests', `--sequence.seed=${seed}`] : [];
      const count = await vitest({
        name: `stress-${time}-${project}-${browser}`,
        args: ['--project', project, file, ...selection, ...order],
        env: { BROWSER: browser },
        inBrowser: true,
        quiet: true,
      });
      passedHere += count.passed;
      for (const failure of count.failures) {
        const seen = failures.get(failure.test ?? file) ?? { count: 0, folders: [] };
        failures.set(failure.test ?? file, seen);
        seen.count += 1;
        const where = values.shuffle ? `seed ${seed}, ` : '';
        seen.folders.push(`${failure.reason.split('\n')[0]} (${where}${failure.folder ?? nameOf(failure)})`);
      }
    }
    const failedHere = [...failures.values()].reduce((sum, { count }) => sum + count, 0);
    passed += passedHere;
    failed += failedHere;
    const report = [
      `${file}  ${browser}  ${times} runs  ${passedHere} passed, ${failedHere} failed`,
      ...[...failures].flatMap(([test, { count, folders }]) => [
        `  ${count} of ${times}: ${test}`,
        ...folders.map(folder => `    ${folder}`),
      ]),
    ];
    lines.push(...report);
    console.log(report.join('\n'));
  }
idle();

const how = [
  `${times} runs each`,
  values.alone && 'every test by itself',
  values.shuffle && `in orders of chance, the first by seed ${firstSeed}`,
  values.busy && 'beside loops that keep every core busy',
];
console.log(`\n— ${how.filter(Boolean).join(', ')}`);
console.log(lines.join('\n'));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
