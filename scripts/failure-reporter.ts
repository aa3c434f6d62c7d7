import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';

/** One test that failed, or a whole file whose set-up, clean-up or code failed outside its tests. */
export interface ReportedFailure {
  /** Relative to the root of the repository. */
  file: string;
  /** The test's full name as vitest's `-t` matches it; absent for a file. */
  test?: string;
  /** The first error's message, or the first line of it where it is long. */
  reason: string;
}

export interface TestReport {
  passed: number;
  failures: ReportedFailure[];
}

const longestReason = 1_000;
const reasonOf = (errors: readonly SerializedError[] = []) =>
  (errors[0]?.message ?? 'It failed without a word.').slice(0, longestReason);

/** A test's name behind those of the groups that it is in, with single spaces between, as vitest filters by it. */
function fullName(test: TestCase): string {
  const names = [test.name];
  for (let parent = test.parent; parent.type === 'suite'; parent = parent.parent) names.unshift(parent.name);
  return names.join(' ');
}

function failuresOf(module: TestModule): ReportedFailure[] {
  const file = module.relativeModuleId;
  const tests = [...module.children.allTests('failed')].map(test => ({
    file,
    test: fullName(test),
    reason: reasonOf(test.result().errors),
  }));
  const outside = [module, ...module.children.allSuites()].flatMap((each: TestModule | TestSuite) =>
    each.errors(),
  );
  return outside.length > 0 ? [...tests, { file, reason: reasonOf(outside) }] : tests;
}

/** Writes what failed as JSON to the file that FAILURE_REPORT names, so that a run need not be read from its text. */
export default class FailureReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const path = process.env.FAILURE_REPORT;
    if (!path) return;
    const report: TestReport = {
      passed: modules.reduce((sum, module) => sum + [...module.children.allTests('passed')].length, 0),
      failures: [
        ...modules.flatMap(failuresOf),
        ...unhandled.map(error => ({ file: '', reason: `Nobody handled: ${reasonOf([error])}` })),
      ],
    };
    writeFileSync(path, JSON.stringify(report, null, 2));
  }
}
