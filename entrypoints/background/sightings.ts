import type { Seat } from '../../utils/snapshot';
import { sightingsItem } from '../../utils/stores';
import { createQueue } from './queue';

const mostHosts = 20;
/** A seat that keeps talking is noted this often, in milliseconds. */
const pause = 60_000;

/** Keeps what diagnostics tell of captures: times and host names, in memory. */
export function createSightings(now = Date.now) {
  const inLine = createQueue();
  const last = new Map<string, number>();

  const note = (key: string, change: 'seen' | 'refused') => {
    const at = now();
    const mark = `${change} ${key}`;
    if (Math.abs(at - (last.get(mark) ?? Number.NEGATIVE_INFINITY)) < pause) return;
    last.set(mark, at);
    void inLine('sightings', async () => {
      const { seen, refused } = (await sightingsItem.get()) ?? { seen: {}, refused: {} };
      if (change === 'seen') await sightingsItem.set({ refused, seen: { ...seen, [key]: at } });
      else if (key in refused || Object.keys(refused).length < mostHosts)
        await sightingsItem.set({ seen, refused: { ...refused, [key]: (refused[key] ?? 0) + 1 } });
    }).catch(() => {});
  };

  return {
    seen: (seat: Seat) => note(seat, 'seen'),
    /** A page that is not the space's portal used its API with a token. */
    refused: (host: string) => note(host, 'refused'),
  };
}
