/**
 * The portal's own names for fields, as its refusals spell them: `BillingEmail`, `billingEmail`, `Coworker.BillingEmail`,
 * `$.billingEmail`. Case and prefix say nothing; the last part is the name.
 */
const partsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^a-z0-9_]+/)
    .filter(Boolean);

/** Which field a name stands for, of some by their names in lower case. What holds an id may be named by itself: `Country.Id`. */
export function matchName<N extends string>(name: string, fields: ReadonlyMap<string, N>): N | undefined {
  const parts = partsOf(name);
  if (parts.at(-1) === 'id') parts.pop();
  return fields.get(parts.at(-1) ?? '');
}

/** A sentence without the field's name in front of it, as in “Coworker.BillingEmail: Too long.”; it stands at the field. */
export function withoutName(sentence: string, name: string): string {
  const rest = new RegExp(`^["'“‘(]*(?:[\\w$]+\\.)*${name}["'”’)]*\\s*[:–—-]\\s+(?=\\S)`, 'i').exec(sentence);
  return rest ? sentence.slice(rest[0].length) : sentence;
}

/**
 * A sentence with the label in place of the portal's name for the field, prefix and all. A name that is an ordinary word (`Position`,
 * `State`) is looked for only as the portal writes it.
 */
export function withLabel(sentence: string, name: string, label: string): string {
  const isWord = !/[a-z][A-Z]/.test(name);
  return sentence.replace(new RegExp(`(?:[\\w$]+\\.)*\\b${name}\\b`, isWord ? 'g' : 'gi'), () => label);
}
