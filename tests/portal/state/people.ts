import { countryId } from './countries';
import type { AccountValues, ProfileValues } from './fields';
import { longBio } from './longBio';

export interface SeedProfile {
  type?: 1 | 2;
  active?: boolean;
  values: Partial<ProfileValues>;
}

export interface SeedMember {
  key: string;
  email: string;
  fullName: string;
  password: string;
  /** Why this member is here; printed by `npm run portal`. */
  about: string;
  /** Per space, the profiles; the first is current. */
  spaces: Record<string, { account?: Partial<AccountValues>; profiles: SeedProfile[] }>;
}

const GB = countryId('GB');
const FR = countryId('FR');
const JP = countryId('JP');

export const seededMembers: readonly SeedMember[] = [
  {
    key: 'ada',
    email: 'ada@acme.test',
    fullName: 'Ada Lovelace',
    password: 'Analytical-1843',
    about: 'the usual sign-in: a person, a company and a disabled profile',
    spaces: {
      acme: {
        profiles: [
          {
            values: {
              FullName: 'Ada Lovelace',
              NickName: 'Ada',
              Gender: 'Female',
              DateOfBirth: '1990-12-10',
              MobilePhone: '+44 7700 900123',
              LandLine: '0117 496 0123',
              Address: '12 Harbour Walk\nFlat 3',
              PostCode: 'BS1 5TX',
              CityName: 'Bristol',
              State: 'Bristol',
              CountryId: GB,
              Position: 'Engineer',
              CompanyName: 'Analytical Engines Ltd',
              BusinessArea: 'Software',
              ProfileSummary:
                'I write programs for machines that do not exist yet.\n\n**Ask me about** looms, music and tea.',
              ProfileTags: 'mathematics, looms, Typescript',
              ProfileWebsite: 'https://ada.example.com',
              ProfileIsPublic: true,
              Linkedin: 'https://www.linkedin.com/in/ada-example',
              Twitter: 'ada_example',
              Github: 'ada-example',
              BillingName: 'Analytical Engines Ltd',
              BillingEmail: 'accounts@engines.example.com',
              BillingAddress: '12 Harbour Walk',
              BillingPostCode: 'BS1 5TX',
              BillingCityName: 'Bristol',
              BillingState: 'Bristol',
              BillingCountryId: GB,
              TaxIDNumber: 'GB123456782',
              SignUpToNewsletter: true,
            },
          },
          {
            type: 2,
            values: {
              FullName: 'Analytical Engines Ltd',
              CompanyName: 'Analytical Engines Ltd',
              BusinessArea: 'Software',
              MobilePhone: '+44 117 496 0199',
              Address: '1 Temple Quay',
              PostCode: 'BS1 6DG',
              CityName: 'Bristol',
              ProfileTags: 'software, hardware',
              ProfileIsPublic: true,
              BillingName: 'Analytical Engines Ltd',
              BillingEmail: 'accounts@engines.example.com',
              TaxIDNumber: 'GB123456782',
            },
          },
          { active: false, values: { FullName: 'Ada King (old membership)', Position: 'Countess' } },
        ],
      },
    },
  },
  {
    key: 'grace',
    email: 'grace@acme.test',
    fullName: 'Grace Okafor',
    password: 'Compiler-1952',
    about: 'one plain profile, not listed in the directory',
    spaces: {
      acme: {
        account: { OnNewEventComment: true, ReceiveCommunityDigest: false },
        profiles: [
          {
            values: {
              FullName: 'Grace Okafor',
              NickName: 'Grace',
              Gender: 'RatherNotSay',
              DateOfBirth: '1984-02-29',
              MobilePhone: '07700 900456',
              Address: '4 Spike Island',
              PostCode: 'BS1 6UX',
              CityName: 'Bristol',
              Position: 'Illustrator',
              BusinessArea: 'Design',
              ProfileTags: 'illustration, letterpress',
              Instagram: 'grace.draws.example',
              BillingName: 'Grace Okafor',
              BillingEmail: 'grace@acme.test',
            },
          },
        ],
      },
    },
  },
  {
    key: 'mira',
    email: 'mira@studio.test',
    fullName: 'Mira Delacroix-Sørensen',
    password: 'Deux-Maisons-59',
    about: 'a member of two spaces, with three profiles',
    spaces: {
      acme: {
        profiles: [
          {
            values: {
              FullName: 'Mira Delacroix-Sørensen',
              Gender: 'Female',
              DateOfBirth: '1979-07-14',
              CityName: 'Bristol',
              Position: 'Visiting architect',
              CompanyName: 'Studio Mira',
              ProfileTags: 'architecture, timber',
              BillingName: 'Studio Mira SARL',
              BillingEmail: 'factures@studio.test',
              BillingCountryId: FR,
              TaxIDNumber: 'FR40303265045',
            },
          },
        ],
      },
      'atelier-nord': {
        account: { OnHelpDeskMsg: false },
        profiles: [
          {
            values: {
              FullName: 'Mira Delacroix-Sørensen',
              Gender: 'Female',
              DateOfBirth: '1979-07-14',
              MobilePhone: '+33 6 39 98 12 34',
              Address: '7 quai du Wault',
              PostCode: '59800',
              CityName: 'Lille',
              State: 'Hauts-de-France',
              CountryId: FR,
              Position: 'Architecte',
              CompanyName: 'Studio Mira',
              BusinessArea: 'Architecture',
              ProfileSummary: 'Architecte bois. Je dessine des charpentes qui respirent.',
              ProfileTags: 'architecture, bois, charpente',
              ProfileIsPublic: true,
              BillingCountryId: FR,
            },
          },
          {
            type: 2,
            values: {
              FullName: 'Studio Mira SARL',
              CompanyName: 'Studio Mira SARL',
              CityName: 'Lille',
              CountryId: FR,
              BillingName: 'Studio Mira SARL',
              BillingEmail: 'factures@studio.test',
              BillingCountryId: FR,
              TaxIDNumber: 'FR40303265045',
            },
          },
        ],
      },
    },
  },
  {
    key: 'layla',
    email: 'layla@acme.test',
    fullName: 'ليلى بنت عبد الرحمن الفاسي',
    password: 'Kitab-al-Jabr-9',
    about: 'an Arabic name and right-to-left text throughout',
    spaces: {
      acme: {
        profiles: [
          {
            values: {
              FullName: 'ليلى بنت عبد الرحمن الفاسي',
              NickName: 'ليلى',
              Gender: 'Female',
              DateOfBirth: '1995-03-21',
              MobilePhone: '+212 650-123456',
              Address: 'زنقة الأطلس 12\nالطابق الثاني',
              PostCode: '20250',
              CityName: 'الدار البيضاء',
              CountryId: countryId('MA'),
              Position: 'مهندسة معمارية',
              CompanyName: 'استوديو الأطلس',
              ProfileSummary: 'أصمّم فضاءات عمل هادئة (Arabic & English).',
              ProfileTags: 'عمارة, تصميم, UX',
              ProfileIsPublic: true,
              BillingName: 'استوديو الأطلس',
              BillingEmail: 'layla@acme.test',
              BillingCountryId: countryId('MA'),
            },
          },
        ],
      },
    },
  },
  {
    key: 'haruka',
    email: 'haruka@kodama.test',
    fullName: '山本 遥',
    password: 'Kodama-no-mori-7',
    about: 'a Japanese name and address',
    spaces: {
      kodama: {
        profiles: [
          {
            values: {
              FullName: '山本 遥',
              NickName: 'はるか',
              Gender: 'Other',
              DateOfBirth: '1988-11-03',
              MobilePhone: '090-1234-5678',
              Address: '京都市左京区鹿ケ谷\n法然院町 5-12',
              PostCode: '606-8427',
              CityName: '京都市',
              State: '京都府',
              CountryId: JP,
              Position: '翻訳者',
              BusinessArea: '出版',
              ProfileSummary: '日英翻訳をしています。静かな場所が好きです。',
              ProfileTags: '翻訳, 出版, 茶道',
              ProfileIsPublic: true,
              BillingName: '山本 遥',
              BillingEmail: 'haruka@kodama.test',
              BillingCountryId: JP,
            },
          },
        ],
      },
    },
  },
  {
    key: 'rosa',
    email: 'rosa@kodama.test',
    fullName: 'Rosa Iglesias',
    password: 'Diez-mil-letras-1',
    about: 'a bio of 10,000 characters',
    spaces: {
      kodama: {
        profiles: [
          {
            values: {
              FullName: 'Rosa Iglesias',
              Gender: 'Female',
              CityName: 'Kyoto',
              CountryId: JP,
              Position: 'Novelist',
              BusinessArea: 'Writing',
              ProfileSummary: longBio(10_000),
              ProfileTags: 'novels, walking, long sentences',
              ProfileIsPublic: true,
              BillingCountryId: countryId('ES'),
            },
          },
        ],
      },
    },
  },
  {
    key: 'maximilian',
    email: 'maximilian-von-und-zu-hohenstaufen-wittelsbach-lichtenberg@atelier-nord.test',
    fullName: 'Maximilian Ferdinand Leopold Graf von und zu Hohenstaufen-Wittelsbach-Lichtenberg der Jüngere',
    password: 'Sehr-langer-Name-1',
    about: 'names, addresses and words that are as long as they get',
    spaces: {
      'atelier-nord': {
        profiles: [
          {
            values: {
              FullName:
                'Maximilian Ferdinand Leopold Graf von und zu Hohenstaufen-Wittelsbach-Lichtenberg der Jüngere',
              NickName: 'Donaudampfschifffahrtsgesellschaftskapitän',
              Gender: 'Male',
              DateOfBirth: '1930-01-01',
              MobilePhone: '+49 (0) 160 / 123 45 67 – nur werktags zwischen 9 und 17 Uhr',
              Address:
                'Schloss Lichtenberg an der Unteren Steinach\nWestflügel, dritter Stock\nAufgang C\nKlingel 14',
              PostCode: '95192-LICHTENBERG',
              CityName: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
              State: 'Bayern',
              CountryId: countryId('GS'),
              Position: 'Oberverwaltungsgerichtspräsidentenstellvertreteranwärter a. D.',
              CompanyName:
                'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesellschaft mbH & Co. KG',
              ProfileTags: Array.from({ length: 21 }, (_, n) => `Schlagwort ${n + 1}`)
                .join(',')
                .slice(0, 254),
              ProfileWebsite: `https://hohenstaufen.example.com/${'sehr/'.repeat(30)}lang`,
              BillingName: 'Gräflich Hohenstaufen-Wittelsbach-Lichtenbergsche Hauptverwaltung',
              BillingEmail:
                'rechnungseingang.hauptverwaltung@hohenstaufen-wittelsbach-lichtenberg.example.com',
              BillingCountryId: countryId('DE'),
            },
          },
        ],
      },
    },
  },
  {
    key: 'nils',
    email: 'nils@atelier-nord.test',
    fullName: 'Nils',
    password: 'Rien-du-tout-0',
    about: 'an empty profile: a name and nothing else',
    spaces: {
      'atelier-nord': {
        account: { OnHelpDeskMsg: false, OnNewWallPost: false, ReceiveCommunityDigest: false },
        profiles: [{ values: { FullName: 'Nils', CountryId: FR, BillingCountryId: FR } }],
      },
    },
  },
  {
    key: 'vera',
    email: 'vera@acme.test',
    fullName: 'Vera Lind',
    password: 'No-Profile-2026',
    about: 'may sign in at acme but has no member profile there',
    spaces: { acme: { profiles: [] } },
  },
];
