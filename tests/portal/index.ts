/** The stand-in portal, for tests, the demo and `npm run portal`. */

export { apiOrigin, appUrl, firefoxPrefs, hostRules, mappedHosts, storedSession } from './addresses';
export { type Client, createClient, type Reply } from './client';
export * as recipes from './faults/recipes';
export type { ActiveFault, Answer, Delivery, Fault, Gate, Match, Scripted } from './faults/types';
export type { Entry, Log } from './log';
export { createPortal, type Portal, type PortalOptions } from './portal';
export { type Country, countries, countryId } from './state/countries';
export type { Member, Membership, Profile, Space, Token } from './state/model';
export { seededMembers } from './state/people';
export { seededSpaces } from './state/spaces';
export type { Truth } from './state/world';
export { defaultSwitches, type Restyle, type Switches, type Throttle } from './switches';
