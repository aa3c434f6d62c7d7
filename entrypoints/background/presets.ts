import { browser } from 'wxt/browser';
import { presetsItem, readManaged } from '../../utils/presets';
import { defaultSettings, knownSpacesItem, settingsItem } from '../../utils/stores';

/** Takes over what an organisation presets: once for every change of its policy, and never a domain. */
export async function applyPresets(): Promise<void> {
  const { language, surface, spaces } = await readManaged();
  const text = JSON.stringify({ language, surface, spaces });
  if ((!language && !surface && spaces.length === 0) || (await presetsItem.get()) === text) return;
  const settings = (await settingsItem.get()) ?? defaultSettings;
  await settingsItem.set({
    ...settings,
    ...(language ? { language } : {}),
    ...(surface ? { surface } : {}),
  });
  const known = (await knownSpacesItem.get()) ?? [];
  const fresh = spaces.filter(space => !known.some(other => other.space === space));
  await knownSpacesItem.set([...known, ...fresh.map(space => ({ space, generation: 'v5' as const }))]);
  await presetsItem.set(text);
}

/** Must be called in the worker's first turn. */
export function followPresets(): void {
  browser.storage.managed.onChanged?.addListener(() => void applyPresets().catch(() => {}));
}
