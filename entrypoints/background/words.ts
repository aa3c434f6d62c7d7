import { browser } from 'wxt/browser';
import type { Labels } from '../../utils/labels';
import { type Language, labelsFile, languageOf } from '../../utils/language';
import { defaultSettings, settingsItem } from '../../utils/stores';

const loaded = new Map<Language, Promise<Labels>>();

async function load(language: Language): Promise<Labels> {
  return (await fetch(browser.runtime.getURL(`/${labelsFile(language)}`))).json();
}

/** The labels of one language: a file of ours, read once in a worker's life. */
export function labelsOf(language: Language): Promise<Labels> {
  const labels = loaded.get(language) ?? load(language);
  loaded.set(language, labels);
  labels.catch(() => loaded.delete(language));
  return labels;
}

/** The labels in the language in force. */
export async function labelsInForce(): Promise<Labels> {
  const { language } = (await settingsItem.get()) ?? defaultSettings;
  return labelsOf(languageOf(language, [browser.i18n.getUILanguage()]));
}
