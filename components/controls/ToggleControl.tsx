import { labelOf, t } from '../words';
import type { Control } from './control';

export const ToggleControl: Control<'toggle'> = ({ field, common, value, pending, onEdit }) => (
  <input
    {...common}
    class="switch"
    type="checkbox"
    // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
    role="switch"
    aria-busy={pending ? 'true' : undefined}
    aria-label={pending ? t('switch_pending', { field: labelOf(field.name) }) : undefined}
    checked={value}
    // One change at a time: a second click waits for the portal's answer to the first.
    onClick={event => pending && event.preventDefault()}
    onChange={event => onEdit(event.currentTarget.checked)}
  />
);
