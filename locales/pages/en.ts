/** The words of the options and the welcome page, apart from the editor's: nobody waits for them to edit. */
export default {
  options_title: 'Nametag options',
  options_saved: 'Saved.',

  // --- settings: a row each, its help, and its choices ---
  group_look: 'Look and language',
  group_use: 'How you open Nametag',
  group_kept: 'What is kept',
  set_language: 'Language',
  set_language_auto: 'The browser’s',
  set_theme: 'Theme',
  set_theme_auto: 'The system’s',
  set_theme_light: 'Light',
  set_theme_dark: 'Dark',
  set_surface: 'The toolbar button opens',
  set_surface_popup: 'A popup',
  set_surface_panel: 'The side panel',
  set_surface_page: 'A full page',
  set_launcher: 'Quick edit in the corner of portal pages',
  help_launcher: 'Only where the portal’s own menus were not found.',
  set_history: 'Keep the last saves for undo',
  help_history:
    'On this computer: the old and new values of up to 20 saves, for 30 days. Turning it off removes them.',
  set_draftDays: 'Keep drafts for',
  set_draftDays_days: { one: '{count} day', other: '{count} days' },

  // --- spaces ---
  spaces_title: 'Spaces',
  spaces_none: 'Spaces show here once you are signed in to their portal.',
  spaces_open: 'Open portal',
  spaces_forget: 'Forget',
  spaces_forget_sure: 'Forget {space}? Its drafts, history and connection are removed from this browser.',
  spaces_forget_yes: 'Forget {space}',
  spaces_forget_no: 'Keep it',
  spaces_forgotten: 'Forgot {space}.',

  // --- custom domains ---
  domains_title: 'Portals with their own address',
  domains_text:
    'Is your portal not on nexudus.site? Give its address. Nexudus is asked which space it belongs to, then your browser asks you to allow that one site.',
  domains_label: 'Portal address',
  domains_hint: 'Such as members.example.com.',
  domains_check: 'Check address',
  domains_checking: 'Asking which space {host} belongs to…',
  domains_wrong: 'Enter an address such as members.example.com.',
  domains_unknown: '{host} is not the portal of a space. Check the spelling.',
  domains_failed: 'Nobody answered. Check the connection, then try again.',
  domains_unasked: 'Nothing was sent. To check {host}, its name has to be sent to Nexudus.',
  domains_found: '{host} is the portal of {space}.',
  domains_use: 'Use Nametag on {host}',
  domains_denied: 'Your browser did not allow {host}. Nothing was changed.',
  domains_bound: 'Nametag now works on {host}. Reload its page to connect.',
  domains_is: '{host} · space {space}',
  domains_remove: 'Remove {host}',
  domains_removed: 'Removed {host}.',
  domains_offered: 'Suggested by your organisation',

  // --- keyboard ---
  keys_title: 'Keyboard',
  keys_popup: 'Open Nametag',
  keys_panel: 'Open the side panel',
  keys_none: 'Not set',
  keys_change: 'Change keys',
  keys_save: 'Save changes',
  keys_tabs: 'Go to a tab',
  keys_find: 'Find a field',
  keys_omnibox: 'In the address bar',
  keys_omnibox_text: 'nt, then a field and its value: nt title Product Designer',

  // --- moving options, diagnostics ---
  move_title: 'Move your options',
  move_text: 'Options and the names of your spaces. No profile data, and no permissions.',
  move_export: 'Save to a file',
  move_import: 'Read from a file',
  move_imported: 'Options read from the file.',
  move_wrong: 'That file is not an export of Nametag’s options. Nothing was changed.',
  diagnostics_title: 'Diagnostics',
  diagnostics_text: 'Versions, permissions and when each space was last seen. Never a value of your profile.',
  diagnostics_copy: 'Copy diagnostics',
  diagnostics_copied: 'Copied.',

  // --- welcome ---
  welcome_title: 'Welcome to Nametag',
  welcome_lead:
    'Change your job title, a VAT number or a newsletter switch in seconds, without opening the portal.',
  welcome_start: 'Start',
  welcome_step_portal: 'Open your coworking portal and sign in as you always do.',
  welcome_step_click:
    'Click the Nametag button in the toolbar, or press {keys}. Pin the button to keep it in sight.',
  welcome_step_menu: 'Right-click the button or a portal page for your email notifications.',
  welcome_keeps: 'What it keeps',
  welcome_keeps_session:
    'Your portal’s sign-in is used while the browser is open. It stays in memory and goes when you close the browser. Nametag never signs in for you.',
  welcome_keeps_drafts:
    'What you type and have not saved waits on this computer, for a week unless you change that.',
  welcome_keeps_history: 'Your last saves are kept for undo. You can turn that off.',
  welcome_keeps_nobody: 'Nothing goes to anyone but your own portal. No tracking, no account.',
  welcome_options: 'Options',
} as const;
