import first from './first/en';
import labels from './labels/en';

/**
 * The words, once. `{name}` is filled in; a message that counts has one form per plural category of its language.
 * The other languages have the same keys or do not compile.
 */
export default {
  ...labels,
  ...first,

  // --- what is wrong with a value ---
  fault_required: 'Fill in “{field}”.',
  fault_email: 'Enter an email address such as name@example.com.',
  fault_date: 'Enter a day that exists, as year-month-day: 1990-05-23.',
  fault_dateFuture: 'Enter a date that is not in the future.',
  fault_dateTooOld: 'Enter a date from 1900 on.',
  fault_tooLong: 'Shorten this to {max} characters.',
  fault_tagsTooLong: 'Shorten the list to 254 characters.',
  fault_country: 'Choose a country from the list.',
  switch_put_back: 'The portal did not change this. The switch is back where it was.',
  fault_refused: 'The portal did not accept this.',
  fault_unreadable: 'This value cannot be read. Change it on the portal.',
  fault_oldPasswordRequired: 'Enter your current password.',
  fault_newPasswordRequired: 'Enter a new password.',
  fault_passwordsDiffer: 'Enter the same new password twice.',

  // --- what went wrong on the way ---
  problem_offline:
    'You are offline. Nothing was sent; your edits are kept. Save again when you are back online.',
  problem_unreachable:
    'Could not reach the portal. Nothing was sent; your edits are kept. Try again in a moment.',
  problem_permission:
    'Nametag may not use this portal’s address. Nothing was sent; your edits are kept. Allow access, then save again.',
  problem_check: 'Some fields need a correction. Nothing was sent.',
  problem_conflict:
    'Someone changed the same fields meanwhile. Nothing was sent. Choose which values to keep, then save again.',
  problem_otherProfile:
    'This draft belongs to another profile. Nothing was sent; the draft waits. Switch back to that profile to save it.',
  problem_interrupted: 'The browser stopped before anything was sent. Your edits are kept. Save again.',
  problem_notConnected:
    'Not connected to the portal. Nothing was sent; your edits are kept. Connect, then save again.',
  problem_signedOut:
    'Your portal session ended. Nothing was saved; your edits are kept. Sign in to the portal, then press Save again.',
  problem_refused:
    'The portal did not accept this. Nothing was saved; your edits are kept. Correct it, then save again.',
  problem_forbidden:
    'The portal does not let you change this. Nothing was saved; your edits are kept. Ask your space’s team.',
  problem_notApi:
    'The portal’s address did not answer as expected. Nothing was saved; your edits are kept. Make the change on the portal.',
  problem_redirected:
    'The portal answered from an unexpected address. The answer was not followed; your edits are kept. Try again later.',
  problem_throttled:
    'The portal asks to wait. Nothing was saved; your edits are kept. Save again when the countdown ends.',
  problem_notSaved:
    'The portal’s answer went missing, and it did not save. Your edits are kept. Send them again.',
  problem_notKept:
    'The portal accepted the change but did not keep: {fields}. Those edits are kept here. Check them on the portal.',
  problem_changed: 'Saved. The portal changed: {fields}.',
  problem_unconfirmed: 'Saved, not yet confirmed. It is checked again the next time you open Nametag.',
  problem_unknown:
    'Sent, but not known yet whether the portal saved it. Your edits are kept. It is checked again the next time you open Nametag.',
  problem_switched:
    'The portal’s profile changed during the save. What was sent may have gone to another profile: check {fields} on both.',
  problem_passwordUnknown:
    'We could not confirm whether your password was changed. The browser may have sent it more than once, and each may have counted. Try the new one when you next sign in, or use the portal’s reset.',
  problem_passwordUnconfirmed:
    'The portal accepted the request without confirming it. Try the new password when you next sign in.',
  problem_passwordSignIn: 'Password changed. Sign in to the portal again.',
  problem_draftsUnkept: 'Drafts cannot be kept on this computer right now. Save before you close.',

  // --- the end of a panel ---
  panel_missing: {
    one: 'Not offered by this portal ({count})',
    other: 'Not offered by this portal ({count})',
  },
  panel_portal: 'Open on the portal',

  // --- what came of a save ---
  status_saving: { one: 'Saving {count} change…', other: 'Saving {count} changes…' },
  status_confirmed: 'Saved. Checking what the portal kept…',
  status_saved: { one: 'Saved {count} change.', other: 'Saved {count} changes.' },
  status_changed: 'The portal changed {field} to “{value}”.',
  status_emptied: 'The portal emptied {field}.',
  status_stopped: 'Not saved. Your edits are kept.',
  status_stopped_rest: 'The rest was not saved; those edits are kept.',
  status_discarded: { one: 'Discarded {count} change.', other: 'Discarded {count} changes.' },
  status_restored: 'Draft restored.',
  status_undo: 'Undo',
  status_reload: 'Reload portal',
  summary_title: { one: 'Correct {count} field', other: 'Correct {count} fields' },
  summary_portal: 'The portal said',

  // --- review and conflicts ---
  review_title: { one: 'Review {count} change', other: 'Review {count} changes' },
  review_back: 'Back to the fields',
  review_edit: 'Edit {field}',
  review_becomes: 'becomes',
  review_wire: 'What will be sent',
  review_faulty: 'Correct the marked fields first; then this shows what will be sent.',
  conflict_title: { one: 'Changed in two places', other: '{count} fields changed in two places' },
  conflict_intro:
    'Someone changed this on the portal while you were editing. Nothing was sent yet. Choose which value to keep.',
  conflict_theirs: 'Keep the portal’s',
  conflict_mine: 'Use mine',
  conflict_was: 'It was “{value}” when you began.',
  conflict_save: 'Keep these and save',
  conflict_later: 'Decide later',

  // --- password ---
  password_intro:
    'This changes the password of your portal account. Nametag sends it on its own and does not keep it.',
  password_manager:
    'Your password manager cannot see this page. Update the password there yourself, or change it on the portal.',
  password_show: 'Show',
  password_hide: 'Hide',
  password_show_field: 'Show {field}',
  password_hide_field: 'Hide {field}',
  password_change: 'Change password',
  password_changing: 'Changing…',
  password_changed: 'Password changed. Update it in your password manager too.',
  password_wrong: 'The portal did not accept this password. Type all three again.',
  password_refused: 'The portal did not accept this. Correct it, then type your current password again.',
  password_counted:
    'The portal did not accept this. If the connection broke off, the browser may have sent it more than once and the first may have counted: try the new password before you change it again.',
  password_reset: 'Three tries did not work. Reset your password on the portal.',
  password_portal: 'Change it on the portal',

  // --- states ---
  state_connect_title: 'Connect to your portal',
  state_connect_text:
    'Nametag works with the portal you are signed in to. It opens the portal in a background tab for a moment and closes it again.',
  state_connect: 'Connect to {space}',
  state_open_title: 'Open your portal and sign in',
  state_open_text: 'As soon as you are signed in to your coworking portal, your profile shows here.',
  state_open_label: 'Portal address',
  state_open_hint: 'Such as acme.nexudus.site, or just acme.',
  state_open: 'Open portal',
  state_open_unknown: 'Enter an address that ends in .nexudus.site, or the short name of your space.',
  site_title: 'Is this your coworking portal?',
  site_check: 'Check {host}',
  site_asking: 'Asking which space {host} belongs to…',
  site_unknown: '{host} is not the portal of a space. Check the spelling.',
  site_failed: 'Nobody answered. Check the connection, then try again.',
  site_unasked: 'Nothing was sent. To check {host}, its name has to be sent to Nexudus.',
  site_found: '{host} is the portal of {space}.',
  site_use: 'Use Nametag on {host}',
  site_denied: 'Your browser did not allow {host}. Nothing was changed.',
  site_bound: 'Nametag now works on {host}. Reload its page to connect.',
  state_other_seat: 'Edit in {space}',
  state_connecting_title: 'Connecting to {space}…',
  state_connecting_text:
    'This takes a few seconds. If the portal asks you to sign in, its tab comes to the front.',
  state_cancel: 'Cancel',

  // --- advice at a field ---
  phone_reads: '{number}, {country}',
  phone_short: 'Looks too short for a phone number.',
  phone_long: 'Looks too long for a phone number.',
  phone_odd: 'Does not look like a number that can be called.',
  phone_noCountry: 'Begin with a country code, such as +44, so that it can be called from anywhere.',
  vat_fits: 'The check digits fit a VAT number of {country}.',
  vat_misfits: 'The check digits do not fit a VAT number of {country}. You can save it all the same.',
  tags_suggested: 'Others here use',
  tag_add: 'Add {tag}',

  // --- the bio ---
  bio_view: 'Bio view',
  bio_write: 'Write',
  bio_preview: 'Preview',
  bio_nothing: 'Nothing to preview yet.',
  bio_suggest: 'Suggest with AI',
  bio_asking: 'The portal is writing a suggestion. This can take up to 24 seconds.',
  bio_proposed: 'Suggested bio',
  bio_intro: 'Ticked changes go into your bio. Nothing is saved until you press Save.',
  bio_intro_new: 'Nothing is saved until you press Save.',
  bio_all: 'Accept all',
  bio_none: 'Reject all',
  bio_accepted: { one: '{accepted} of {count} change', other: '{accepted} of {count} changes' },
  bio_use: 'Put into bio',
  bio_keep: 'Keep my bio',
  bio_same: 'The suggestion is the same as your bio.',
  bio_used: 'The suggestion is in your bio. It is not saved yet.',
  bio_removes: 'Removes',
  bio_adds: 'Adds',
  bio_fault_unavailable:
    'The portal has no suggestion. Fill in and save your job title and industry, then try again, or ask your space whether it offers this.',
  bio_fault_empty: 'The portal had nothing to suggest. Your bio is as it was.',
  bio_fault_signedOut:
    'Your portal session ended. Sign in to the portal, then ask again. Your bio is as it was.',
  bio_fault_slow: 'The portal took longer than 24 seconds. Try again in a moment. Your bio is as it was.',
  bio_fault_unreadable:
    'The portal answered with something else than a suggestion. Try again later, or write it on the portal. Your bio is as it was.',
  bio_fault_throttled: 'The portal asks to wait. Try again in a minute. Your bio is as it was.',
  bio_fault_offline: 'You are offline. Try again when you are back online. Your bio is as it was.',
  bio_fault_unreachable: 'Could not reach the portal. Try again in a moment. Your bio is as it was.',
  bio_fault_permission:
    'The browser no longer lets Nametag reach this portal. Allow access, then ask again. Your bio is as it was.',
  bio_fault_otherProfile:
    'Another profile is current on the portal, so its suggestion was not taken. Switch back to this one, then ask again.',

  // --- what others see, what is missing, what can be found ---
  directory_title: 'What other members see',
  directory_listed: 'Private fields, such as your phone and address, are left out.',
  directory_unlisted:
    'You are not listed in the directory, so members do not find this card there. Other pages of the portal may still show parts of it.',
  hints_title: 'Worth filling in next',
  hint_dismiss: 'Do not suggest {field} again',
  palette_title: 'Find a field',
  palette_none: 'Nothing is called “{query}”.',
  palette_found: { one: '{count} found', other: '{count} found' },
  palette_on: 'Turn on: {field}',
  palette_off: 'Turn off: {field}',
  palette_section: 'Show {section}',
  palette_page: 'Go to the portal’s {section} page',

  // --- what stands between the editor and the portal ---
  state_signed_out: 'Your portal session ended. Sign in to the portal, then press Save again.',
  state_sign_in: 'Sign in',
  state_permission: 'The browser no longer lets Nametag reach this portal. Your edits are kept.',
  state_allow: 'Allow access',
  state_offline: 'You are offline. Your edits are kept. Last updated {ago}.',
  state_refresh_failed: 'Last updated {ago}. The portal could not be read.',
  state_try_again: 'Try again',
  state_not_connected: 'The connection to the portal was lost. Your edits are kept.',

  // --- the menu in the header: profiles, spaces, history ---
  menu_profiles: 'Your profiles',
  menu_profiles_note: 'The portal switches too.',
  menu_unconnected: '{space}, not connected',
  menu_history: 'History',
  menu_options: 'Options',

  // --- the last saves, and undoing one of them ---
  history_intro: 'Your last 20 saves from this browser, for up to 30 days. Passwords are never kept.',
  history_empty: 'No saves yet. What you save from now on is listed here and can be undone.',
  history_off: 'History is turned off in the options: saves are not kept for undo.',
  history_unread: 'The history could not be read.',
  history_options: 'Open options',
  history_undo: 'Undo this save',
  history_undone: 'Undone',
  history_now: 'Changed since, now “{value}”.',
  history_now_empty: 'Changed since, now empty.',
  undo_title: { one: 'Changed since that save', other: '{count} fields changed since that save' },
  undo_intro:
    'This no longer holds what that save wrote, so it stays as it is unless you choose otherwise. Nothing was sent yet.',
  undo_rest: {
    one: '{count} other field goes back to what it was.',
    other: '{count} other fields go back to what they were.',
  },
  undo_theirs: 'Leave as it is',
  undo_mine: 'Put back',
  undo_was: 'That save wrote “{value}”.',
  undo_save: 'Undo with these choices',

  // --- one change applied to the member’s other spaces ---
  others_offer: 'Other spaces…',
  others_title: 'Apply to your other spaces',
  others_intro:
    'Each space is saved on its own, over the value that it holds now. Untick what should stay as it is.',
  others_reading: 'Reading {space}…',
  others_same: 'Already so',
  others_closed: 'Not offered there',
  others_connect_first: 'Connect first. Nothing is sent there until you do.',
  others_again: 'Read again',
  others_save: { one: 'Save in {count} space', other: 'Save in {count} spaces' },
  others_nothing: 'Nothing to save in your other spaces.',
  others_unread: 'This space could not be read. Nothing was sent there.',
  others_conflict: 'Changed there since it was read. Nothing was sent there.',
  others_check: 'This value does not fit there. Nothing was sent there.',
  others_refused: 'The portal did not accept this. Nothing was saved there.',
  others_not_kept: 'The portal did not keep: {fields}.',
  others_unknown:
    'Sent, but not known yet whether it was saved. It is checked again the next time you open this space.',
  others_other_profile: 'Another profile is in use there now. Nothing was sent there.',
  others_failed: 'Not saved there. Read it again, then try once more.',
} as const;
