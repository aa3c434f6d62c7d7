import type { Json, JsonObject } from '../json';
import { countries } from './countries';
import { furniture } from './furniture';
import { genders } from './genders';
import type { Membership, Profile } from './model';
import type { World } from './world';

const countryOf = (id: Json): Json => {
  const found = countries.find(({ Id }) => Id === id);
  return found ? { Id: found.Id, Name: found.Name, TwoDigitsCode: found.TwoDigitsCode } : null;
};

const dateSuffix = { plain: '', midnight: 'T00:00:00', zulu: 'T00:00:00Z' };

/** The Coworker as the API gives it: some 180 keys, most of them no concern of a member, in the dialect that the switches name. */
export function coworkerOf(world: World, { member, space }: Membership, profile: Profile): JsonObject {
  const { switches } = world;
  const { CountryId, BillingCountryId, Gender, DateOfBirth, ...values } = profile.values;
  const nested = switches.country !== 'id';
  const flat = switches.country !== 'nested';

  const coworker: JsonObject = {
    ...furniture(profile.id),
    ...structuredClone(values),
    Id: profile.id,
    Email: profile.type === 1 ? member.email : `office+${profile.id}@${space.slug}.test`,
    CoworkerType: profile.type,
    Active: profile.active,
    UserId: member.id,
    InvoicingBusinessId: space.id,
    InvoicingBusinessName: space.name,
    Gender: switches.gender === 'name' ? Gender : genders.numberOf(Gender, switches.genderNotSet),
    DateOfBirth:
      typeof DateOfBirth === 'string' ? DateOfBirth + dateSuffix[switches.dateOfBirth] : DateOfBirth,
    ...(flat ? { CountryId, BillingCountryId } : {}),
    ...(nested ? { Country: countryOf(CountryId), BillingCountry: countryOf(BillingCountryId) } : {}),
    AvatarUrl: `https://${space.slug}.spaces.nexudus.com/en/coworker/getavatar/${profile.id}?h=200&w=200`,
    OpenAiProfileAvailable: space.ai,
    CreatedOn: profile.created,
    UpdatedOn: profile.updated,
    UpdatedBy: member.email,
  };
  for (const name of switches.missing) delete coworker[name];
  return coworker;
}
