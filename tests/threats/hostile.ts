import { type FieldName, fields } from '../../utils/profile/fields';
import type { Json } from '../portal/json';
import type { Portal } from '../portal/portal';

type Make = (position: string) => unknown;

/** The wire names whose value is text that the editor shows. */
export const textFields: readonly FieldName[] = fields
  .filter(({ kind }) => kind !== 'toggle' && kind !== 'country')
  .map(({ name }) => name);

const isObject = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text of an answer, at any depth, as something else; the path of each is told to `make`. */
export function replaced(json: unknown, make: Make, path = ''): unknown {
  if (typeof json === 'string') return make(path);
  if (Array.isArray(json))
    return json.slice(0, 12).map((each, index) => replaced(each, make, `${path}[${index}]`));
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, replaced(value, make, path ? `${path}.${key}` : key)]),
  );
}

const reads = /^\/(en\/profile|login\/me|api\/public\/(coworkers\/(profiles|published)|countries))$/;

/** Makes every answer to a read hostile at every position that holds text, and at every text field of the profile even if it is null. */
export function hostileReads(portal: Portal, make: Make) {
  return portal.faults.add({
    match: { method: 'GET', path: reads, where: ({ origin }) => !origin?.startsWith('https:') },
    times: Number.POSITIVE_INFINITY,
    change(json, { path }) {
      const changed = replaced(json, position => make(`${path}: ${position}`));
      if (!path.endsWith('/profile') || !isObject(changed)) return changed;
      return { ...changed, ...Object.fromEntries(textFields.map(name => [name, make(`profile: ${name}`)])) };
    },
  });
}

/** Refuses the next write with hostile words at the form and at each field. */
export const hostileRefusal = (
  portal: Portal,
  make: Make,
  names: readonly string[] = fields.map(({ name }) => name),
) =>
  portal.faults.add({
    match: { method: 'PATCH' },
    answer: {
      status: 400,
      json: {
        WasSuccessful: false,
        Status: 400,
        Message: make('refusal: Message'),
        Value: make('refusal: Value'),
        Errors: [
          ...names.map(name => ({
            PropertyName: name,
            Message: make(`refusal: ${name}`),
            AttemptedValue: make('refusal: AttemptedValue'),
          })),
          { PropertyName: make('refusal: PropertyName'), Message: make('refusal: unknown field') },
        ],
      },
    },
  });
