import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sizes } from '../../scripts/check';
import { budgets, type Part } from '../../scripts/sizes';

/** Random bytes written as text pack back into about as many. */
const weighing = (bytes: number) => `/*${randomBytes(Math.round(bytes)).toString('base64')}*/`;

let build: string;
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'nametag-sizes-'));
  for (const folder of ['content-scripts', 'chunks']) mkdirSync(join(build, folder));
  writeFileSync(join(build, 'popup.html'), '<script type="module" src="/chunks/popup.js"></script>');
  // The weight is in what the page's script imports, statically: it counts; what it loads later does not.
  writeFileSync(join(build, 'chunks/popup.js'), 'import "./mount.js"; import("./later.js");');
  writeFileSync(join(build, 'chunks/later.js'), weighing(200_000));
});
afterEach(() => rmSync(build, { recursive: true, force: true }));

const files: Record<Part, string> = {
  popup: 'chunks/mount.js',
  'early script': 'early.js',
  'content script': 'content-scripts/portal.js',
  background: 'background.js',
};

function put(weights: Record<Part, number>) {
  for (const [part, file] of Object.entries(files))
    writeFileSync(join(build, file), weighing(weights[part as Part]));
}
const within = Object.fromEntries(
  Object.entries(budgets).map(([part, budget]) => [part, budget * 0.8]),
) as Record<Part, number>;

it('a build within its budgets passes', () => {
  put(within);
  expect(sizes(build)).toMatchObject({ code: 0 });
});

it.each(Object.keys(files) as Part[])('a %s over its budget fails the check, by name', part => {
  put({ ...within, [part]: budgets[part] * 1.1 });
  const { code, output } = sizes(build);
  expect(code).toBe(1);
  expect(output).toMatch(new RegExp(`^${part}: \\d+ of ${budgets[part]} bytes`, 'm'));
});
