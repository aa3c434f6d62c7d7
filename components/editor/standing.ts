import type { Problem } from '../../utils/problem';
import type { Outcome } from '../../utils/save-data';
import type { Snapshot } from '../../utils/snapshot';
import type { Editor } from './create-editor';

/** The state of the connection, as the root element names it. */
const standings = {
  signedOut: 'signed-out',
  notConnected: 'disconnected',
  permission: 'permission',
  offline: 'offline',
} as const satisfies Partial<Record<Problem['code'], string>>;
export type Standing = (typeof standings)[keyof typeof standings] | 'ready' | 'refresh-failed';

const isStanding = (code: string): code is keyof typeof standings => code in standings;

/** The connection's trouble that a save met is over once the portal was read after it. */
export const isOver = ({ problem, at }: Outcome, snapshot: Snapshot): boolean =>
  !!problem && isStanding(problem.code) && !snapshot.problem && snapshot.readAt > at;

/** What a save met says more than the last refresh; of what a save can meet, only the connection's troubles count here. */
export function standingOf(editor: Editor): Standing {
  const met = editor.outcome.value?.problem?.code;
  const held = editor.snapshot.value.problem?.code;
  if (met && isStanding(met)) return standings[met];
  if (!held) return 'ready';
  return isStanding(held) ? standings[held] : 'refresh-failed';
}
