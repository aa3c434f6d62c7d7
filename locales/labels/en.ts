import names from '../names/en';

/**
 * The words that the background speaks too: names of sections and fields, menu, badge and address bar. Apart from the rest of a
 * language, because a worker cannot load one on demand and would otherwise carry all of them whole.
 */
export default {
  ...names,

  // --- menu, badge and address bar ---
  menu_notifications: 'Email notifications',
  menu_edit: 'Edit profile…',
  menu_signedOut: 'sign in to the portal first',
  menu_notConnected: 'open your portal first',
  badge_draft: 'Nametag: a draft is waiting',
  badge_failed: 'Nametag: a change was not saved. Open Nametag to see why.',
  badge_saved: 'Nametag: saved',
  omnibox_hint: 'Type a field and its new value, such as: {example}',
  omnibox_set: 'Save {field}: {value}',
  omnibox_open: 'Open {field}',
  omnibox_notConnected: 'Open your portal first; then this can be saved.',
  omnibox_fault: '{field} cannot be saved like this. Open it to correct it.',
  omnibox_on: 'on',
  omnibox_off: 'off',
} as const;
