import { computed } from '@preact/signals';
import { type FieldName, fields, type SectionId, sectionIds } from '../../utils/profile/fields';
import type { RowState } from './create-rows';

/** The fields that wait for Save; the others are sent by themselves. */
export const drafted = fields.filter(field => field.apply === 'on save').map(field => field.name);

/** What has changed and what is wrong, counted over the rows: the views that show a number are drawn only when it moves. */
export function createTally(row: (name: FieldName) => RowState) {
  const changedNames = computed(() => drafted.filter(name => row(name).changed.value));
  const partOf = (id: SectionId) => {
    const names = fields.filter(field => field.section === id).map(field => field.name);
    return {
      names,
      changes: computed(() => names.filter(name => changedNames.value.includes(name)).length),
      problems: computed(() => names.filter(name => row(name).problem.value).length),
    };
  };
  const parts = new Map(sectionIds.map(id => [id, partOf(id)]));
  return {
    changedNames,
    changeCount: computed(() => changedNames.value.length),
    problems: computed(() =>
      drafted.flatMap(name => {
        const problem = row(name).problem.value;
        return problem ? [{ name, problem }] : [];
      }),
    ),
    /** The fields of a section with the number of its changes and problems. */
    part: (id: SectionId) => parts.get(id) as ReturnType<typeof partOf>,
  };
}
