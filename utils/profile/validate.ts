import * as v from 'valibot';
import { fail, ok, type Result } from '../result';
import { type Edits, entriesOf, same } from './diff';
import { type FieldName, fieldOf } from './fields';
import { type Context, type Fault, faults, type Value } from './kinds';

export type FieldFaults = Partial<Record<FieldName, Fault>>;

const isFault = (text: string): text is Fault => (faults as readonly string[]).includes(text);

/** One field's value, tidied as it will be saved, or what is wrong with it. */
export function check(name: FieldName, value: unknown, context: Context): Result<Value, Fault> {
  const parsed = v.safeParse(fieldOf(name).edit(context), value, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const message = parsed.issues[0].message;
  return fail(isFault(message) ? message : 'unreadable');
}

/**
 * Every edit tidied as it will be saved, or every fault by field. An edit that tidying turns back into its base is no
 * change and falls away, so a stray space is never sent.
 */
export function validate(edits: Edits, context: Context): Result<Edits, FieldFaults> {
  const tidied: Record<string, Edits[FieldName]> = {};
  const found: FieldFaults = {};
  for (const [name, { base, value }] of entriesOf(edits)) {
    const field = fieldOf(name);
    if (same(field, value, base)) continue;
    const checked = check(name, value, context);
    if (!checked.ok) found[name] = checked.error;
    else if (!same(field, checked.value, base)) tidied[name] = { base, value: checked.value };
  }
  return Object.keys(found).length > 0 ? fail(found) : ok(tidied);
}

const anything: Context = { countries: new Set(), today: '9999-12-31' };

/** A value as it would be saved; what cannot be saved comes back as it is. */
export function tidy(name: FieldName, value: Value): Value {
  const checked = check(name, value, anything);
  return checked.ok ? checked.value : value;
}
