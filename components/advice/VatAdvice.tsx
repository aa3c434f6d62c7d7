import { loadVat } from '../../utils/advice/vat';
import { countryName } from '../controls/countries';
import { t, words } from '../words';
import type { AdviceProps } from './Advice';
import { AdviceLine } from './AdviceLine';
import { useCountryCode, useSettled, useTouched } from './use-field';
import { useLoaded } from './use-loaded';

/** What the check digits of a VAT number say. It can be saved whatever they say. */
export function VatAdvice({ name, editor }: AdviceProps) {
  const typed = useSettled(String(editor.row(name).value.value ?? ''));
  const own = useCountryCode(editor, 'BillingCountryId');
  const personal = useCountryCode(editor, 'CountryId');
  const read = useLoaded(loadVat, useTouched(name, editor));
  const found = read?.(typed, own || personal);
  const country =
    found && countryName({ id: 0, name: found.country, code: found.country }, words.value.language);
  return (
    <AdviceLine
      text={country && t(found?.fits ? 'vat_fits' : 'vat_misfits', { country })}
      doubt={found && !found.fits}
    />
  );
}
