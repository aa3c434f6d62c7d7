import { browser } from 'wxt/browser';
import type { OptionsActions } from '../../components/options/Options';
import type { PageKey } from '../../components/page-words';
import type { Fill } from '../../utils/fill';
import { send } from '../../utils/messaging';
import { pageOf } from '../../utils/portal/pages';
import { defaultSettings, knownSpacesItem, settingsItem } from '../../utils/stores';
import { sites } from '../editor/sites';
import { diagnostics } from './diagnostics';
import { exportText, joined, readImport } from './transfer';

/** Chrome has a page for it that no link may lead to; Firefox has a call. */
async function openShortcuts(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?(): Promise<void> };
  if (commands.openShortcutSettings) return commands.openShortcutSettings();
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

async function saveFile(text: string): Promise<void> {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.href = url;
  link.download = 'nametag-options.json';
  link.click();
  // The download reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What the options page does; `say` tells the member that it is done. */
export function createOptionsActions(say: (key: PageKey, fill?: Fill) => void): OptionsActions {
  return {
    async set(name, value) {
      const settings = (await settingsItem.get()) ?? defaultSettings;
      await settingsItem.set({ ...settings, [name]: value });
      say('options_saved');
    },
    async open(space) {
      const known = (await knownSpacesItem.get())?.find(other => other.space === space);
      await browser.tabs.create({ url: pageOf(space, 'personal', known?.generation) });
    },
    async forget(space) {
      await send('forget', { space });
      say('spaces_forgotten', { space });
    },
    ...sites,
    async unbind(origin) {
      await send('unbindDomain', { origin });
      say('domains_removed', { host: origin.slice('https://'.length) });
    },
    changeKeys: () => void openShortcuts(),
    async exportOptions() {
      const [settings, spaces] = await Promise.all([settingsItem.get(), knownSpacesItem.get()]);
      await saveFile(exportText(settings ?? defaultSettings, spaces ?? []));
    },
    async importOptions(file) {
      const read = file.size > 100_000 ? undefined : readImport(await file.text());
      if (!read) return say('move_wrong');
      await settingsItem.set(read.settings);
      await knownSpacesItem.set(joined((await knownSpacesItem.get()) ?? [], read.spaces));
      say('move_imported');
    },
    async copyDiagnostics() {
      await navigator.clipboard.writeText(await diagnostics());
      say('diagnostics_copied');
    },
  };
}
