import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff, type Edits, entriesOf, same } from '@/utils/profile/diff';
import { type FieldName, fieldNames, fieldOf } from '@/utils/profile/fields';
import type { Value } from '@/utils/profile/kinds';
import { merge } from '@/utils/profile/merge';
import type { Values } from '@/utils/profile/record';
import { check, tidy, validate } from '@/utils/profile/validate';
import { context, profile, typedIn, typing } from '../../engine/arbitrary';

/** What a person would call the same, said a second time and without the table. */
function plain(name: FieldName, value: Value): string {
  if (name === 'ProfileTags')
    return [
      ...new Set(
        String(value)
          .split(/[,\n]/)
          .map(tag => tag.trim()),
      ),
    ]
      .filter(tag => tag !== '')
      .join('|');
  return typeof value === 'string' ? `s${value.split('\r\n').join('\n')}` : `${typeof value}${value}`;
}

type Step =
  | { do: 'type'; name: FieldName; value: Value }
  | { do: 'revert'; name: FieldName }
  | { do: 'discard' };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: typing.map(typed => ({ do: 'type' as const, ...typed })) },
  { weight: 2, arbitrary: fc.constantFrom(...fieldNames).map(name => ({ do: 'revert' as const, name })) },
  { weight: 1, arbitrary: fc.constant({ do: 'discard' as const }) },
);

const forms = fieldNames.filter(name => fieldOf(name).apply === 'on save');

function bodyOf(edits: Edits, now: Values) {
  const checked = validate(edits, context);
  return checked.ok ? merge(checked.value, now) : undefined;
}

describe('over random edit sequences', () => {
  it('the body has exactly the fields that were really changed (10,000 sequences)', () => {
    fc.assert(
      fc.property(profile, fc.array(step, { maxLength: 8 }), (saved, steps) => {
        const last = new Map<FieldName, Value>();
        for (const each of steps) {
          if (each.do === 'discard') last.clear();
          else if (each.do === 'revert') last.delete(each.name);
          else last.set(each.name, each.value);
        }
        const edits = Object.fromEntries(
          [...last].map(([name, value]) => [name, { base: saved[name] as Value, value }]),
        );
        const merged = bodyOf(diff(saved, edits), saved);
        const changed = [...last]
          .filter(([name, typed]) => {
            const tidied = check(name, typed, context);
            if (!tidied.ok) throw new Error(`${name}: ${JSON.stringify(typed)} should have been fine`);
            const was = saved[name] as Value;
            return plain(name, typed) !== plain(name, was) && plain(name, tidied.value) !== plain(name, was);
          })
          .map(([name]) => name);
        expect(Object.keys(merged?.send ?? {}).sort()).toEqual(changed.sort());
        expect(merged?.conflicts).toEqual({});
      }),
      { numRuns: 10_000 },
    );
  });

  it('conflicts are exactly the fields that both changed, to different values', () => {
    fc.assert(
      fc.property(
        profile,
        fc.array(typing, { maxLength: 6 }),
        fc.array(typing, { maxLength: 6 }),
        (base, mine, theirs) => {
          const edits = Object.fromEntries(
            mine.map(({ name, value }) => [name, { base: base[name] as Value, value }]),
          );
          const now = { ...base, ...Object.fromEntries(theirs.map(({ name, value }) => [name, value])) };
          const merged = bodyOf(edits, now);
          const tidied = validate(edits, context);
          if (!tidied.ok || !merged) throw new Error('all of these can be saved');
          const bothChanged = entriesOf(tidied.value).filter(
            ([name, { value }]) =>
              plain(name, now[name] as Value) !== plain(name, base[name] as Value) &&
              plain(name, now[name] as Value) !== plain(name, value),
          );
          expect(Object.keys(merged.conflicts).sort()).toEqual(bothChanged.map(([name]) => name).sort());
          // Every edit goes exactly one way.
          const ways = [
            ...Object.keys(merged.send),
            ...merged.already,
            ...Object.keys(merged.conflicts),
            ...merged.closed,
          ];
          expect(ways.sort()).toEqual(Object.keys(tidied.value).sort());
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('never sends what the portal already holds, nor over what the member has not seen', () => {
    fc.assert(
      fc.property(profile, profile, fc.array(typing, { maxLength: 10 }), (base, now, mine) => {
        const edits = Object.fromEntries(
          mine.map(({ name, value }) => [name, { base: base[name] as Value, value }]),
        );
        for (const [name, { value }] of entriesOf(bodyOf(edits, now)?.send ?? {})) {
          expect(same(fieldOf(name), now[name] as Value, value)).toBe(false);
          expect(same(fieldOf(name), now[name] as Value, base[name] as Value)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe.each(forms)('%s', name => {
  const field = fieldOf(name);
  it('is tidied once: what is saved stays as it is', () => {
    fc.assert(
      fc.property(typedIn(field), typed => {
        const once = tidy(name, typed);
        expect(tidy(name, once)).toEqual(once);
        const base = { ok: true, value: {} };
        expect(validate({ [name]: { base: once, value: once } }, context)).toEqual(base);
      }),
      { numRuns: 100 },
    );
  });

  it('does not fall over whatever is typed, and says why where it says no', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)), typed => {
        const checked = validate({ [name]: { base: 'a', value: typed } }, context);
        if (!checked.ok) expect(checked.error[name]).toBeTruthy();
        else
          for (const [, edit] of entriesOf(checked.value))
            expect(check(name, edit.value, context).ok).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
