import type { MessageKey } from '../../utils/i18n';
import type { ProblemCode } from '../../utils/problem';
import { entriesOf } from '../../utils/profile/diff';
import type { Outcome } from '../../utils/save-data';
import type { Country } from '../../utils/snapshot';
import { labelOf, t, words } from '../words';
import { sayValue } from './say-value';

/** What a save in another space comes to has sentences of its own: there is no draft there that would be kept. */
const sentences: Partial<Record<ProblemCode, MessageKey>> = {
  conflict: 'others_conflict',
  check: 'others_check',
  refused: 'others_refused',
  forbidden: 'others_refused',
  notKept: 'others_not_kept',
  unconfirmed: 'problem_unconfirmed',
  unknown: 'others_unknown',
  otherProfile: 'others_other_profile',
  switched: 'problem_switched',
  signedOut: 'others_connect_first',
  notConnected: 'others_connect_first',
};

/** The result line of one space; `quotes` are the portal's own words. */
export function otherStatusOf(outcome: Outcome, countries: readonly Country[]) {
  const { saved, notKept, problem } = outcome;
  const fields = words.value.list(notKept.map(labelOf));
  const said: string[] = [];
  if (saved.length > 0) said.push(t('status_saved', { count: saved.length }));
  for (const [name, { got }] of entriesOf(outcome.changed)) {
    const value = sayValue(name, got, countries);
    said.push(t(value ? 'status_changed' : 'status_emptied', { field: labelOf(name), value }));
  }
  const well = !problem || problem.code === 'changed';
  if (!well) said.push(t(sentences[problem.code] ?? 'others_failed', { fields }));
  return {
    tone: well ? ('good' as const) : ('bad' as const),
    text: said.join(' '),
    quotes: [
      ...entriesOf(outcome.refusals).map(([, message]) => message),
      ...outcome.otherRefusals.map(({ message }) => message),
      ...(problem?.message ? [problem.message] : []),
    ],
  };
}
