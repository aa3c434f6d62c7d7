import type { Kind, ValueOf } from '../../utils/profile/kinds';
import { t } from '../words';
import type { Control, ControlProps } from './control';

type TextKind = { [K in Kind]: ValueOf[K] extends string ? K : never }[Kind];

/** How a kind differs from plain text. */
interface Look {
  type?: 'text' | 'email' | 'tel';
  inputMode?: 'numeric' | 'url';
  placeholder?: string;
  spellcheck?: boolean;
  autocapitalize?: 'off' | 'characters';
  dir?: 'ltr';
}

/** One line of text. */
export function Line<K extends TextKind>({
  common,
  value,
  autocomplete,
  onEdit,
  look: { type = 'text', ...look } = {},
}: ControlProps<K> & { look?: Look | undefined }) {
  return (
    <input
      {...common}
      class="input"
      type={type as 'text'}
      autocomplete={autocomplete}
      value={value}
      onInput={event => onEdit(event.currentTarget.value as ValueOf[K])}
      {...look}
    />
  );
}

const line =
  <K extends TextKind>(look?: () => Look): Control<K> =>
  props => <Line {...props} look={look?.()} />;

/** What is a code rather than prose: not spell-checked, and written left to right in every language. */
export const code: Look = { spellcheck: false, autocapitalize: 'off', dir: 'ltr' };

export const TextControl = line<'text'>();
// Our own sentences say what is wrong; the browser's bubble would close with the popup.
export const EmailControl = line<'email'>(() => ({ ...code, type: 'email' }));
export const PhoneControl = line<'phone'>(() => ({ ...code, type: 'tel' }));
export const TaxControl = line<'tax'>(() => ({ ...code, autocapitalize: 'characters' }));
// Plain text on purpose: native pickers close popups.
export const DateControl = line<'date'>(() => ({
  ...code,
  inputMode: 'numeric',
  placeholder: t('date_shape'),
}));
