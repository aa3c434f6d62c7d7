/**
 * `npm run test:stress [-- file …] [chromium|firefox] [--times N] [--busy] [--only "name"]`: runs browser tests again and again and
 * prints how often each failed. A test that ever failed here, without a mended cause, can fail anybody's run.
 */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { named } from './browser-names';
import { keepBusy } from './busy';
import { nameOf } from './second-chance';
import { build } from './shell';
import { vitest } from './vitest';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '5' },
    busy: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const times = Number(values.times);
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
    for (let time = 1; time <= times; time += 1) {
      const count = await vitest({
        name: `stress-${time}-${project}-${browser}`,
        args: ['--project', project, file, ...(values.only ? ['-t', values.only] : [])],
        env: { BROWSER: browser },
        inBrowser: true,
        quiet: true,
      });
      passedHere += count.passed;
      for (const failure of count.failures) {
        const seen = failures.get(failure.test ?? file) ?? { count: 0, folders: [] };
        failures.set(failure.test ?? file, seen);
        seen.count += 1;
        seen.folders.push(`${failure.reason.split('\n')[0]} (${failure.folder ?? nameOf(failure)})`);
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

console.log(`\n— ${times} runs each${values.busy ? ', beside loops that keep every core busy' : ''}`);
console.log(lines.join('\n'));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
