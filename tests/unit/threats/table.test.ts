import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { type ThreatId, threatOf, threats } from '../../threats/table';

const folder = join(import.meta.dirname, '../../threats');
const files = readdirSync(folder).filter(file => file.endsWith('.test.ts'));
/** The threats that a file has a test of. */
const triedIn = Object.fromEntries(
  files.map(file => [
    file.replace('.test.ts', ''),
    new Set(
      [...readFileSync(join(folder, file), 'utf8').matchAll(/threat\(\s*'(T\d\d\w?)'/g)].map(([, id]) => id),
    ),
  ]),
);
/** Those that an audit found. */
const later = ['T60', 'T61', 'T62', 'T63', 'T64', 'T65', 'T66', 'T67'];
const ids = Object.keys(threats) as ThreatId[];

describe('the threats', () => {
  it('are T01 to T49, with what came between and after', () => {
    const numbered = Array.from({ length: 49 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`);
    expect([...ids].sort()).toEqual([...numbered, 'T35b', 'T36b', ...later].sort());
  });

  test.each(ids)('%s is tried where the table says', id => {
    const { tests, unit } = threatOf(id);
    expect(tests.length > 0 || unit).toBeTruthy();
    if (unit) expect(readFileSync(join(folder, `../unit/${unit}.test.ts`), 'utf8')).toMatch(`('${id} `);
    const found = Object.entries(triedIn).flatMap(([file, tried]) => (tried.has(id) ? [file] : []));
    expect(found.sort()).toEqual([...tests].sort());
  });
});
