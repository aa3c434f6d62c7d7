/**
 * The words, once. `{name}` is filled in; a message that counts has one form per plural category of its language.
 * The other languages have the same keys or do not compile.
 */
export default {
  // --- sections and fields ---
  section_personal: 'Personal',
  section_professional: 'Professional',
  section_billing: 'Billing',
  section_notifications: 'Notifications',
  section_password: 'Password',

  field_FullName: 'Full name',
  field_NickName: 'Nickname',
  field_Gender: 'Gender',
  field_DateOfBirth: 'Date of birth',
  field_MobilePhone: 'Mobile phone',
  field_LandLine: 'Landline',
  field_Address: 'Address',
  field_PostCode: 'Postcode',
  field_CityName: 'City',
  field_State: 'State or region',
  field_CountryId: 'Country',
  field_Position: 'Job title',
  field_CompanyName: 'Company',
  field_BusinessArea: 'Industry',
  field_ProfileSummary: 'Bio',
  field_ProfileTags: 'Skills and interests',
  field_ProfileWebsite: 'Website',
  field_ProfileIsPublic: 'Listed in the member directory',
  field_Linkedin: 'LinkedIn',
  field_Twitter: 'Twitter',
  field_Github: 'GitHub',
  field_Instagram: 'Instagram',
  field_Facebook: 'Facebook',
  field_Skype: 'Skype',
  field_Telegram: 'Telegram',
  field_BillingName: 'Invoice name',
  field_BillingEmail: 'Invoice email',
  field_BillingAddress: 'Billing address',
  field_BillingPostCode: 'Billing postcode',
  field_BillingCityName: 'Billing city',
  field_BillingState: 'Billing state or region',
  field_BillingCountryId: 'Billing country',
  field_TaxIDNumber: 'VAT or tax number',
  field_OnHelpDeskMsg: 'Help desk replies',
  field_OnNewWallPost: 'Community board posts',
  field_OnNewBlogComment: 'Blog comments',
  field_OnNewEventComment: 'Event comments',
  field_ReceiveCommunityDigest: 'Community digest',
  field_SignUpToNewsletter: 'Newsletter',
  field_OldPassword: 'Current password',
  field_NewPassword: 'New password',
  field_RepeatNewPassword: 'Repeat new password',

  choice_NotSet: 'Not set',
  choice_Male: 'Male',
  choice_Female: 'Female',
  choice_Other: 'Other',
  choice_RatherNotSay: 'Rather not say',

  // --- what is wrong with a value ---
  fault_required: 'Enter your {field}.',
  fault_email: 'Enter an email address such as name@example.com.',
  fault_date: 'Enter a day that exists, as year-month-day: 1990-05-23.',
  fault_dateFuture: 'Enter a date that is not in the future.',
  fault_dateTooOld: 'Enter a date from 1900 on.',
  fault_tagsTooLong: 'Shorten the list to 254 characters.',
  fault_country: 'Choose a country from the list.',
  fault_unreadable: 'This value cannot be read. Change it on the portal.',
  fault_oldPasswordRequired: 'Enter your current password.',
  fault_newPasswordRequired: 'Enter a new password.',
  fault_passwordsDiffer: 'Enter the same new password twice.',

  // --- what went wrong on the way ---
  problem_offline:
    'You are offline. Nothing was sent; your edits are kept. Save again when you are back online.',
  problem_unreachable:
    'Could not reach the portal. Nothing was sent; your edits are kept. Try again in a moment.',
  problem_insecure:
    'The connection to the portal is not secure. Nothing was sent; your edits are kept. Try another network.',
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
    'We could not confirm whether your password was changed. Try the new one when you next sign in, or use the portal’s reset.',
  problem_passwordUnconfirmed:
    'The portal accepted the request without confirming it. Try the new password when you next sign in.',
  problem_passwordSignIn: 'Password changed. Sign in to the portal again.',
  problem_draftsUnkept: 'Drafts cannot be kept on this computer right now. Save before you close.',
} as const;
