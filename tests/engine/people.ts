import type { Owner } from '../../utils/profile/owner';
import type { Values } from '../../utils/profile/record';
import type { Snapshot } from '../../utils/snapshot';

export const someone: Owner = { space: 'acme', user: 7_100_001, profile: 1_880_001 };

/** The picture of a member whose portal shows these values. */
export const snapshotWith = (values: Values, owner: Owner = someone): Snapshot => ({
  seat: owner.space,
  owner,
  member: { name: 'Ada Lovelace', email: 'ada@acme.test' },
  spaceName: 'Acme Works',
  profiles: [{ id: owner.profile, name: 'Ada Lovelace', company: '', current: true, type: 1 }],
  values,
  locked: [],
  missing: [],
  suggestsBio: false,
  readAt: 0,
});
