/**
 * A browser test that fails is run once more, alone, in a fresh browser. One that passes then is flaky: it is counted and named, and
 * costs the run nothing, as long as there are few of them.
 */

/** A failure in one run of a test project, such as `e2e-firefox`. */
export interface Failure {
  run: string;
  /** Empty where the run itself failed. */
  file: string;
  /** Absent where a whole file failed outside its tests. */
  test?: string;
  reason: string;
  /** Where its traces are: pictures, consoles, the portal's log. */
  folder?: string;
  /** Runs it once more by itself. Unit tests have none: they depend on nothing that could change. */
  again?: () => Promise<Count>;
}

/** What a run of tests came to. */
export interface Count {
  passed: number;
  failures: Failure[];
  /** What each threat said: what was tried, what was found, where. */
  threats?: string[];
}

export interface Verdict {
  flaky: Failure[];
  /** What failed twice, or had no second chance. */
  failed: Failure[];
  /** The second runs, for what they said. */
  again: Count[];
}

/** A run with more flaky tests than this fails: it leans on chance. */
export const MAX_FLAKY = 2;

/** With more failures than this something is broken, and a second look at each would only take long. */
export const MAX_SECOND_CHANCES = 10;

export const nameOf = ({ run, file, test }: Failure): string =>
  [run, test || file].filter(Boolean).join(': ');

/** Runs each failure that has a second chance once more, one after the other. */
export async function giveSecondChances(failures: readonly Failure[]): Promise<Verdict> {
  const verdict: Verdict = { flaky: [], failed: [], again: [] };
  const isBroken = failures.length > MAX_SECOND_CHANCES;
  for (const failure of failures) {
    const again = isBroken ? undefined : await failure.again?.();
    if (again) verdict.again.push(again);
    const passes = again && again.passed > 0 && again.failures.length === 0;
    verdict[passes ? 'flaky' : 'failed'].push(failure);
  }
  return verdict;
}

const described = (kind: 'failed' | 'flaky') => (failure: Failure) =>
  [
    `— ${kind}: ${nameOf(failure)}`,
    failure.reason.replace(/^/gm, '  '),
    failure.folder && `  Traces: ${failure.folder}`,
  ]
    .filter(Boolean)
    .join('\n');

/** The last lines of a run and its exit code. `passed` counts the tests that passed at once. */
export function closing(passed: number, { flaky, failed }: Verdict): { text: string; exitCode: 0 | 1 } {
  const tooMany = flaky.length > MAX_FLAKY;
  const failedInAll = failed.length + (tooMany ? flaky.length : 0);
  const passedInAll = passed + (tooMany ? 0 : flaky.length);
  const lines = [
    ...failed.map(described('failed')),
    ...flaky.map(described('flaky')),
    ...(flaky.length > 0 ? [`flaky: ${flaky.length} (${flaky.map(nameOf).join('; ')})`] : []),
    ...(tooMany ? [`More than ${MAX_FLAKY} flaky tests fail the run.`] : []),
    `${passedInAll} passed, ${failedInAll} failed`,
  ];
  return { text: lines.join('\n'), exitCode: failedInAll > 0 ? 1 : 0 };
}
