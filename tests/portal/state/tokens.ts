import { randomBytes } from 'node:crypto';
import type { Member, Token } from './model';

/** Bearers are some 430 characters of base64url; two of them never look alike, in any run. */
const newSecret = (bytes: number) => randomBytes(bytes).toString('base64url');

export interface TokenFilter {
  member?: string;
  space?: string;
}

export interface ExpireOptions extends TokenFilter {
  keepRefresh?: boolean;
  /** The bearer of a token that lives on. */
  except?: string;
}

/** The tokens of one portal. Each is good in one space only. */
export function createTokens(now: () => number) {
  const tokens = new Map<string, Token>();
  const of = ({ member, space }: TokenFilter) =>
    [...tokens.values()].filter(
      token =>
        (member === undefined || token.member.key === member) &&
        (space === undefined || token.space === space),
    );

  return {
    issue(member: Member, space: string, seconds: number): Token {
      const token: Token = {
        access: newSecret(322),
        refresh: newSecret(48),
        member,
        space,
        expires: now() + seconds * 1000,
      };
      tokens.set(token.access, token);
      return token;
    },

    /** The token of a bearer in a space, if it is known there and still lives. */
    find(access: string, space: string): Token | undefined {
      const token = tokens.get(access);
      return token && token.space === space && token.expires > now() ? token : undefined;
    },

    /** Takes a refresh token, which works once; the old bearer lives on, as on the real portal. */
    refresh(refresh: string, space: string, seconds: number): Token | undefined {
      const old = [...tokens.values()].find(token => token.refresh === refresh && token.space === space);
      if (!refresh || !old) return undefined;
      old.refresh = '';
      return this.issue(old.member, space, seconds);
    },

    /** Ends tokens at once: all of them, or those of a member or space. Their refresh tokens end too, unless kept. */
    expire({ keepRefresh = false, except, ...filter }: ExpireOptions = {}) {
      for (const token of of(filter)) {
        if (token.access === except) continue;
        token.expires = 0;
        if (!keepRefresh) token.refresh = '';
      }
    },

    of,

    /** Remembers every token as it is now; gives what puts them back, so that later ones are unknown again. */
    keep(): () => void {
      const kept = [...tokens.values()].map(token => ({
        token,
        refresh: token.refresh,
        expires: token.expires,
      }));
      return () => {
        tokens.clear();
        for (const { token, refresh, expires } of kept)
          tokens.set(token.access, Object.assign(token, { refresh, expires }));
      };
    },
  };
}

export type Tokens = ReturnType<typeof createTokens>;
