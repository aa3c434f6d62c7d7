import { browser } from 'wxt/browser';
import type { Snapshot } from '../../utils/snapshot';
import { domainsItem, knownSpacesItem, seatsItem, sightingsItem, snapshotOf } from '../../utils/stores';

const time = (at: number | undefined) => (at === undefined ? 'never' : new Date(at).toISOString());

/** What is told of one seat: times and names of fields, never a value, a name or an id of a person. */
const aboutSeat = (seat: string, seen: number | undefined, snapshot: Snapshot | undefined): string[] => [
  `${seat}: last capture ${time(seen)}, last read ${time(snapshot?.readAt)}`,
  `  locked: ${snapshot?.locked.join(', ') || 'none'}`,
  `  missing: ${snapshot?.missing.join(', ') || 'none'}`,
  `  problem: ${snapshot?.problem?.code ?? 'none'}`,
];

/** Everything that helps to find a fault, and nothing of the profile. */
export async function diagnostics(): Promise<string> {
  const [permissions, seats, sightings, known, domains] = await Promise.all([
    browser.permissions.getAll(),
    seatsItem.get(),
    sightingsItem.get(),
    knownSpacesItem.get(),
    domainsItem.get(),
  ]);
  const places = [...new Set([...(seats?.recent ?? []), ...Object.keys(sightings?.seen ?? {})])];
  const seatLines = await Promise.all(
    places.map(async seat => aboutSeat(seat, sightings?.seen[seat], await snapshotOf(seat).get())),
  );
  const refused = Object.entries(sightings?.refused ?? {}).map(([host, times]) => `${host} (${times})`);
  return [
    `Nametag ${browser.runtime.getManifest().version}`,
    navigator.userAgent,
    `Permissions: ${(permissions.permissions ?? []).join(', ')}`,
    `Sites: ${(permissions.origins ?? []).join(', ')}`,
    `Known spaces: ${(known ?? []).map(({ space, generation }) => `${space} (${generation})`).join(', ') || 'none'}`,
    `Custom domains: ${
      Object.entries(domains ?? {})
        .map(([origin, space]) => `${origin} → ${space}`)
        .join(', ') || 'none'
    }`,
    ...seatLines.flat(),
    `Refused initiators: ${refused.join(', ') || 'none'}`,
  ].join('\n');
}
