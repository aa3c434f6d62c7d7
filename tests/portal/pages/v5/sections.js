/** The profile pages of the portal: where each lives, what it is called and what can be edited there. */
const text = (name, label, more = {}) => ({ name, label, kind: 'text', ...more });

export const sections = [
  {
    id: 'personal',
    path: '/user/profile/personal',
    title: 'Personal',
    intro: 'How we address you and how to reach you.',
    fields: [
      text('FullName', 'Full name', { required: true }),
      text('NickName', 'Nickname', { blank: null }),
      { name: 'Gender', label: 'Gender', kind: 'gender' },
      { name: 'DateOfBirth', label: 'Date of birth', kind: 'date', blank: null },
      text('MobilePhone', 'Mobile phone', { blank: null, type: 'tel' }),
      text('LandLine', 'Landline', { blank: null, type: 'tel' }),
      { name: 'Address', label: 'Address', kind: 'lines', blank: '', wide: true },
      text('PostCode', 'Postcode'),
      text('CityName', 'City'),
      text('State', 'State or region'),
      { name: 'CountryId', nested: 'Country', label: 'Country', kind: 'country' },
    ],
  },
  {
    id: 'directory',
    path: '/user/profile/directory',
    title: 'Professional',
    intro: 'What other members see in the directory.',
    fields: [
      { name: 'ProfileIsPublic', label: 'Listed in the member directory', kind: 'switch' },
      text('Position', 'Job title', { blank: null }),
      text('CompanyName', 'Company'),
      text('BusinessArea', 'Industry', { blank: null }),
      text('ProfileWebsite', 'Website', { blank: null }),
      { name: 'ProfileSummary', label: 'Bio', kind: 'lines', blank: null, wide: true },
      text('ProfileTags', 'Skills and interests', { wide: true }),
      ...['Linkedin', 'Twitter', 'Github', 'Instagram', 'Facebook', 'Skype', 'Telegram'].map(name =>
        text(name, { Linkedin: 'LinkedIn', Github: 'GitHub' }[name] ?? name, { blank: null }),
      ),
    ],
  },
  {
    id: 'billing',
    path: '/user/profile/billing',
    title: 'Billing',
    intro: 'What we print on your invoices.',
    fields: [
      text('BillingName', 'Invoice name'),
      text('BillingEmail', 'Invoice email', { type: 'email' }),
      { name: 'BillingAddress', label: 'Billing address', kind: 'lines', blank: null, wide: true },
      text('BillingPostCode', 'Billing postcode', { blank: null }),
      text('BillingCityName', 'Billing city', { blank: null }),
      text('BillingState', 'Billing state or region', { blank: null }),
      { name: 'BillingCountryId', nested: 'BillingCountry', label: 'Billing country', kind: 'country' },
      text('TaxIDNumber', 'VAT or tax number'),
    ],
  },
  {
    id: 'notifications',
    path: '/user/profile/settings/notifications',
    title: 'Notifications',
    intro: 'When we send you an e-mail.',
    fields: [
      ['OnHelpDeskMsg', 'Help desk replies'],
      ['OnNewWallPost', 'Community board posts'],
      ['OnNewBlogComment', 'Blog comments'],
      ['OnNewEventComment', 'Event comments'],
      ['ReceiveCommunityDigest', 'Community digest'],
      ['SignUpToNewsletter', 'Newsletter'],
    ].map(([name, label]) => ({ name, label, kind: 'switch' })),
  },
  {
    id: 'credentials',
    path: '/user/profile/settings/credentials',
    title: 'Password',
    intro: 'Choose a password that you use nowhere else.',
    fields: [
      ['OldPassword', 'Current password', 'current-password'],
      ['NewPassword', 'New password', 'new-password'],
      ['RepeatNewPassword', 'Repeat new password', 'new-password'],
    ].map(([name, label, autocomplete]) => ({
      ...text(name, label, { type: 'password', autocomplete, wide: true, required: true }),
    })),
  },
];

/** A settings page without fields: where `/user/profile/settings` lands. */
export const bookings = {
  id: 'bookings',
  path: '/user/profile/settings/bookings',
  title: 'Booking settings',
};

const also = { '/profile': sections[0], '/user/profile': sections[0] };
export const sectionAt = path => sections.find(section => section.path === path) ?? also[path];
