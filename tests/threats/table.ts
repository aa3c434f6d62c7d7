import type { BrowserName } from '../browsers/driver';

interface Row {
  /** What somebody would do. */
  what: string;
  /** The files here whose tests try it. */
  tests: readonly string[];
  /** The unit test that tries it, by the id in its name: where no browser has a part in it. */
  unit?: string;
  /** The only browser that has it, or lets a test see it. */
  only?: BrowserName;
}

/** Every threat of the model: SECURITY.md says the same in a member's words. */
export const threats = {
  // A page on a host of the portal.
  T01: { what: 'a page sends messages to the script in it', tests: ['page'] },
  T02: { what: 'a page makes clicks and keys up', tests: ['page'] },
  T03: { what: 'a page leads the member’s click astray', tests: ['page'] },
  T04: { what: 'a page is no document that anyone expects', tests: ['page'] },
  T05: { what: 'a page reads what is put into it', tests: ['page'] },
  T06: { what: 'another tenant plants its token', tests: ['capture'] },
  T07: { what: 'the portal’s own page plants another member’s token', tests: ['swap'] },
  T08: { what: 'a page floods the background with tokens', tests: ['arrivals'] },
  T09: { what: 'the portal is framed, or frames others', tests: ['capture'] },
  T10: { what: 'a page’s worker replays an old token', tests: ['capture'] },
  T11: { what: 'values are read out of a page that made them up', tests: ['build'] },
  T12: { what: 'a domain that looks alike asks to be bound', tests: ['messages'] },
  // Other sites.
  T13: { what: 'any site calls the API with its own bearer', tests: ['capture'] },
  T14: { what: 'a site loads our pages', tests: ['own-pages'] },
  T15: { what: 'a site finds out that the extension is there', tests: ['own-pages'] },
  T16: { what: 'a host looks like the API of a space', tests: ['data'] },
  T17: { what: 'an address of our pages is crafted', tests: ['own-pages'] },
  // Another extension.
  T18: { what: 'another extension sends messages', tests: ['spy'] },
  T19: { what: 'another extension watches our requests', tests: ['spy'] },
  T20: { what: 'another extension works the shortcuts', tests: ['spy'] },
  // A renderer that was taken over.
  T21: { what: 'a content script sends what only our pages may', tests: ['messages', 'data'] },
  T22: { what: 'a content script is sent secrets', tests: ['messages'] },
  T23: { what: 'a content script reads what is stored', tests: ['messages'] },
  T24: { what: 'a message makes the background do something else', tests: ['messages'] },
  // A hostile API.
  T25: { what: 'a text of the portal is run', tests: ['hostile-api'] },
  T26: { what: 'what is no text is rendered', tests: ['hostile-api'] },
  T27: { what: 'a key that means something to objects is kept', tests: ['data'] },
  T28: { what: 'an answer is huge, deep or endless', tests: ['strain'] },
  T29: { what: 'a link leads elsewhere than to the web', tests: ['hostile-api'] },
  T30: { what: 'an image tells somebody that it was seen', tests: ['hostile-api'] },
  T31: { what: 'the portal’s text gets into menus and badges', tests: ['data'] },
  T32: { what: 'a redirect takes body or token along', tests: ['redirects'] },
  T33: { what: 'an answer contains the bearer', tests: ['hostile-api'] },
  T34: { what: 'the portal’s words mislead', tests: ['strain'] },
  T35: { what: 'a save carries fields that nobody changed', tests: ['data'] },
  T35b: { what: 'the portal answers with another member’s data', tests: ['hostile-api'] },
  // The local disk.
  T36: { what: 'token or password are on the disk', tests: ['disk'] },
  T36b: { what: 'personal data that nobody edited are on the disk', tests: ['disk'] },
  T37: { what: 'session files have what was typed', tests: ['disk'] },
  T38: { what: 'the cache has what was read', tests: ['disk'] },
  T39: { what: 'logs and errors have token or password', tests: ['leaks'] },
  T40: { what: 'a password stays in memory', tests: ['leaks'], only: 'chromium' },
  T41: { what: 'something is left of a space that was forgotten', tests: ['disk'] },
  T42: { what: 'a private window is seen', tests: ['arrivals'] },
  T43: { what: 'two members in two containers are mixed up', tests: ['arrivals'], only: 'firefox' },
  // Network, packages, releases.
  T44: { what: 'a connection is intercepted', tests: ['leaks'] },
  T45: { what: 'code of ours, or a package’s, sends something out', tests: ['leaks'] },
  T46: { what: 'a package is malicious', tests: ['build'] },
  T47: { what: 'permissions creep in', tests: ['build'] },
  T48: { what: 'a release is made by the wrong hands', tests: ['build'] },
  T49: { what: 'a package is not what its sources say', tests: ['build'] },
  // Hostile values, links and packages.
  T60: { what: 'a value is longer than any form', tests: ['values'] },
  T61: { what: 'a bio is made to be costly to draw', tests: ['values'] },
  T62: { what: 'one record of a directory votes often', tests: ['values'] },
  T63: { what: 'a name turns a sentence around', tests: ['values'] },
  T64: { what: 'a link hides where it leads', tests: ['values'] },
  T65: { what: 'a switch of ours turns a write to another profile', tests: [], unit: 'engine/one-line' },
  T66: { what: 'somebody else gets into a workflow or the lockfile', tests: ['supply'] },
  T67: { what: 'a look-up tells of a host unasked', tests: [], unit: 'surfaces/look-up' },
} as const satisfies Record<string, Row>;

export type ThreatId = keyof typeof threats;
export const threatOf = (id: ThreatId): Row => threats[id];
