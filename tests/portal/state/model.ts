import type { AccountValues, ProfileValues } from './fields';

/** One coworking space: a portal and a security domain of its own. */
export interface Space {
  id: number;
  /** The first label of its host names. */
  slug: string;
  name: string;
  tagline: string;
  city: string;
  culture: string;
  currency: string;
  /** The accent of its pages. */
  color: string;
  /** Custom domains that serve its app. */
  domains: readonly string[];
  /** Whether the operator has the AI writer. */
  ai: boolean;
  passwordLength: number;
}

/** A person's or a company's record in one space. */
export interface Profile {
  id: number;
  space: string;
  /** 1 a person, 2 a company, as the portal numbers them. */
  type: 1 | 2;
  active: boolean;
  values: ProfileValues;
  created: string;
  updated: string;
}

/** What a member is in one space. */
export interface Membership {
  member: Member;
  space: Space;
  account: AccountValues;
  profiles: Profile[];
  /** The profile that reads give and writes reach; null for a user without a member profile. */
  current: number | null;
}

/** A person who signs in: one e-mail and one password, wherever they are a member. */
export interface Member {
  /** The name that tests use. */
  key: string;
  id: number;
  email: string;
  fullName: string;
  password: string;
  /** Wrong current passwords since the last right one. */
  invalidAttempts: number;
  memberships: Membership[];
}

/** A bearer and what it stands for. */
export interface Token {
  access: string;
  refresh: string;
  member: Member;
  space: string;
  /** Milliseconds of the world's clock. */
  expires: number;
}

/** An e-mail that the operator got because a member saved the professional profile. */
export interface OperatorMail {
  space: string;
  profile: number;
  fields: string[];
}
