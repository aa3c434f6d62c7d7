import * as v from 'valibot';
import { shortened } from '../plain-text';

/** How many refusals of one answer are shown, and how long each may be (F14, F15). */
const mostRefusals = 50;
const longestMessage = 300;
/** How much of a text is looked at, and how deep lists in lists are followed: an answer may be a megabyte of either. */
const mostRead = 4_000;
const deepest = 3;

/** One thing that the portal refused; `field` is its own name for the field, '' when it named none. */
export interface Refusal {
  field: string;
  message: string;
}

/** What an answer to a write says. `unclear` is everything that does not say either way. */
export type Verdict =
  | { kind: 'done' }
  | { kind: 'refused'; message: string; refusals: Refusal[] }
  | { kind: 'unclear' };

const Envelope = v.object({
  WasSuccessful: v.boolean(),
  Status: v.optional(v.nullable(v.number())),
});

// Control characters and the invisible ones that turn text around could make a sentence say something else (T34); halves of
// characters are no text.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;

/** The portal's words as one short line of plain text. */
export function quoted(text: unknown): string {
  if (typeof text !== 'string') return '';
  const line = text
    .slice(0, mostRead)
    .replace(/<[^<>]*>/g, ' ')
    .replace(unseen, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(line, longestMessage);
}

const asObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

/** The names under which each part of a refusal may come, in lower case: the portal's own, and those of the framework under it. */
const keys = {
  errors: ['errors', 'modelstate'],
  field: ['propertyname'],
  message: ['message', 'errormessage'],
  summary: ['message', 'detail', 'title'],
};

/** The values that an object has under some names, whatever their case, in the order of the names. */
const valuesOf = (object: Record<string, unknown>, names: readonly string[]): unknown[] => {
  const entries = Object.entries(object).map(([key, value]) => [key.toLowerCase(), value] as const);
  return names.flatMap(name => entries.filter(([key]) => key === name).map(([, value]) => value));
};
const textOf = (object: Record<string, unknown>, names: readonly string[]): string =>
  valuesOf(object, names).map(quoted).find(Boolean) ?? '';

function refusalOf(entry: unknown, field = '', depth = 0): Refusal[] {
  if (typeof entry === 'string') return [{ field, message: quoted(entry) }];
  if (Array.isArray(entry)) {
    if (depth === deepest) return [];
    return entry.slice(0, mostRefusals).flatMap(each => refusalOf(each, field, depth + 1));
  }
  const object = asObject(entry);
  if (!object) return [];
  return [{ field: textOf(object, keys.field) || field, message: textOf(object, keys.message) }];
}

/** `Errors` is documented only as "validation error object": an array, an object by field, strings, or one string. */
function refusalsOf(errors: unknown): Refusal[] {
  const object = asObject(errors);
  return object && valuesOf(object, [...keys.field, ...keys.message]).length === 0
    ? Object.entries(object)
        .slice(0, mostRefusals)
        .flatMap(([field, entry]) => refusalOf(entry, quoted(field)))
    : refusalOf(errors);
}

/** What an object that refuses says: in one sentence, and of which fields. */
const refusalIn = (object: Record<string, unknown>): Verdict => ({
  kind: 'refused',
  message: textOf(object, keys.summary),
  refusals: valuesOf(object, keys.errors).flatMap(refusalsOf).slice(0, mostRefusals),
});

/** Reads the body of an answer with a 2xx or 4xx status. `body` is the parsed JSON, or the text where it is not JSON. */
export function verdictOf(status: number, body: unknown): Verdict {
  const envelope = v.safeParse(Envelope, body);
  const accepted = status >= 200 && status < 300;
  if (accepted) {
    if (!envelope.success) return { kind: 'unclear' };
    const { WasSuccessful, Status } = envelope.output;
    if (WasSuccessful && !((Status ?? 0) >= 400)) return { kind: 'done' };
  }
  const object = asObject(body);
  return object ? refusalIn(object) : { kind: 'refused', message: quoted(body), refusals: [] };
}
