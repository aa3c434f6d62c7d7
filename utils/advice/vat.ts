/** What the check digits say. Advice: the number is saved whatever they say. */
export interface VatAdvice {
  fits: boolean;
  /** ISO code of the country whose rule was used. */
  country: string;
}

/** Checks one number; undefined for countries without check digits. `country` is the ISO code that a number without a prefix belongs to. */
export type ReadVat = (typed: string, country?: string) => VatAdvice | undefined;

/** Prefixes that are not the country's ISO code, and what the rule's own prefix is. */
const aliases: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB', CHE: 'CH' };
const ownPrefix: Readonly<Record<string, string>> = { GR: 'EL', CH: 'CHE' };
/** Numbers that are newer than their country's rule: it would call good ones bad. */
const newer: Readonly<Record<string, RegExp>> = { BE: /^1\d{9}$/, LV: /^32\d{9}$/ };
/** A pattern without check digits says too little to be repeated. */
const withoutChecksum = new Set(['AD', 'EU']);
/** Shorter texts are a beginning, or not a number at all. */
const shortest = 7;

const plain = (typed: string) => typed.toUpperCase().replace(/[\s./_-]/g, '');

/** The rules come as one chunk, when the tax field is first used. */
export async function loadVat(): Promise<ReadVat> {
  const { checkVAT, countries } = await import('jsvat');
  const rules = new Map(
    countries.map(rule => [rule.codes[0] ?? '', rule] as const).filter(([iso]) => !withoutChecksum.has(iso)),
  );
  const prefixes = [...rules.keys(), ...withoutChecksum, ...Object.keys(aliases)].sort(
    (a, b) => b.length - a.length,
  );

  const check = (iso: string, rest: string): VatAdvice | undefined => {
    const rule = rules.get(iso);
    if (!rule || newer[iso]?.test(rest)) return undefined;
    return { fits: checkVAT((ownPrefix[iso] ?? iso) + rest, [rule]).isValid, country: iso };
  };

  return (typed, country = '') => {
    const number = plain(typed);
    if (number.length < shortest || !/^[\dA-Z]+$/.test(number) || !/\d{3}/.test(number)) return undefined;
    const prefix = prefixes.find(each => number.startsWith(each));
    const named =
      prefix === undefined ? undefined : check(aliases[prefix] ?? prefix, number.slice(prefix.length));
    if (named?.fits) return named;
    // Without a prefix the billing country decides; a number may also begin with letters that only look like one.
    const local = check(country.toUpperCase(), number);
    return local?.fits || prefix === undefined ? local : named;
  };
}
