import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Surface } from '../browsers/driver';
import { countryId } from '../portal/state/countries';
import type { Truth } from '../portal/state/world';

/** What a member puts in a control, and what the portal must then hold where that differs. A switch is flipped. */
type Sample = { put: string; holds?: string | number } | 'flip';

/** Each of the 39 readable fields edited once; the values differ from those that Ada starts with. */
export const samples: Record<FieldName, Sample> = {
  FullName: { put: 'Ada King, Countess of Lovelace' },
  NickName: { put: 'Countess' },
  Gender: { put: 'RatherNotSay' },
  DateOfBirth: { put: '1988/2/29', holds: '1988-02-29' },
  MobilePhone: { put: '+44 (0)7700 900 987' },
  LandLine: { put: '020 7946 0958' },
  Address: { put: '7 Quay Street' },
  PostCode: { put: 'BS1 4DJ' },
  CityName: { put: 'Bath' },
  State: { put: 'Somerset' },
  CountryId: { put: String(countryId('PT')), holds: countryId('PT') },
  Position: { put: 'Head of Engines' },
  CompanyName: { put: 'Difference & Co “Ltd”' },
  BusinessArea: { put: 'Computing' },
  ProfileIsPublic: 'flip',
  ProfileSummary: { put: 'Poetical science, *mostly*. 数学 & القهوة' },
  ProfileTags: { put: 'engines,', holds: 'mathematics,looms,Typescript,engines' },
  ProfileWebsite: { put: 'lovelace.example.org', holds: 'https://lovelace.example.org' },
  Linkedin: { put: 'linkedin.com/in/countess', holds: 'https://linkedin.com/in/countess' },
  Twitter: { put: '@countess' },
  Github: { put: 'countess' },
  Instagram: { put: 'countess.draws' },
  Facebook: { put: 'countess.ada' },
  Skype: { put: 'live:countess' },
  Telegram: { put: 'countess_ada' },
  BillingName: { put: 'Difference & Co' },
  BillingEmail: { put: 'billing@difference.example.com' },
  BillingAddress: { put: '1 Billing Lane' },
  BillingPostCode: { put: 'BA1 1AA' },
  BillingCityName: { put: 'Bath' },
  BillingState: { put: 'Avon' },
  BillingCountryId: { put: String(countryId('IE')), holds: countryId('IE') },
  TaxIDNumber: { put: 'GB999999973' },
  OnHelpDeskMsg: 'flip',
  OnNewWallPost: 'flip',
  OnNewBlogComment: 'flip',
  OnNewEventComment: 'flip',
  ReceiveCommunityDigest: 'flip',
  SignUpToNewsletter: 'flip',
};

/** Puts a field's sample into its control as a person would. */
export async function put(surface: Surface, name: FieldName): Promise<void> {
  const sample = samples[name];
  const control = `#field-${name}`;
  if (sample === 'flip') return surface.click(control);
  const { kind } = fieldOf(name);
  if (kind === 'choice' || kind === 'country') return surface.select(control, sample.put);
  await surface.fill(control, sample.put);
}

/** What the portal must hold of a field once its sample is saved. */
export function held(name: FieldName, before: Truth): unknown {
  const sample = samples[name];
  return sample === 'flip' ? !before[name] : (sample.holds ?? sample.put);
}
