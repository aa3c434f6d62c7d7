import {
  bio,
  choice,
  country,
  date,
  email,
  type Field,
  handle,
  link,
  multiline,
  phone,
  tags,
  tax,
  text,
  toggle,
} from './kinds';

/**
 * THE table: every field of the profile, once. The key is the portal's own property name; the label is `field_<key>` and
 * the help text `help_<key>` in the locales. Tabs, controls, validation, diff, merge, menu, search and docs are computed from it.
 * `apply` says when a section's changes are sent: on Save, at once, or alone in a request of their own.
 */
export const sections = [
  {
    id: 'personal',
    apply: 'on save',
    fields: {
      FullName: text({ required: true, autocomplete: 'name' }),
      NickName: text({ clear: null, autocomplete: 'nickname' }),
      Gender: choice(['NotSet', 'Male', 'Female', 'Other', 'RatherNotSay']),
      DateOfBirth: date({ clear: null, autocomplete: 'bday' }),
      MobilePhone: phone({ clear: null, autocomplete: 'mobile tel' }),
      LandLine: phone({ clear: null, autocomplete: 'home tel' }),
      Address: multiline({ autocomplete: 'street-address' }),
      PostCode: text({ autocomplete: 'postal-code' }),
      CityName: text({ autocomplete: 'address-level2' }),
      State: text({ autocomplete: 'address-level1' }),
      CountryId: country({ nested: 'Country', autocomplete: 'country' }),
    },
  },
  {
    id: 'professional',
    apply: 'on save',
    fields: {
      Position: text({ clear: null, autocomplete: 'organization-title' }),
      CompanyName: text({ autocomplete: 'organization' }),
      BusinessArea: text({ clear: null }),
      ProfileIsPublic: toggle(),
      ProfileSummary: bio({ clear: null }),
      ProfileTags: tags({ max: 254 }),
      ProfileWebsite: link({ clear: null, autocomplete: 'url' }),
      Linkedin: handle('linkedin', { clear: null }),
      Twitter: handle('twitter', { clear: null }),
      Github: handle('github', { clear: null }),
      Instagram: handle('instagram', { clear: null }),
      Facebook: handle('facebook', { clear: null }),
      Skype: handle('skype', { clear: null }),
      Telegram: handle('telegram', { clear: null }),
    },
  },
  {
    id: 'billing',
    apply: 'on save',
    fields: {
      BillingName: text({ autocomplete: 'billing name' }),
      BillingEmail: email({ autocomplete: 'billing email' }),
      BillingAddress: multiline({ clear: null, autocomplete: 'billing street-address', copies: 'Address' }),
      BillingPostCode: text({ clear: null, autocomplete: 'billing postal-code', copies: 'PostCode' }),
      BillingCityName: text({ clear: null, autocomplete: 'billing address-level2', copies: 'CityName' }),
      BillingState: text({ clear: null, autocomplete: 'billing address-level1', copies: 'State' }),
      BillingCountryId: country({
        nested: 'BillingCountry',
        autocomplete: 'billing country',
        copies: 'CountryId',
      }),
      TaxIDNumber: tax(),
    },
  },
  {
    id: 'notifications',
    apply: 'at once',
    fields: {
      OnHelpDeskMsg: toggle({ menu: true, from: 'session', nullable: true }),
      OnNewWallPost: toggle({ menu: true, from: 'session', nullable: true }),
      OnNewBlogComment: toggle({ menu: true, from: 'session', nullable: true }),
      OnNewEventComment: toggle({ menu: true, from: 'session', nullable: true }),
      ReceiveCommunityDigest: toggle({ menu: true, from: 'session', nullable: true }),
      SignUpToNewsletter: toggle({ menu: true, nullable: true }),
    },
  },
  { id: 'password', apply: 'alone', fields: {} },
] as const;

type Tables = (typeof sections)[number]['fields'];
type KeyOf<T> = T extends T ? keyof T & string : never;

export type SectionId = (typeof sections)[number]['id'];
export const sectionIds = sections.map(section => section.id);

/** A readable field, by the portal's own name. */
export type FieldName = KeyOf<Tables>;

export interface Row extends Field {
  name: FieldName;
  section: SectionId;
  apply: (typeof sections)[number]['apply'];
}

export const fields: readonly Row[] = sections.flatMap(({ id, apply, fields }) =>
  Object.entries<Field>(fields).map(([name, field]) => ({
    ...field,
    name: name as FieldName,
    section: id,
    apply,
  })),
);

export const fieldNames: readonly FieldName[] = fields.map(field => field.name);

const byName = new Map<string, Row>(fields.map(field => [field.name, field]));

export const isFieldName = (name: string): name is FieldName => byName.has(name);

/** The row of a field; the name has been checked where it entered. */
export const fieldOf = (name: FieldName): Row => byName.get(name) as Row;

/** The three that are written but never read, in the order of the form. */
export const passwordNames = ['OldPassword', 'NewPassword', 'RepeatNewPassword'] as const;
export type PasswordName = (typeof passwordNames)[number];
