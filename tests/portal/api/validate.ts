import type { Json, JsonObject } from '../json';
import { isCountry } from '../state/countries';
import {
  accountFields,
  type Check,
  isAccountField,
  isProfileField,
  labelOf,
  profileFields,
} from '../state/fields';
import { genders } from '../state/genders';
import type { Membership } from '../state/model';
import type { Truth } from '../state/world';
import type { Switches } from '../switches';
import type { Refusal } from './confirmation';

export interface Judgement {
  good: Partial<Truth>;
  /** The new password, when the three fields of a change are all right. */
  password?: string;
  refusals: Refusal[];
}

const country: Check = (value, label) =>
  isCountry(value) ? null : `'${label}' has a value that is not on the list of countries.`;

const checksByPortal = (switches: Switches): Record<string, Check> => ({
  Gender: (value, label) =>
    (switches.gender === 'name' ? genders.isName(value) : genders.isNumber(value))
      ? null
      : `'${label}' has a range of values which does not include '${value}'.`,
  CountryId: country,
  BillingCountryId: country,
});

/** Judges each key of a PATCH body alone: what may be stored and what is refused with which words. */
export function judge(body: JsonObject, me: Membership, switches: Switches): Judgement {
  const judgement: Judgement = { good: {}, refusals: [] };
  const refuse = (PropertyName: string, Message: string) =>
    judgement.refusals.push({ AttemptedValue: body[PropertyName] ?? null, Message, PropertyName });
  const special = checksByPortal(switches);
  const passwordKeys = ['OldPassword', 'NewPassword', switches.passwordRepeat];

  for (const [name, value] of Object.entries(body)) {
    if (passwordKeys.includes(name)) continue;
    const rule = isProfileField(name)
      ? profileFields[name]
      : isAccountField(name)
        ? accountFields[name]
        : undefined;
    if (!rule || switches.missing.includes(name)) {
      if (switches.unknownKeys === 'refuse') refuse(name, `'${name}' is not a property of this resource.`);
      continue;
    }
    const complaint = (special[name] ?? rule.check)(value, labelOf(name));
    if (complaint) refuse(name, complaint);
    else judgement.good[name as keyof Truth] = stored(name, value, switches);
  }

  if (passwordKeys.some(key => Object.hasOwn(body, key))) {
    const complaints = judgePassword(body, me, switches.passwordRepeat);
    for (const [name, message] of complaints) refuse(name, message);
    if (complaints.length === 0) judgement.password = String(body.NewPassword);
  }
  return judgement;
}

/** What is kept of an accepted value: the portal may tidy it. */
function stored(name: string, value: Json, { trim, lowerCaseTags }: Switches): Json {
  if (name === 'Gender') return genders.nameOf(value);
  if (typeof value !== 'string') return value;
  const tidy = trim ? value.trim() : value;
  return name === 'ProfileTags' && lowerCaseTags ? tidy.toLowerCase() : tidy;
}

function judgePassword(body: JsonObject, { member, space }: Membership, repeat: string): [string, string][] {
  const { OldPassword: old, NewPassword: wanted, [repeat]: again } = body;
  const complaints: [string, string][] = [];
  const complain = (name: string, message: string) => complaints.push([name, message]);

  if (typeof old !== 'string' || !old) complain('OldPassword', `'Old Password' must not be empty.`);
  else if (old !== member.password) {
    member.invalidAttempts += 1;
    complain('OldPassword', 'The current password is not correct.');
  } else member.invalidAttempts = 0;

  if (typeof wanted !== 'string' || !wanted) complain('NewPassword', `'New Password' must not be empty.`);
  else if (wanted.length < space.passwordLength)
    complain('NewPassword', `The password must be at least ${space.passwordLength} characters long.`);
  else if (!/\p{L}/u.test(wanted) || !/\d/.test(wanted))
    complain('NewPassword', 'The password must contain a letter and a number.');
  else if (wanted === old) complain('NewPassword', 'The new password must differ from the current one.');

  if (again !== wanted) complain(repeat, 'The passwords do not match.');
  return complaints;
}
