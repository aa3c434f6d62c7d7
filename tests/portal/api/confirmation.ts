import type { Json } from '../json';
import type { Switches } from '../switches';

/** One refused value, as the portal's validator tells it. */
export interface Refusal {
  AttemptedValue: Json;
  Message: string;
  PropertyName: string;
}

/** The envelope of every write. */
export interface Confirmation {
  WasSuccessful: boolean;
  Status: number;
  Message: string | null;
  Value: Json;
  Errors: Json;
}

export const done = (value: Json = null, message: string | null = null): Confirmation => ({
  WasSuccessful: true,
  Status: 200,
  Message: message,
  Value: value,
  Errors: null,
});

export const refused = (message: string, errors: Json = null, status = 400): Confirmation => ({
  WasSuccessful: false,
  Status: status,
  Message: message,
  Value: null,
  Errors: errors,
});

const shapes: Record<Switches['errors'], (refusals: Refusal[]) => Json> = {
  array: refusals => refusals.map(refusal => ({ ...refusal })),
  object: refusals => {
    const byField = new Map<string, string[]>();
    for (const { PropertyName, Message } of refusals)
      byField.set(PropertyName, [...(byField.get(PropertyName) ?? []), Message]);
    return Object.fromEntries(byField);
  },
  strings: refusals => refusals.map(({ Message }) => Message),
  text: refusals => refusals.map(({ Message }) => Message).join(' '),
};

/** The refusal of a PATCH in the dialect that the switches name: the HTTP status and the envelope. */
export function refusalOf(
  refusals: Refusal[],
  { errors, refusal, echoValues }: Switches,
): [200 | 400, Confirmation] {
  const told = echoValues ? refusals : refusals.map(one => ({ ...one, AttemptedValue: null }));
  const envelope = refused('Some of the information you entered is not valid.', shapes[errors](told));
  if (refusal === 'status 400') return [400, envelope];
  return [200, refusal === 'not successful' ? envelope : { ...envelope, WasSuccessful: true }];
}
