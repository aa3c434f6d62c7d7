/** T27: keys that mean something to an object. */
export const poisonousKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toJSON',
  'then',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];
/** Where in a record such a key may stand: the object that has it, at five depths. */
export const nestings: readonly ((inner: string) => string)[] = [
  inner => inner,
  inner => `{"FullName":"x",${inner.slice(1)}`,
  inner => `{"Country":${inner}}`,
  inner => `{"Address":${inner}}`,
  inner => `{"Country":{"Id":${inner}}}`,
];
