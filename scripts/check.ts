/** `npm run check`: everything that can be said of the code without running it. Each line is one check. */
import { build, type Ran, run } from './shell';
import { budgets, type Part, targets, weigh } from './sizes';

interface Lint {
  errors: { code: string; message: string; file?: string }[];
  notices: unknown[];
  warnings: { code: string; message: string; file?: string }[];
}

/** The one warning that comes with Preact itself: its own line for innerHTML, which our policy never lets run. */
const known = (warning: Lint['warnings'][number]) =>
  warning.code === 'UNSAFE_VAR_ASSIGNMENT' && /^chunks\/|^background\.js$/.test(warning.file ?? '');

async function webExtLint(): Promise<Ran> {
  const { output } = await run(
    'web-ext',
    ['lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery', '--output', 'json'],
    { quiet: true },
  );
  const { errors, notices, warnings } = JSON.parse(
    output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1),
  ) as Lint;
  const allowed = warnings.filter(known);
  const others = [...errors, ...notices, ...warnings.filter(warning => !known(warning))];
  return {
    code: others.length === 0 && allowed.length <= 1 ? 0 : 1,
    output: JSON.stringify([...others, ...allowed], null, 2),
  };
}

/** Fails when a part of the build weighs more than its budget. */
export function sizes(build: string): Ran {
  const weights = weigh(build);
  const parts = Object.keys(budgets) as Part[];
  const lines = parts.map(part => {
    const target = budgets[part] === targets[part] ? '' : `; the target is ${targets[part]}`;
    return `${part}: ${weights[part]} of ${budgets[part]} bytes${target}`;
  });
  return { code: parts.every(part => weights[part] <= budgets[part]) ? 0 : 1, output: lines.join('\n') };
}

async function sizesOfBuild(): Promise<Ran> {
  const ran = sizes('.output/chrome-mv3');
  console.log(ran.output.replace(/^/gm, '      '));
  return ran;
}

const checks: readonly [name: string, check: () => Promise<Ran>][] = [
  ['builds and packages for both browsers', () => build('zip')],
  ['types', () => run('tsc', ['--noEmit'], { quiet: true })],
  ['lint and format', () => run('biome', ['check', '--error-on-warnings', '.'], { quiet: true })],
  [
    'import rules',
    () => run('vitest', ['run', '--project', 'unit', 'tests/unit/architecture.test.ts'], { quiet: true }),
  ],
  ['web-ext lint', webExtLint],
  ['sizes', sizesOfBuild],
];

/** Runs every check and gives how many passed, and the names of those that failed. */
export async function check(): Promise<{ passed: number; failed: string[] }> {
  const failed: string[] = [];
  for (const [name, look] of checks) {
    const { code, output } = await look();
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name}`);
    if (code === 0) continue;
    failed.push(name);
    console.log(output);
  }
  return { passed: checks.length - failed.length, failed };
}

if (process.argv[1]?.endsWith('check.ts')) {
  const { passed, failed } = await check();
  console.log(`${passed} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
