import type { FieldName } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import { ArrowIcon } from '../icons';
import { t } from '../words';
import type { Editor } from './create-editor';
import { sayValue } from './say-value';

interface Props {
  name: FieldName;
  from: Value | undefined;
  to: Value | undefined;
  editor: Editor;
}

/** Old → new, as a member reads them. */
export function FromTo({ name, from, to, editor }: Props) {
  const countries = editor.countries.value;
  const say = (value: Value | undefined) =>
    (value !== undefined && sayValue(name, value, countries)) || <span class="blank">{t('blank')}</span>;
  return (
    <div class="change">
      <del class="any">{say(from)}</del>
      <span>
        <ArrowIcon />
        <span class="spoken">{t('review_becomes')}</span>
      </span>
      <ins class="any">{say(to)}</ins>
    </div>
  );
}
