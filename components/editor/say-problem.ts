import { withLabel } from '../../utils/portal/property-name';
import type { FieldName } from '../../utils/profile/fields';
import { labelOf, t } from '../words';
import type { RowProblem } from './create-rows';

/** What is wrong, in the words of the label. */
export function sayProblem(name: FieldName, problem: RowProblem): string {
  if ('fault' in problem) return t(`fault_${problem.fault}`, { field: labelOf(name) });
  if ('putBack' in problem) return t('switch_put_back');
  return withLabel(problem.message, name, labelOf(name)) || t('fault_refused');
}
