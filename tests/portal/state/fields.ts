import type { Json } from '../json';

/**
 * What the portal itself accepts for each editable field: its own table, written from the contract and not from the
 * extension's, so that a mistake in one of the two shows. Each check gives the portal's sentence, or null for "fine".
 */
export type Check = (value: Json, label: string) => string | null;

interface Rule {
  check: Check;
  /** What an empty profile holds. */
  blank: Json;
}

const isText = (value: Json): value is string => typeof value === 'string';
const EMAIL = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]+$/;

const text = (more: Check = () => null): Rule => ({
  blank: '',
  check: (value, label) => (isText(value) ? more(value, label) : `'${label}' must be a string.`),
});

const textOrNull = (more: Check = () => null): Rule => ({
  blank: null,
  check: (value, label) =>
    value === null ? null : isText(value) ? more(value, label) : `'${label}' must be a string or null.`,
});

const flag = (blank = false): Rule => ({
  blank,
  check: (value, label) => (typeof value === 'boolean' ? null : `'${label}' must be true or false.`),
});

const filled: Check = (value, label) => (String(value).trim() ? null : `'${label}' must not be empty.`);

const atMost =
  (length: number): Check =>
  (value, label) =>
    String(value).length <= length
      ? null
      : `The length of '${label}' must be ${length} characters or fewer. You entered ${String(value).length} characters.`;

const emailOrEmpty: Check = (value, label) =>
  value === '' || EMAIL.test(String(value)) ? null : `'${label}' is not a valid email address.`;

/** A calendar day that exists, is one that the database can hold, and is not ahead of us. */
const birthday: Check = (value, label) => {
  const day = String(value);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const real = new Date(Date.UTC(year, month - 1, date));
  const exists = /^\d{4}-\d\d-\d\d$/.test(day) && year >= 1753 && real.toISOString().startsWith(day);
  if (!exists) return `'${label}' is not a valid date.`;
  return day > new Date().toISOString().slice(0, 10) ? `'${label}' must not be in the future.` : null;
};

/** Gender and the countries are checked by ./checks.ts: what they accept depends on the portal, not on the value alone. */
const elsewhere = (blank: Json): Rule => ({ blank, check: () => null });

const personal = {
  FullName: text(filled),
  NickName: textOrNull(),
  Gender: elsewhere('NotSet'),
  DateOfBirth: textOrNull(birthday),
  MobilePhone: textOrNull(),
  LandLine: textOrNull(),
  Address: text(),
  PostCode: text(),
  CityName: text(),
  State: text(),
  CountryId: elsewhere(1220),
} as const satisfies Record<string, Rule>;

const professional = {
  Position: textOrNull(),
  CompanyName: text(),
  BusinessArea: textOrNull(),
  ProfileSummary: textOrNull(),
  ProfileTags: text(atMost(254)),
  ProfileWebsite: textOrNull(),
  ProfileIsPublic: flag(),
  Linkedin: textOrNull(),
  Twitter: textOrNull(),
  Github: textOrNull(),
  Instagram: textOrNull(),
  Facebook: textOrNull(),
  Skype: textOrNull(),
  Telegram: textOrNull(),
} as const satisfies Record<string, Rule>;

const billing = {
  BillingName: text(),
  BillingEmail: text(emailOrEmpty),
  BillingAddress: textOrNull(),
  BillingPostCode: textOrNull(),
  BillingCityName: textOrNull(),
  BillingState: textOrNull(),
  BillingCountryId: elsewhere(1220),
  TaxIDNumber: text(),
} as const satisfies Record<string, Rule>;

/** What one profile holds. */
export const profileFields = {
  ...personal,
  ...professional,
  ...billing,
  SignUpToNewsletter: flag(),
} as const satisfies Record<string, Rule>;

/** The switches that belong to the member's account in a space, not to one profile: `/login/me` holds them. */
export const accountFields = {
  OnHelpDeskMsg: flag(true),
  OnNewWallPost: flag(true),
  OnNewBlogComment: flag(),
  OnNewEventComment: flag(),
  ReceiveCommunityDigest: flag(true),
} as const satisfies Record<string, Rule>;

/** The fields that are cleared with null. */
export const nullableFields = Object.entries(profileFields)
  .filter(([, { blank }]) => blank === null)
  .map(([name]) => name);

/** The names of the fields, by the page that they are edited on. */
export const fieldsByPage = {
  personal: Object.keys(personal),
  professional: Object.keys(professional),
  billing: Object.keys(billing),
} as const;

export type ProfileField = keyof typeof profileFields;
export type AccountField = keyof typeof accountFields;
export type Field = ProfileField | AccountField;
export type ProfileValues = Record<ProfileField, Json>;
export type AccountValues = Record<AccountField, Json>;

export const isProfileField = (name: string): name is ProfileField => Object.hasOwn(profileFields, name);
export const isAccountField = (name: string): name is AccountField => Object.hasOwn(accountFields, name);

const blanks = (fields: Record<string, Rule>) =>
  Object.fromEntries(Object.entries(fields).map(([name, rule]) => [name, rule.blank]));
export const blankProfile = (): ProfileValues => blanks(profileFields) as ProfileValues;
export const blankAccount = (): AccountValues => blanks(accountFields) as AccountValues;

/** 'BillingPostCode' → 'Billing Post Code', as the portal's validator names a field. */
export const labelOf = (field: string): string => field.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
