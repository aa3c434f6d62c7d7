import { t } from '../words';
import { type Control, moreId } from './control';

export const BioControl: Control<'bio'> = ({ field, common, value, autocomplete, onEdit }) => (
  <>
    <textarea
      {...common}
      class="input"
      data-kind="bio"
      rows={6}
      autocomplete={autocomplete}
      value={value}
      onInput={event => onEdit(event.currentTarget.value)}
    />
    <p class="row-more" id={moreId(field.name)}>
      {t('characters', { count: value.length })}
    </p>
  </>
);
