import type { Problem } from '../../utils/problem';
import { type Edits, entriesOf } from '../../utils/profile/diff';
import type { FieldName } from '../../utils/profile/fields';
import type { Outcome, Progress } from '../../utils/save-data';
import type { Country } from '../../utils/snapshot';
import { labelOf, t, words } from '../words';
import { sayValue } from './say-value';

export type StatusAction =
  | 'undo'
  | 'undiscard'
  | 'connect'
  | 'allow'
  | 'refresh'
  | 'reload-portal'
  | 'other-spaces';

/** What is said of edits that are kept. */
export type Kept = 'status_restored' | 'status_stopped';

/** What the status line says. `fades` after ten seconds; everything else stays until the next save or edit. */
export interface Status {
  tone: 'plain' | 'good' | 'bad';
  text: string;
  /** The portal's own words. */
  quote?: string;
  actions: readonly StatusAction[];
  fades: boolean;
}

/** The next step that belongs to a problem. */
const remedies: Partial<Record<Problem['code'], StatusAction>> = {
  signedOut: 'connect',
  notConnected: 'connect',
  permission: 'allow',
  unconfirmed: 'refresh',
  unknown: 'refresh',
};

const names = (list: readonly FieldName[]) => words.value.list(list.map(labelOf));

/** A sentence for each thing that came of a save. */
export function statusOf(
  outcome: Outcome,
  progress: Progress | undefined,
  countries: readonly Country[],
): Status {
  const { saved, notKept, problem, undo } = outcome;
  const changed = entriesOf(outcome.changed);
  const conflicts = Object.keys(outcome.conflicts).length > 0;
  const faults = Object.keys(outcome.faults).length > 0;
  const refused = Object.keys(outcome.refusals).length > 0 || outcome.otherRefusals.length > 0;
  const code = problem?.code ?? (conflicts ? 'conflict' : faults ? 'check' : refused ? 'refused' : undefined);

  const stopped = (faults || refused) && (code === 'check' || code === 'refused');

  const sentences: string[] = [];
  if (saved.length > 0) sentences.push(t('status_saved', { count: saved.length }));
  for (const [name, { got }] of changed) {
    const value = sayValue(name, got, countries);
    sentences.push(t(value ? 'status_changed' : 'status_emptied', { field: labelOf(name), value }));
  }
  // The summary on top says the rest, with the portal's own words.
  if (stopped) sentences.push(t(saved.length > 0 ? 'status_stopped_rest' : 'status_stopped'));
  else if (code === 'switched')
    sentences.push(t('problem_switched', { fields: names(progress?.names ?? notKept) }));
  else if (notKept.length > 0 && (code === 'notKept' || !code))
    sentences.push(t('problem_notKept', { fields: names(notKept) }));
  else if (code && code !== 'changed') sentences.push(t(`problem_${code}`, { name: problem?.name ?? '' }));

  const remedy = code && remedies[code];
  const well = !code || code === 'changed';
  return {
    tone: well ? 'good' : 'bad',
    text: sentences.join(' '),
    quote: stopped ? undefined : problem?.message || undefined,
    actions: [
      ...(undo ? (['undo'] as const) : []),
      ...(remedy ? [remedy] : []),
      ...(saved.length > 0 ? (['other-spaces', 'reload-portal'] as const) : []),
    ],
    fades: !code,
  };
}

export function statusWhileSaving({ phase, names }: Pick<Progress, 'phase' | 'names'>): Status {
  const sent = phase === 'confirmed' || phase === 'reading back';
  return {
    tone: sent ? 'good' : 'plain',
    text: sent ? t('status_confirmed') : t('status_saving', { count: names.length }),
    actions: [],
    fades: false,
  };
}

export const statusOfDiscard = (gone: Edits): Status => ({
  tone: 'plain',
  text: t('status_discarded', { count: Object.keys(gone).length }),
  actions: ['undiscard'],
  fades: true,
});

export const statusOfKept = (kept: Kept): Status => ({
  tone: 'plain',
  text: t(kept),
  actions: [],
  fades: false,
});
