import type { Country } from '../../utils/snapshot';

const names = new Map<string, Intl.DisplayNames>();

/** A country in the member's language; the portal's own name where its code says nothing. */
export function countryName({ code, name }: Country, language: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return name;
  const inLanguage =
    names.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  names.set(language, inLanguage);
  return inLanguage.of(code.toUpperCase()) ?? name;
}

let last:
  | { countries: readonly Country[]; language: string; sorted: { id: number; name: string }[] }
  | undefined;

/** Every country by name, as the language sorts them; both selects share one list. */
export function sortedCountries(countries: readonly Country[], language: string) {
  if (last?.countries !== countries || last.language !== language) {
    const { compare } = new Intl.Collator(language);
    const sorted = countries
      .map(country => ({ id: country.id, name: countryName(country, language) }))
      .sort((a, b) => compare(a.name, b.name));
    last = { countries, language, sorted };
  }
  return last.sorted;
}
