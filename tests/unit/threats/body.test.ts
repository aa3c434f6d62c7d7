import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { bodyOf } from '@/utils/profile/body';
import { diff, same } from '@/utils/profile/diff';
import { type FieldName, fieldNames, fieldOf, isFieldName } from '@/utils/profile/fields';
import type { Values } from '@/utils/profile/record';
import { Edits } from '@/utils/save-data';

/** T35: whatever a page asks to save, the body has exactly the fields of the table that change, and nothing else. */
const foreign = [
  'Id',
  'CoworkerId',
  'Email',
  'User',
  'Active',
  'IsAdmin',
  '__proto__',
  'constructor',
  'toJSON',
  'OldPassword',
  'NewPassword',
];
const anyOf = (name: FieldName) => {
  const { kind } = fieldOf(name);
  if (kind === 'toggle') return fc.boolean();
  if (kind === 'country') return fc.integer({ min: 1, max: 2000 });
  return fc.constantFrom('', 'a', 'b', 'a, b', '2001-02-03', 'Male');
};
const values = fc
  .record(Object.fromEntries(fieldNames.map(name => [name, anyOf(name)])))
  .map(record => record as unknown as Values);
const edits = fc
  .uniqueArray(fc.constantFrom<string>(...fieldNames, ...foreign), { maxLength: 12 })
  .chain(names =>
    fc.tuple(...names.map(name => (isFieldName(name) ? anyOf(name) : fc.constant('planted')))).map(all =>
      // Own keys even where the name means something to an object.
      Object.fromEntries(names.map((name, index) => [name, { base: null, value: all[index] ?? null }])),
    ),
  );

test('the keys of the body are the keys that really change', () => {
  fc.assert(
    fc.property(values, edits, (saved, asked) => {
      const parsed = v.parse(Edits, asked);
      const body = bodyOf(diff(saved, parsed));
      const changed = fieldNames.filter(name => {
        const [held, edit] = [saved[name], Object.hasOwn(asked, name) ? asked[name] : undefined];
        return edit && held !== undefined && !same(fieldOf(name), held, edit.value as never);
      });
      expect(Object.keys(body).sort()).toEqual([...changed].sort());
    }),
    { numRuns: process.env.SOAK === '1' ? 10_000 : 2_000 },
  );
});
