/**
 * `npm test`: the checks, the unit tests, and the same scenarios and threats in both real browsers. `npm run test:e2e
 * [chromium|firefox] [file …]` runs only the scenarios; `npm run test:soak` the long runs. Ends with `N passed, N failed`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { check } from './check';
import { build, run } from './shell';

interface Count {
  passed: number;
  failed: number;
  /** What each threat said: what was tried, what was found, where. */
  threats?: string[];
  /** Each test or hook that failed with the first line of why, or else the last words of a run that died. */
  failures?: string[];
}

const [what = 'all', ...words] = process.argv.slice(2);
const browsers = ['chromium', 'firefox'] as const;
const wanted = browsers.filter(
  name => words.length === 0 || words.includes(name) || !browsers.some(one => words.includes(one)),
);
const files = words.filter(word => !browsers.some(name => name === word));

const reports = '.output/reports';
mkdirSync(reports, { recursive: true });

/** Runs one vitest project and counts its tests; a run that dies without a report is a failure. */
async function vitest(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
  label = '',
): Promise<Count> {
  const report = `${reports}/${name}.json`;
  rmSync(report, { force: true });
  console.log(`\n— ${name}`);
  const { code, output } = await run(
    'vitest',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { env, label },
  );
  const passed = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).numPassedTests : 0;
  const threats: string[] = output.match(/^T\d\d\w? .+$/gm) ?? [];
  if (code === 0) return { passed, failed: 0, threats };
  const failed = output.match(/^ FAIL /gm)?.length ?? 1;
  const reasons = output.match(/^(?: FAIL .+\n)+.+$/gm) ?? [output.slice(-2000)];
  return { passed, failed, threats, failures: reasons.map(reason => `— ${name}\n${reason}`) };
}

/** One project in each browser, side by side: a browser waits more than it works. */
const inBrowsers = (
  project: string,
  env: Record<string, string> = {},
  only: readonly string[] = files,
): Promise<Count[]> =>
  Promise.all(
    wanted.map(browser =>
      vitest(`${project}-${browser}`, ['--project', project, ...only], { BROWSER: browser, ...env }, browser),
    ),
  );

/** Every mutant of what decides about saves (stryker.config.json): how many of them the quick tests notice. */
async function mutation(): Promise<Count> {
  const report = '.output/mutation/report.json';
  rmSync(report, { force: true });
  console.log('\n— mutation');
  const { code } = await run('stryker', ['run']);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { mutants: { status: string }[] }>;
  };
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const found = all.filter(status => status === 'Killed' || status === 'Timeout').length;
  const missed = all.filter(status => status === 'Survived' || status === 'NoCoverage').length;
  console.log(`mutation score: ${((100 * found) / (found + missed)).toFixed(1)} % (${missed} not noticed)`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** The scenarios that have a long form. */
const long = ['tests/e2e/faults.test.ts', 'tests/e2e/saves.test.ts'];

async function afterBuild(run: () => Promise<Count[]>): Promise<Count[]> {
  const { code, output } = await build('zip');
  if (code !== 0) throw new Error(output);
  return run();
}

const runs: Record<string, () => Promise<Count[]>> = {
  all: async () => [
    await check(),
    await vitest('unit', ['--project', 'unit']),
    ...(await inBrowsers('e2e')),
    // Each threat of SECURITY.md, one line per threat.
    ...(await inBrowsers('threats')),
  ],
  e2e: () => afterBuild(() => inBrowsers('e2e')),
  threats: () => afterBuild(() => inBrowsers('threats')),
  soak: () =>
    afterBuild(async () => [
      ...(await inBrowsers('threats', { SOAK: '1' })),
      await vitest('soak', ['--project', 'soak', ...files], { SOAK: '1' }),
      ...(await inBrowsers('e2e', { SOAK: '1' }, files.length > 0 ? files : long)),
      await mutation(),
    ]),
};

// The table of faults has a column for each place: none of an earlier run.
if (what === 'all')
  for (const place of ['engine', ...browsers]) rmSync(`${reports}/faults-${place}.json`, { force: true });

const go = runs[what];
if (!go) throw new Error(`Nothing is called ${what}; there are ${Object.keys(runs).join(', ')}.`);
const counts = await go();
const threats = counts.flatMap(({ threats = [] }) => threats);
if (threats.length > 0) console.log(`\n— every threat\n${threats.sort().join('\n')}`);
const failures = counts.flatMap(({ failures = [] }) => failures);
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
const total = counts.reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed,
}));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
