import type { MessageKey } from '../../utils/i18n';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import type { Country } from '../../utils/snapshot';
import { countryName } from '../controls/countries';
import { t, words } from '../words';

/** A value as a member reads it; '' for an empty one. */
export function sayValue(name: FieldName, value: Value, countries: readonly Country[]): string {
  const { kind, choices } = fieldOf(name);
  if (typeof value === 'boolean') return t(value ? 'on' : 'off');
  if (kind === 'country') {
    const country = countries.find(({ id }) => id === value);
    if (country) return countryName(country, words.value.language);
    return value ? t('country_unknown', { id: Number(value) }) : '';
  }
  if (kind === 'choice' && choices?.includes(String(value))) return t(`choice_${value}` as MessageKey);
  return String(value ?? '');
}
