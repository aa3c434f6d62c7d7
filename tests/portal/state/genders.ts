import type { Json } from '../json';

const names = ['NotSet', 'Male', 'Female', 'Other', 'RatherNotSay'] as const;

/** Gender is 1 to 5 in the order of its names; 0 is a second spelling of NotSet. */
export const genders = {
  names,
  isName: (value: Json): boolean => (names as readonly Json[]).includes(value),
  isNumber: (value: Json): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 5,
  numberOf: (name: Json, notSet: 0 | 1): Json => {
    const index = (names as readonly Json[]).indexOf(name);
    return index <= 0 ? notSet : index + 1;
  },
  nameOf: (value: Json): Json =>
    typeof value === 'number' ? (names[Math.max(value - 1, 0)] ?? null) : value,
};
