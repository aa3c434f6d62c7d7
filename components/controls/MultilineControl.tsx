import type { Control } from './control';

/** Where `field-sizing` is not known, the rows follow the lines. */
const rowsOf = (value: string) => Math.min(8, Math.max(2, value.split('\n').length));

export const MultilineControl: Control<'multiline'> = ({ common, value, autocomplete, onEdit }) => (
  <textarea
    {...common}
    class="input"
    rows={rowsOf(value)}
    autocomplete={autocomplete}
    value={value}
    onInput={event => onEdit(event.currentTarget.value)}
  />
);
