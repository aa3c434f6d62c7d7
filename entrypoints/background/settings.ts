import { type Settings, settingsItem } from '../../utils/stores';
import { forgetHistory } from './history';

/** What a changed setting takes away at once. */
async function obey(settings: Settings | undefined): Promise<void> {
  if (settings && !settings.history) await forgetHistory();
}

/** Must be called in the worker's first turn. */
export const followSettings = (): void => {
  settingsItem.watch(settings => void obey(settings).catch(() => {}));
};
