/**
 * Every open question about the real portal, as a switch. A test turns one at run time
 * (`portal.switches.gender = 'number'`) and the next request is answered that way.
 * The defaults are the likeliest reading of the public documentation.
 */
export interface Switches {
  /** `Gender` is read and written as a name ("Female") or as a number (3). */
  gender: 'name' | 'number';
  /** The number that stands for NotSet when `gender` is 'number'. */
  genderNotSet: 0 | 1;
  /** How a read gives the date of birth: 1990-12-10, with T00:00:00, or with T00:00:00Z. */
  dateOfBirth: 'plain' | 'midnight' | 'zulu';
  /** Where a read gives the countries: `CountryId`, `Country: { Id }`, or both. */
  country: 'id' | 'nested' | 'both';
  /** `/login/me` at the top level or under `User`. */
  loginMe: 'flat' | 'wrapped';
  /** Whether `/login/me` tells the current profile. */
  loginMeCoworkerId: boolean;
  /** `WebAddress` of the business records as `acme` or as `acme.spaces.nexudus.com`; getByHost always gives the latter. */
  webAddress: 'slug' | 'host';
  /** `User.AccessToken` in the profile list even when `_shape` leaves it out. */
  leakToken: boolean;
  /** Profile keys that this portal does not have: absent from reads, unknown to writes. */
  missing: string[];

  /** Keys that the PATCH does not know: refused, or dropped in silence. */
  unknownKeys: 'refuse' | 'ignore';
  /** When one field of several is refused: nothing is stored, or the good ones are. */
  refusals: 'all or nothing' | 'partial';
  /** A refusal comes as HTTP 400, as 200 with `WasSuccessful: false`, or as 200 with `true` and a bad `Status`. */
  refusal: 'status 400' | 'not successful' | 'body status';
  /** The shape of `Errors`. */
  errors: 'array' | 'object' | 'strings' | 'text';
  /** `AttemptedValue` repeats what was sent, passwords included. */
  echoValues: boolean;
  /** The answer to an accepted PATCH. */
  success: 'confirmation' | 'empty' | 'no content';
  /** Fields that are accepted and then not stored. */
  ignored: string[];
  lowerCaseTags: boolean;
  trim: boolean;
  /** The name of the repeated password; the other one is an unknown key. */
  passwordRepeat: 'RepeatNewPassword' | 'NewPasswordConfirm';
  /** Which tokens a password change ends. */
  passwordEnds: 'none' | 'other tokens' | 'all tokens';

  /** How long a token lives, in seconds. */
  tokenSeconds: number;
  /** Refuses every request of an extension's own origin with 403. */
  refuseExtensions: boolean;
  /** Who is believed when a request carries both a bearer and a session cookie. */
  identity: 'bearer first' | 'cookie first';
  throttle: Throttle;
  /**
   * Connections are used again. A browser that loses a used one before any header sends the request again by itself,
   * a PATCH too; without keep-alive each request has a connection of its own and is sent once.
   */
  keepAlive: boolean;

  /** Where the current (v5) app keeps its token. */
  tokenIn: 'memory' | 'sessionStorage' | 'localStorage';
  /** Whether the older (v4) pages send a bearer with their own API calls, or only their cookie. */
  v4Bearer: boolean;
  theme: 'system' | 'light' | 'dark';
  /** What the operator did to the pages: see pages/v5/restyle.js. */
  restyle: Restyle;
}

export interface Throttle {
  on: boolean;
  /** At most `requests` per token in `seconds`. */
  requests: number;
  seconds: number;
  writesPerMinute: number;
  status: 429 | 409;
  /** The `Retry-After` to send, in place of the seconds that are really left; null sends none. */
  retryAfter?: string | null;
}

export type Restyle =
  | 'none'
  | 'no menu'
  | 'no account menu'
  | 'bare'
  | 'renamed'
  | 'late'
  | 'rebuilt'
  | 'clobbered';

export const defaultSwitches: Readonly<Switches> = {
  gender: 'name',
  genderNotSet: 1,
  dateOfBirth: 'zulu',
  country: 'both',
  loginMe: 'flat',
  loginMeCoworkerId: true,
  webAddress: 'slug',
  leakToken: false,
  missing: [],
  unknownKeys: 'refuse',
  refusals: 'all or nothing',
  refusal: 'status 400',
  errors: 'array',
  echoValues: true,
  success: 'confirmation',
  ignored: [],
  lowerCaseTags: false,
  trim: false,
  passwordRepeat: 'RepeatNewPassword',
  passwordEnds: 'none',
  tokenSeconds: 7 * 24 * 3600,
  refuseExtensions: false,
  identity: 'bearer first',
  throttle: { on: false, requests: 10, seconds: 5, writesPerMinute: 60, status: 429 },
  keepAlive: true,
  tokenIn: 'localStorage',
  v4Bearer: false,
  theme: 'system',
  restyle: 'none',
};

/** A fresh set of switches: the defaults with some turned. */
export const switchesWith = (turned: Partial<Switches> = {}): Switches =>
  structuredClone({ ...defaultSwitches, ...turned });
