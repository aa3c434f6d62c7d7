import type { Key } from '../../components/options/Keys';

/** The browsers' names for our commands. */
const actions: Readonly<Record<string, Key['action']>> = {
  _execute_action: 'popup',
  open_panel: 'panel',
  _execute_sidebar_action: 'panel',
};

export const readKeys = (commands: readonly { name?: string; shortcut?: string }[]): Key[] =>
  commands.flatMap(({ name = '', shortcut = '' }) => {
    const action = actions[name];
    return action ? [{ action, keys: shortcut }] : [];
  });
