import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { ReportedFailure, TestReport } from './failure-reporter';
import type { Count, Failure } from './second-chance';
import { run } from './shell';
import { traceFolder } from './trace-folder';

export const REPORTS_FOLDER = '.output/reports';

interface TestRun {
  /** Names the run in what is printed and written, such as `e2e-firefox`. */
  name: string;
  args: readonly string[];
  env?: Record<string, string>;
  /** Stands before each line of its output, where two runs write at once. */
  label?: string;
  /** It drives a browser: what fails leaves traces, and has a second chance. */
  inBrowser?: boolean;
  quiet?: boolean;
  /** It takes the processor time that others leave. */
  yields?: boolean;
}

/** Runs one vitest project and counts its tests; a run that dies without a report is a failure. */
export async function vitest(wanted: TestRun, attempt: 'first' | 'second' = 'first'): Promise<Count> {
  const { name, args, env = {}, label = '', quiet = false, yields = false } = wanted;
  const path = `${REPORTS_FOLDER}/${name}-${attempt}.json`;
  mkdirSync(REPORTS_FOLDER, { recursive: true });
  rmSync(path, { force: true });
  const title = attempt === 'second' ? `${name}, a second chance: ${args.slice(2).join(' ')}` : name;
  if (!quiet) console.log(`\n— ${title}`);
  const { code, output } = await run(
    'vitest',
    ['run', ...args, '--reporter=default', '--reporter=./scripts/failure-reporter.ts'],
    { env: { ...env, FAILURE_REPORT: path, TEST_RUN: name, ATTEMPT: attempt }, label, quiet, yields },
  );
  const died = { file: '', reason: output.slice(-2_000) };
  const report: TestReport = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { passed: 0, failures: [died] };
  const reported = code !== 0 && report.failures.length === 0 ? [died] : report.failures;
  return {
    passed: report.passed,
    failures: reported.map(failure => withSecondChance(wanted, failure)),
    threats: output.match(/^T\d\d\w? .+$/gm) ?? [],
  };
}

/** What has vitest run one test alone, by its full name. */
export const only = (test: string): string[] => ['-t', `^${test.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`];

/** A second chance is a run of the test alone, in a fresh browser. */
function withSecondChance(wanted: TestRun, { file, test, reason }: ReportedFailure): Failure {
  const failure: Failure = { run: wanted.name, file, ...(test && { test }), reason };
  if (!wanted.inBrowser || !file) return failure;
  const args = [...wanted.args.slice(0, 2), file, ...(test ? only(test) : [])];
  return {
    ...failure,
    folder: traceFolder(wanted.name, test ?? file),
    again: () => vitest({ ...wanted, args }, 'second'),
  };
}
