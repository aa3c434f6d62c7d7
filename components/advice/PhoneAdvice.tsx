import { loadPhone, type PhoneAdvice as Reading } from '../../utils/advice/phone';
import { countryName } from '../controls/countries';
import { t, words } from '../words';
import type { AdviceProps } from './Advice';
import { AdviceLine } from './AdviceLine';
import { useCountryCode, useSettled, useTouched } from './use-field';
import { useLoaded } from './use-loaded';

function say(reading: Reading): string {
  if (reading.kind !== 'reads') return t(`phone_${reading.kind}`);
  const { number, country } = reading;
  // Digits run left to right in every language.
  if (!country) return `\u2066${number}\u2069`;
  const name = countryName({ id: 0, name: country, code: country }, words.value.language);
  return t('phone_reads', { number, country: name });
}

/** How a phone number reads, or what looks odd about it. What is typed stays as it is. */
export function PhoneAdvice({ name, editor }: AdviceProps) {
  const typed = useSettled(String(editor.row(name).value.value ?? ''));
  const country = useCountryCode(editor, 'CountryId');
  const read = useLoaded(loadPhone, useTouched(name, editor));
  const reading = read?.(typed, country);
  return <AdviceLine text={reading && say(reading)} doubt={reading && reading.kind !== 'reads'} />;
}
