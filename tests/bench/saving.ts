import { pause } from '../browsers/waiting';
import { ready, showSection } from '../e2e/stage';
import type { Portal } from '../portal/portal';
import { type Figure, figureOf } from './figures';
import { createGround, type Ground, quiet } from './ground';
import { median, over } from './stats';
import { shown, watch } from './typing';

const api = 'acme.spaces.nexudus.com';

/** How far away the portal is put for what waits for it: it answers each request after so many milliseconds. */
export const distance = 50;
export const putAway = ({ faults }: Portal): void =>
  void faults.add({ match: { host: api }, times: Number.POSITIVE_INFINITY, delay: distance });

/** One request and its answer, as the background makes them, in milliseconds. */
const roundTrip = ({ browser }: Ground): Promise<number> =>
  browser.background.evaluate(async (_, host) => {
    const began = performance.now();
    await (await fetch(`https://${host}/api/public/countries`, { cache: 'no-store' })).text();
    return performance.now() - began;
  }, api);

/** How long a hand holds the button down, in milliseconds, and how often at most the portal is read for it. */
const press = 90;
const throttle = 2_000;

/** One field is changed and saved, with the preflight made while the button is down. */
export async function saving(rounds: number): Promise<Figure[]> {
  const ground = await createGround('chromium');
  const { portal, browser } = ground;
  try {
    putAway(portal);
    const tab = await browser.newTab(`${browser.origin}/popup.html`);
    await ready(tab);
    await showSection(tab, 'professional');
    const trips: number[] = [];
    const toWire: number[] = [];
    const toSaved: number[] = [];
    const extraBytes: number[] = [];
    const gets: number[] = [];
    const patches: number[] = [];
    for (let round = -2; round < rounds; round += 1) {
      await pause(throttle);
      await quiet(ground, 150);
      const trip = await roundTrip(ground);
      await quiet(ground, 150);
      const mark = portal.log.mark();
      const value = `Engineer ${round}`;
      await tab.fill('#field-Position', value);
      await watch(tab, 'click', 'Saved');
      await tab.click('[data-action=save]', 'left', press);
      const { came, drawn } = await shown(tab, 1);
      await quiet(ground, 150);
      const requests = portal.log.since(mark).filter(({ method }) => method !== 'OPTIONS');
      const patch = requests.find(({ method }) => method === 'PATCH');
      if (!patch) throw new Error('No PATCH reached the portal');
      if (round < 0) continue;
      trips.push(trip);
      toWire.push(patch.time - came);
      toSaved.push(drawn - came);
      extraBytes.push(Buffer.byteLength(patch.body) - Buffer.byteLength(JSON.stringify({ Position: value })));
      gets.push(requests.filter(({ method }) => method === 'GET').length);
      patches.push(requests.filter(({ method }) => method === 'PATCH').length);
    }
    return [
      figureOf('Save → PATCH on the wire', toWire, {
        floor: 0,
        target: '≤ 10 ms',
        reached: median(toWire) <= 10,
      }),
      figureOf(`Save → “Saved”, portal ${distance} ms away`, toSaved, {
        floor: median(trips),
        target: '≤ round trip + 30 ms',
        reached: over(toSaved, trips) <= 30,
      }),
      {
        row: 'one-field save: bytes over the minimal JSON',
        unit: 'bytes',
        floor: 0,
        figure: Math.max(...extraBytes),
        rounds: extraBytes.length,
        target: '0',
        reached: extraBytes.every(bytes => bytes === 0),
      },
      {
        row: 'one-field save: PATCHes',
        unit: 'count',
        floor: 1,
        figure: Math.max(...patches),
        rounds: patches.length,
        target: '1',
        reached: patches.every(count => count === 1),
      },
      {
        row: 'one-field save: GETs',
        unit: 'count',
        floor: 0,
        figure: Math.max(...gets),
        rounds: gets.length,
        target: '≤ 2',
        reached: gets.every(count => count <= 2),
      },
    ];
  } finally {
    await ground.close();
  }
}
