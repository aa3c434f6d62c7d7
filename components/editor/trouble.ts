import type { MessageKey } from '../../utils/i18n';
import type { Problem } from '../../utils/problem';
import type { Editor } from './create-editor';

/** The state of the connection, as the root element names it. */
export type Standing = 'ready' | 'signed-out' | 'disconnected' | 'offline' | 'permission' | 'refresh-failed';

type Remedy = 'connect' | 'allow' | 'refresh';

interface Trouble {
  standing: Standing;
  says: MessageKey;
  remedy: Remedy;
  label: MessageKey;
}

const tryAgain = { remedy: 'refresh', label: 'state_try_again' } as const;

const troubles: Partial<Record<Problem['code'], Trouble>> = {
  signedOut: { standing: 'signed-out', says: 'state_signed_out', remedy: 'connect', label: 'state_sign_in' },
  notConnected: {
    standing: 'disconnected',
    says: 'state_not_connected',
    remedy: 'connect',
    label: 'state_sign_in',
  },
  permission: { standing: 'permission', says: 'state_permission', remedy: 'allow', label: 'state_allow' },
  offline: { standing: 'offline', says: 'state_offline', ...tryAgain },
};
const elsewise: Trouble = { standing: 'refresh-failed', says: 'state_refresh_failed', ...tryAgain };

const troubleOf = (problem: Problem | undefined): Trouble | undefined =>
  problem && (troubles[problem.code] ?? elsewise);

/** What the strip under the tabs says. The status line says it already when a save met the same. */
export function stripOf(editor: Editor): Trouble | undefined {
  const held = editor.snapshot.value.problem;
  return held?.code === editor.outcome.value?.problem?.code ? undefined : troubleOf(held);
}

export function standingOf(editor: Editor): Standing {
  const met = editor.outcome.value?.problem;
  const trouble = (met && troubles[met.code]) ?? troubleOf(editor.snapshot.value.problem);
  return trouble?.standing ?? 'ready';
}
