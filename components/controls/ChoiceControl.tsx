import type { MessageKey } from '../../utils/i18n';
import { t } from '../words';
import type { Control } from './control';

/** One of a few. A value that the table does not know is shown as it is and can be kept. */
export const ChoiceControl: Control<'choice'> = ({ field, common, value, onEdit }) => {
  const choices = field.choices ?? [];
  return (
    <select {...common} class="input" value={value} onChange={event => onEdit(event.currentTarget.value)}>
      {!choices.includes(value) && <option value={value}>{value}</option>}
      {choices.map(choice => (
        <option key={choice} value={choice}>
          {t(`choice_${choice}` as MessageKey)}
        </option>
      ))}
    </select>
  );
};
