import { languages } from '../../utils/language';
import type { PageKey } from '../page-words';

/** A setting that the page offers. A number of days is a choice too. */
export type SettingName = 'language' | 'theme' | 'surface' | 'launcher' | 'history' | 'draftDays';
export type SettingValue = string | number | boolean;

export interface SettingRow {
  name: SettingName;
  /** Empty for a switch. */
  choices: readonly (string | number)[];
  help?: PageKey;
}

/** The settings in the order of the page, by group. */
export const settingGroups: readonly { title: PageKey; rows: readonly SettingRow[] }[] = [
  {
    title: 'group_look',
    rows: [
      { name: 'language', choices: ['auto', ...languages] },
      { name: 'theme', choices: ['auto', 'light', 'dark'] },
    ],
  },
  {
    title: 'group_use',
    rows: [
      { name: 'surface', choices: ['popup', 'panel', 'page'] },
      { name: 'launcher', choices: [], help: 'help_launcher' },
    ],
  },
  {
    title: 'group_kept',
    rows: [
      { name: 'history', choices: [], help: 'help_history' },
      { name: 'draftDays', choices: [1, 3, 7, 14, 30] },
    ],
  },
];
