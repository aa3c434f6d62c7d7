import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/**
 * `useStage` puts browser and portal back before each test: what is done with them once for all tests of a file is gone from the second
 * one on, unless it is in the stage's `begin`. `npm run test:stress -- --shuffle` finds the rest.
 */
const root = join(import.meta.dirname, '../..');
const files = ['tests/e2e', 'tests/threats'].flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.test.ts'))
    .map(name => `${folder}/${name}`),
);

/** What the hooks of a source do once for all of its tests. */
const once = (source: string): string[] =>
  source.match(/^( *)beforeAll\((?:.*\);$|[\s\S]*?\n\1\}\);$)/gm) ?? [];
const usesStage = (hook: string) => /\bstage\b/.test(hook);

it('no browser test does anything with its stage once for all tests', () => {
  const found = files.filter(file => once(readFileSync(join(root, file), 'utf8')).some(usesStage));
  expect(found, 'Do it in `begin`, or in beforeEach.').toEqual([]);
});

it('finds what it looks for', () => {
  expect(
    once("  beforeAll(() => stage.signIn('ada'));\n  afterAll(() => {});").filter(usesStage),
  ).toHaveLength(1);
  expect(
    once('  beforeAll(async () => {\n    tab = await stage.signIn();\n  });\n').filter(usesStage),
  ).toHaveLength(1);
  expect(once('  beforeAll(() => unzip(zip));\n  const stage = useStage();').filter(usesStage)).toEqual([]);
  expect(files.flatMap(file => once(readFileSync(join(root, file), 'utf8'))).length).toBeGreaterThan(2);
});
