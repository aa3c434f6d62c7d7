import type { CountryCode } from 'libphonenumber-js/min';

/** How a number reads, or what looks odd about it. Advice: what was typed is kept as it is. */
export type PhoneAdvice =
  | { kind: 'reads'; number: string; e164: string; country: string | undefined }
  | { kind: 'short' | 'long' | 'odd' | 'noCountry' };

/** Reads one number; undefined where there is nothing worth saying. `country` is the ISO code that a number without one belongs to. */
export type ReadPhone = (typed: string, country?: string) => PhoneAdvice | undefined;

const oddities = { TOO_SHORT: 'short', TOO_LONG: 'long', INVALID_LENGTH: 'odd' } as const;
/** Fewer digits than this are an internal number or a beginning. */
const fewest = 6;

const digitsOf = (text: string) => text.match(/\p{Nd}/gu)?.length ?? 0;

/** The numbering plans come as one chunk, when a phone field is first used. */
export async function loadPhone(): Promise<ReadPhone> {
  const {
    default: parse,
    isSupportedCountry,
    validatePhoneNumberLength,
  } = await import('libphonenumber-js/min');
  return (text, country = '') => {
    const typed = text.replace(/^\s*tel:/i, '');
    if (digitsOf(typed) < fewest) return undefined;
    const iso = country.toUpperCase();
    const defaultCountry: CountryCode | undefined = isSupportedCountry(iso) ? iso : undefined;
    // Nothing is picked out of a longer text: a field that holds two numbers, or a note, is the member's own business.
    const options = { extract: false, ...(defaultCountry && { defaultCountry }) };
    const number = parse(typed, options);
    // Of the right length is enough: numbers are given out faster than plans are published, and a film's number is a number.
    // Where a 0 in front is left over, it was dialled at home and digits are missing.
    if (number?.isValid() || (number?.isPossible() && !number.nationalNumber.startsWith('0')))
      return {
        kind: 'reads',
        number: number.formatInternational(),
        e164: number.number,
        country: number.country ?? number.getPossibleCountries()[0],
      };
    const length = validatePhoneNumberLength(typed, options);
    if (length === 'INVALID_COUNTRY') return /\+/.test(typed) ? { kind: 'odd' } : { kind: 'noCountry' };
    if (length === 'NOT_A_NUMBER') return undefined;
    return { kind: length ? oddities[length] : 'odd' };
  };
}
