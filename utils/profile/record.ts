import * as v from 'valibot';
import { type FieldName, fieldOf, fields, type Row } from './fields';
import { tooLong, type Value } from './kinds';

export type Values = Readonly<Partial<Record<FieldName, Value>>>;

/** A profile as read from the portal. A field is in exactly one of the three: readable, locked, or missing. */
export interface Reading {
  values: Values;
  /** The portal holds something that cannot be read: shown as such, never written. */
  locked: readonly FieldName[];
  /** The beginnings of those that are locked because they are too long. */
  cut: Readonly<Partial<Record<FieldName, string>>>;
  /** The portal's reply lacks the key: this portal does not offer the field. */
  missing: readonly FieldName[];
  /** The portal's own spelling, for the rows whose wire form follows it. */
  held: Readonly<Partial<Record<FieldName, unknown>>>;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function heldOf(field: Row, json: Json): unknown {
  if (Object.hasOwn(json, field.name) && json[field.name] != null) return json[field.name];
  const nested = field.nested && Object.hasOwn(json, field.nested) ? json[field.nested] : undefined;
  if (isObject(nested) && Object.hasOwn(nested, 'Id')) return nested.Id;
  return Object.hasOwn(json, field.name) ? json[field.name] : undefined;
}

/**
 * Reads what the portal sent, field by field, so that one odd value costs one field.
 * `wanted` limits the reading to the fields that the resource holds.
 */
export function readRecord(json: unknown, wanted: (field: Row) => boolean = () => true): Reading {
  const source = isObject(json) ? json : {};
  const values: Partial<Record<FieldName, Value>> = {};
  const held: Partial<Record<FieldName, unknown>> = {};
  const locked: FieldName[] = [];
  const cut: Partial<Record<FieldName, string>> = {};
  const missing: FieldName[] = [];
  for (const field of fields.filter(wanted)) {
    const raw = heldOf(field, source);
    const parsed = raw === undefined ? undefined : v.safeParse(field.read, raw);
    if (!parsed) missing.push(field.name);
    else if (!parsed.success) {
      locked.push(field.name);
      const beginning = tooLong(field, raw);
      if (beginning !== undefined) cut[field.name] = beginning;
    } else {
      values[field.name] = parsed.output;
      held[field.name] = raw;
    }
  }
  return { values, locked, cut, missing, held };
}

export const noReading: Reading = { values: {}, locked: [], cut: {}, missing: [], held: {} };

/** Readings of two resources as one. */
export const joinReadings = (a: Reading, b: Reading): Reading => ({
  values: { ...a.values, ...b.values },
  locked: [...a.locked, ...b.locked],
  cut: { ...a.cut, ...b.cut },
  missing: [...a.missing, ...b.missing],
  held: { ...a.held, ...b.held },
});

/** Whether the portal holds nothing for a switch, which then only reads as off. */
export const isUnset = ({ held }: Reading, name: FieldName): boolean =>
  held[name] === null && fieldOf(name).nullable === true;

/** A reading in which some fields cannot be read after all. */
export const withLocked = (reading: Reading, names: readonly FieldName[]): Reading => ({
  ...reading,
  values: Object.fromEntries(
    Object.entries(reading.values).filter(([name]) => !(names as readonly string[]).includes(name)),
  ),
  locked: [...reading.locked, ...names],
});
