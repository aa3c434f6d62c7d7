/** Set up before each file whose tests drive a browser: a test that fails leaves its traces. */
import { afterEach } from 'vitest';
import { leaveTraces } from './traces';

interface Named {
  name: string;
  suite?: Named;
}

/** As vitest's `-t` matches it, and as scripts/failure-reporter.ts names it. */
const fullName = ({ name, suite }: Named): string => (suite ? `${fullName(suite)} ${name}` : name);

/** The tests that have a second chance in this run. Those that pass now leave traces, too: to be compared with the first ones. */
const { TESTS_AGAIN = '' } = process.env;
const triedAgain = TESTS_AGAIN.split('\n');

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' && !triedAgain.includes(fullName(task))) return;
  const errors = task.result?.errors ?? [];
  const result = errors.map(({ stack, message }) => stack ?? message).join('\n\n') || 'It passed.';
  await leaveTraces(fullName(task), result);
}, 120_000);
