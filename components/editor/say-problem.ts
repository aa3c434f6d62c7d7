import { withLabel } from '../../utils/portal/property-name';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import { longestOf } from '../../utils/profile/kinds';
import { labelOf, t, words } from '../words';
import type { RowProblem } from './create-rows';

/** What is wrong, in the words of the label. */
export function sayProblem(name: FieldName, problem: RowProblem): string {
  if ('fault' in problem) {
    const max = new Intl.NumberFormat(words.value.language).format(longestOf(fieldOf(name).kind));
    return t(`fault_${problem.fault}`, { field: labelOf(name), max });
  }
  if ('putBack' in problem) return t('switch_put_back');
  return withLabel(problem.message, name, labelOf(name)) || t('fault_refused');
}
