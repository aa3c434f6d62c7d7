import { painted } from '../painted';
import { t, words } from '../words';
import type { Control } from './control';
import { countryName, sortedCountries } from './countries';

/** The portal's countries in the member's language. An id that the list lacks is shown as it is. */
export const CountryControl: Control<'country'> = ({ common, value, autocomplete, countries, onEdit }) => {
  const { language } = words.value;
  const own = countries.value.find(country => country.id === value);
  // Until then a select holds only its own country.
  const options = painted.value ? sortedCountries(countries.value, language) : [];
  const listed = own && options.length > 0;
  return (
    <select
      {...common}
      class="input"
      autocomplete={autocomplete}
      value={value ?? ''}
      onChange={event => onEdit(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
    >
      {(value === null || value === 0) && <option value={value ?? ''}>{t('country_none')}</option>}
      {value !== null && value !== 0 && !listed && (
        <option value={value}>
          {own ? countryName(own, language) : t('country_unknown', { id: value })}
        </option>
      )}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
};
