/** Set up before each file whose tests drive a browser: a test that fails leaves its traces. */
import { afterEach } from 'vitest';
import { isSecondAttempt, leaveTraces } from './traces';

interface Named {
  name: string;
  suite?: Named;
}

/** As vitest's `-t` matches it, and as scripts/failure-reporter.ts names it. */
const fullName = ({ name, suite }: Named): string => (suite ? `${fullName(suite)} ${name}` : name);

afterEach(async ({ task }) => {
  // A second attempt that passes leaves its traces, too: to be compared with the first one's.
  if (task.result?.state !== 'fail' && !isSecondAttempt) return;
  const errors = task.result?.errors ?? [];
  const result = errors.map(({ stack, message }) => stack ?? message).join('\n\n') || 'It passed.';
  await leaveTraces(fullName(task), result);
}, 120_000);
