/**
 * `npm test`: the checks, the unit tests, and the same scenarios and threats in both real browsers. `npm run test:e2e
 * [chromium|firefox] [file …]` runs only the scenarios; `npm run test:soak` the long runs. A browser test that fails has a second
 * chance at the end (./second-chance.ts). Ends with `N passed, N failed`.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { browsers, named } from './browser-names';
import { check } from './check';
import { startCost } from './cost';
import { type Count, closing, giveSecondChances } from './second-chance';
import { build, run } from './shell';
import { FAILURES_FOLDER } from './trace-folder';
import { REPORTS_FOLDER, vitest } from './vitest';

const [what = 'all', ...words] = process.argv.slice(2);
const { wanted, files } = named(words);

const inBrowser = (
  browser: string,
  project: string,
  env: Record<string, string> = {},
  only: readonly string[] = files,
): Promise<Count> =>
  vitest({
    name: `${project}-${browser}`,
    args: ['--project', project, ...only],
    env: { BROWSER: browser, ...env },
    label: browser,
    inBrowser: true,
  });

/** One project in each browser, side by side: a browser waits more than it works. */
const inBrowsers = (project: string, env?: Record<string, string>, only?: readonly string[]) =>
  Promise.all(wanted.map(browser => inBrowser(browser, project, env, only)));

/**
 * The unit tests, and in each browser the scenarios and then the threats (one line per threat of SECURITY.md). Two browsers keep two cores
 * busy for three quarters of the time; the unit tests take what they leave, and no browser waits for the other one.
 */
const everyTest = async (): Promise<Count[]> => {
  const unit = vitest({ name: 'unit', args: ['--project', 'unit'], label: 'unit', yields: true });
  const chains = wanted.map(async browser => [
    await inBrowser(browser, 'e2e'),
    await inBrowser(browser, 'threats'),
  ]);
  return [await unit, ...(await Promise.all(chains)).flat()];
};

async function checked(): Promise<Count> {
  const { passed, failed } = await check();
  return {
    passed,
    failures: failed.map(name => ({ run: 'check', file: '', test: name, reason: 'See above.' })),
  };
}

/** Every mutant of what decides about saves (stryker.config.json): how many of them the quick tests notice. */
async function mutation(): Promise<Count> {
  const report = '.output/mutation/report.json';
  rmSync(report, { force: true });
  console.log('\n— mutation');
  const { code } = await run('stryker', ['run']);
  const failed = (reason: string): Count => ({
    passed: 0,
    failures: [{ run: 'mutation', file: '', reason }],
  });
  if (!existsSync(report)) return failed('Stryker wrote no report.');
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { mutants: { status: string }[] }>;
  };
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const found = all.filter(status => status === 'Killed' || status === 'Timeout').length;
  const missed = all.filter(status => status === 'Survived' || status === 'NoCoverage').length;
  console.log(`mutation score: ${((100 * found) / (found + missed)).toFixed(1)} % (${missed} not noticed)`);
  return code === 0 ? { passed: 1, failures: [] } : failed(`${missed} mutants were not noticed.`);
}

/** The scenarios that have a long form. */
const long = ['tests/e2e/faults.test.ts', 'tests/e2e/menu.test.ts', 'tests/e2e/saves.test.ts'];

async function afterBuild(run: () => Promise<Count[]>): Promise<Count[]> {
  const { code, output } = await build('zip');
  if (code !== 0) throw new Error(output);
  return run();
}

const runs: Record<string, () => Promise<Count[]>> = {
  // The first check builds what the browsers load.
  all: async () => [await checked(), ...(await everyTest())],
  e2e: () => afterBuild(() => inBrowsers('e2e')),
  threats: () => afterBuild(() => inBrowsers('threats')),
  soak: () =>
    afterBuild(async () => [
      ...(await inBrowsers('threats', { SOAK: '1' })),
      await vitest({ name: 'soak', args: ['--project', 'soak', ...files], env: { SOAK: '1' } }),
      ...(await inBrowsers('e2e', { SOAK: '1' }, files.length > 0 ? files : long)),
      await mutation(),
    ]),
};

// The table of faults has a column for each place: none of an earlier run.
if (what === 'all')
  for (const place of ['engine', ...browsers])
    rmSync(`${REPORTS_FOLDER}/faults-${place}.json`, { force: true });
rmSync(FAILURES_FOLDER, { recursive: true, force: true });

const cost = startCost();
const play = runs[what];
if (!play) throw new Error(`Nothing is called ${what}; there are ${Object.keys(runs).join(', ')}.`);
const counts = await play();
const verdict = await giveSecondChances(counts.flatMap(({ failures }) => failures));
// What a second run says of a threat stands in place of what the first one said.
const threats = new Map(
  [...counts, ...verdict.again]
    .flatMap(({ threats = [] }) => threats)
    .map(line => [line.replace(/^(\S+).* {2}(chromium|firefox) {2}\w+$/, '$1 $2'), line]),
);
if (threats.size > 0) console.log(`\n— every threat\n${[...threats.values()].sort().join('\n')}`);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const { text, exitCode } = closing(passed, verdict);
console.log(`\n${cost()}\n${text}`);
process.exitCode = exitCode;
