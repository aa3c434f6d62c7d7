import { blankAccount, blankProfile } from './fields';
import type { Member, Profile, Space } from './model';
import { type SeedMember, seededMembers } from './people';

const FIRST_USER = 7_100_001;
const FIRST_PROFILE = 1_880_001;

/** Fresh members with ids that are the same each time: users count from 7100001, profiles from 1880001, in seed order. */
export function seedMembers(
  spaces: readonly Space[],
  seeds: readonly SeedMember[] = seededMembers,
): Member[] {
  let nextProfile = FIRST_PROFILE;
  const profileOf = (
    space: string,
    { type = 1, active = true, values }: SeedMember['spaces'][string]['profiles'][number],
  ): Profile => ({
    id: nextProfile++,
    space,
    type,
    active,
    values: { ...blankProfile(), ...structuredClone(values) },
    created: '2024-09-02T08:30:00Z',
    updated: '2026-01-15T09:00:00Z',
  });

  return seeds.map((seed, index) => {
    const { key, email, fullName, password } = seed;
    const member: Member = {
      key,
      id: FIRST_USER + index,
      email,
      fullName,
      password,
      invalidAttempts: 0,
      memberships: [],
    };
    for (const [slug, { account, profiles: seeded }] of Object.entries(seed.spaces)) {
      const space = spaces.find(candidate => candidate.slug === slug);
      if (!space) throw new Error(`${key} is seeded in the unknown space ${slug}`);
      const profiles = seeded.map(profile => profileOf(slug, profile));
      member.memberships.push({
        member,
        space,
        account: { ...blankAccount(), ...account },
        profiles,
        current: profiles[0]?.id ?? null,
      });
    }
    return member;
  });
}
