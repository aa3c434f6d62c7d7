import type { Actions, Start } from '../../../components/editor/contract';
import { createEditor } from '../../../components/editor/create-editor';
import { fields, type Row } from '../../../utils/profile/fields';
import type { Kind } from '../../../utils/profile/kinds';
import { readRecord } from '../../../utils/profile/record';
import { emptyOutcome, type Outcome } from '../../../utils/save-data';
import type { Country, Snapshot } from '../../../utils/snapshot';

/** Today in every picture, so that none changes by itself. */
export const now = Date.parse('2026-11-23T10:00:00Z');

/** What a portal would send for a row that no example names: a new field needs no line here. */
const usual: Record<Kind, unknown> = {
  text: 'Something',
  multiline: 'Something\nin two lines',
  bio: 'A few words about me.',
  email: 'someone@example.com',
  phone: '+44 20 7946 0958',
  date: '1985-12-10T00:00:00',
  tax: 'GB999999973',
  link: 'https://example.com',
  handle: 'someone',
  tags: 'one,two',
  choice: 'NotSet',
  country: 1220,
  toggle: true,
};

type Wire = Record<string, unknown>;
const wireOf = (known: Wire): Wire => ({
  ...Object.fromEntries(fields.map(({ name, kind }: Row) => [name, usual[kind]])),
  ...known,
});

const ada: Wire = {
  FullName: 'Ada Lovelace',
  NickName: 'Ada',
  Gender: 'Female',
  MobilePhone: '+44 7700 900123',
  LandLine: '',
  Address: '12 St James’s Square\n2nd floor',
  PostCode: 'SW1Y 4JH',
  CityName: 'London',
  State: 'Greater London',
  Position: 'Founder',
  CompanyName: 'Analytical Engines Ltd',
  BusinessArea: 'Computing',
  ProfileSummary:
    'I write programs for machines that do not exist yet.\n\n- numbers\n- music\n- **looms**\n\nTalk to me about any of them.',
  ProfileTags: 'mathematics,computing,poetry,design,public speaking',
  ProfileWebsite: 'https://ada.example.com',
  Linkedin: 'https://www.linkedin.com/in/ada-lovelace',
  Twitter: '@ada',
  Github: 'ada',
  Instagram: null,
  Facebook: null,
  Skype: null,
  Telegram: 'ada_l',
  BillingName: 'Analytical Engines Ltd',
  BillingEmail: 'invoices@engines.example.com',
  BillingAddress: '12 St James’s Square',
  BillingPostCode: 'SW1Y 4JH',
  BillingCityName: 'London',
  BillingState: null,
  OnNewWallPost: false,
  ReceiveCommunityDigest: false,
};

export const countries: readonly Country[] = [
  [1220, 'United Kingdom', 'GB'],
  [1081, 'Germany', 'DE'],
  [1074, 'France', 'FR'],
  [1204, 'Spain', 'ES'],
  [1110, 'Japan', 'JP'],
  [1064, 'Egypt', 'EG'],
  [1030, 'Brazil', 'BR'],
].map(([id, name, code]) => ({ id: Number(id), name: String(name), code: String(code) }));

interface Person {
  name: string;
  email: string;
  space: string;
  company?: string;
  wire?: Wire;
}

export const people = {
  ada: { name: 'Ada Lovelace', email: 'ada@engines.example.com', space: 'Acme Coworking', wire: ada },
  layla: {
    name: 'ليلى العامري',
    email: 'layla@example.com',
    space: 'Acme Coworking',
    wire: {
      ...ada,
      FullName: 'ليلى العامري',
      CityName: 'أبوظبي',
      NickName: 'ليلى',
      Position: 'مهندسة معمارية',
    },
  },
  long: {
    name: 'Maximiliane-Alexandra von Hohenstein-Wittgenstein zu Sayn',
    email: 'maximiliane-alexandra.von-hohenstein-wittgenstein@a-very-long-subdomain.example.com',
    space: 'The Old Warehouse by the Canal Coworking and Events',
    company: 'Hohenstein-Wittgenstein Beteiligungsgesellschaft mbH & Co. KG',
    wire: {
      ...ada,
      FullName: 'Maximiliane-Alexandra von Hohenstein-Wittgenstein zu Sayn',
      ProfileTags: Array.from({ length: 18 }, (_, at) => `skill number ${at}`).join(','),
      ProfileWebsite: `https://example.com/${'a-long-path/'.repeat(12)}`,
      ProfileSummary: 'Lorem ipsum dolor sit amet. '.repeat(80),
    },
  },
  empty: {
    name: '山田 花子',
    email: 'hanako@example.jp',
    space: 'acme',
    wire: Object.fromEntries(
      fields.map(({ name, kind }) => [name, kind === 'toggle' ? false : kind === 'country' ? null : '']),
    ),
  },
} satisfies Record<string, Person>;

export function snapshotOf(person: Person, more: Partial<Snapshot> = {}, odd: Wire = {}): Snapshot {
  const wire = { ...wireOf(person.wire ?? {}), ...odd };
  const reading = readRecord(
    Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined)),
  );
  return {
    seat: 'acme',
    owner: { space: 'acme', user: 1, profile: 11 },
    member: { name: person.name, email: person.email },
    spaceName: person.space,
    profiles: [
      {
        id: 11,
        name: person.name,
        company: person.company ?? '',
        current: true,
        type: person.company ? 2 : 1,
      },
    ],
    values: reading.values,
    locked: [...reading.locked],
    cut: reading.cut,
    missing: [...reading.missing],
    suggestsBio: false,
    readAt: now - 7_200_000,
    ...more,
  };
}

const never = new Promise<never>(() => {});

/** An editor in the state that the parts describe; nothing reaches a portal. */
export function editorOf(start: Partial<Start> = {}, actions: Partial<Actions> = {}) {
  return createEditor(
    {
      surface: 'popup',
      snapshot: snapshotOf(people.ada),
      countries,
      edits: {},
      section: 'personal',
      generation: 'v5',
      ...start,
    },
    {
      keepDraft() {},
      save: () => never,
      changePassword: () => never,
      wake() {},
      startPreflight() {},
      refresh() {},
      connect() {},
      allow() {},
      seen() {},
      showSection() {},
      today: () => '2026-11-23',
      now: () => now,
      ...actions,
    },
  );
}

export const outcomeOf = (more: Partial<Outcome>): Outcome => ({ ...emptyOutcome('save', now), ...more });
