import type { MessageKey } from '../../utils/i18n';
import type { Problem } from '../../utils/problem';
import type { Editor } from './create-editor';

type Remedy = 'connect' | 'allow' | 'refresh';

interface Trouble {
  says: MessageKey;
  remedy: Remedy;
  label: MessageKey;
}

const tryAgain = { remedy: 'refresh', label: 'state_try_again' } as const;

const troubles: Partial<Record<Problem['code'], Trouble>> = {
  signedOut: { says: 'state_signed_out', remedy: 'connect', label: 'state_sign_in' },
  notConnected: {
    says: 'state_not_connected',
    remedy: 'connect',
    label: 'state_sign_in',
  },
  permission: { says: 'state_permission', remedy: 'allow', label: 'state_allow' },
  offline: { says: 'state_offline', ...tryAgain },
};
const elsewise: Trouble = { says: 'state_refresh_failed', ...tryAgain };

const troubleOf = (problem: Problem | undefined): Trouble | undefined =>
  problem && (troubles[problem.code] ?? elsewise);

/** What the strip under the tabs says. The status line says it already when a save met the same. */
export function stripOf(editor: Editor): Trouble | undefined {
  const held = editor.snapshot.value.problem;
  return held?.code === editor.outcome.value?.problem?.code ? undefined : troubleOf(held);
}
