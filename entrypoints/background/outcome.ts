import type { Classified } from '../../utils/portal/classify';
import { quoted } from '../../utils/portal/envelope';
import { withoutName } from '../../utils/portal/property-name';
import { type Problem, problem } from '../../utils/problem';
import { type Edits, entriesOf, normal, same } from '../../utils/profile/diff';
import { fieldNamed } from '../../utils/profile/field-named';
import { type FieldName, fieldOf, type Row } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import { isUnset, withLocked } from '../../utils/profile/record';
import type { Outcome } from '../../utils/save-data';
import type { Shown } from './read-portal';

/** What reading back found of the fields that were sent. */
export type Found = Pick<Outcome, 'saved' | 'changed' | 'notKept'>;

export const pick = (edits: Edits, names: readonly FieldName[]): Edits =>
  Object.fromEntries(names.filter(name => edits[name]).map(name => [name, edits[name]]));

/** Whether a refusal of several fields may still have kept some: only the portal's own "no" to the values leaves that open. */
export const worthReading = (answer: Classified, send: Edits): boolean =>
  answer.kind === 'refused' && answer.problem.code === 'refused' && Object.keys(send).length > 1;

/** The portal's words at the fields it named, each as one text; the rest of them in a list. */
export function placed(answer: Classified): Partial<Outcome> {
  if (answer.kind !== 'refused') return {};
  const texts = new Map<FieldName, Set<string>>();
  for (const { field, message } of answer.refusals) {
    const name = fieldNamed(field);
    if (name) texts.set(name, (texts.get(name) ?? new Set()).add(withoutName(message, name)));
  }
  return {
    refusals: Object.fromEntries([...texts].map(([name, all]) => [name, quoted([...all].join(' '))])),
    otherRefusals: answer.refusals.filter(({ field }) => !fieldNamed(field)),
  };
}

/** What is known of a save that could not be read back. */
export const unread = (answer: Classified): Problem => {
  if (answer.kind === 'accepted') return problem('unconfirmed');
  return answer.kind === 'refused' ? answer.problem : problem('unknown');
};

const folded = (field: Row, value: Value) => String(normal(field, value)).toLowerCase().replace(/\s+/g, '');

/** What a portal makes of a value by tidying it: other capitals, other spaces. */
export const alike = (field: Row, a: Value, b: Value): boolean => folded(field, a) === folded(field, b);

/**
 * Field by field: kept as wanted, kept as something else, or still what it was. A third value is the portal's doing when it
 * said yes; without its word it may be anybody's, and then only what looks like ours counts: the edit of any other is kept.
 */
export function compare(send: Edits, { reading }: Shown, answer: Classified): Found {
  const found: Found = { saved: [], changed: {}, notKept: [] };
  for (const [name, { base, value }] of entriesOf(send)) {
    const field = fieldOf(name);
    const got = reading.values[name];
    if (got === undefined) found.notKept.push(name);
    else if (same(field, got, value)) found.saved.push(name);
    else if (same(field, got, base) || (answer.kind !== 'accepted' && !alike(field, got, value)))
      found.notKept.push(name);
    else {
      found.saved.push(name);
      found.changed[name] = { wanted: value, got };
    }
  }
  return found;
}

/**
 * What reading back showed, without the switches that are still not set after the portal said yes to turning them on: it does not
 * keep them, so nobody can say from here whether they are off.
 */
export function lockUnkept(send: Edits, shown: Shown, answer: Classified): Shown {
  if (answer.kind !== 'accepted') return shown;
  const unkept = entriesOf(send).filter(
    ([name, { value }]) => value === true && isUnset(shown.reading, name),
  );
  return unkept.length === 0
    ? shown
    : {
        ...shown,
        reading: withLocked(
          shown.reading,
          unkept.map(([name]) => name),
        ),
      };
}

/** What a save came to, once the portal was read back. */
export function verdict(answer: Classified, found: Found): Partial<Outcome> {
  const changed = Object.keys(found.changed).length > 0;
  if (found.notKept.length === 0) return { problem: changed ? problem('changed') : undefined };
  if (answer.kind === 'accepted') return { problem: problem('notKept') };
  return { problem: answer.problem };
}

/** The edits that take a save back: from what the portal now shows to what it held before. */
export const undoOf = (done: Edits, { reading }: Shown): Edits | undefined => {
  const back = entriesOf(done).flatMap(([name, { base }]) => {
    const now = reading.values[name];
    return now === undefined || same(fieldOf(name), now, base)
      ? []
      : [[name, { base: now, value: base }] as const];
  });
  return back.length > 0 ? Object.fromEntries(back) : undefined;
};
