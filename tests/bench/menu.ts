import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '../browsers/driver';
import { launch } from '../browsers/launch';
import { scratch } from '../browsers/scratch';
import { until } from '../browsers/waiting';
import { switches } from '../e2e/menus';
import { portalPage } from '../e2e/stage';
import type { Portal } from '../portal/portal';
import { type Figure, figureOf } from './figures';
import { buildOf, createGround, quiet } from './ground';
import { distance, putAway } from './saving';
import { median, over } from './stats';

/** The least that a worker can do for a click in a menu: it wakes and asks the portal. */
function emptyWorker(): string {
  const folder = scratch('empty-worker');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Nothing',
      version: '1.0',
      permissions: ['contextMenus'],
      host_permissions: ['https://*.spaces.nexudus.com/*', 'https://*.nexudus.site/*'],
      action: {},
      background: { service_worker: 'background.js' },
    }),
  );
  writeFileSync(
    join(folder, 'background.js'),
    `chrome.runtime.onInstalled.addListener(() => chrome.contextMenus.create({ id: 'ask', title: 'Nothing', contexts: ['page'] }));
chrome.contextMenus.onClicked.addListener(() => fetch('https://acme.spaces.nexudus.com/api/public/countries?floor', { cache: 'no-store' }));`,
  );
  return folder;
}

/** Right-clicks the page, walks to the line and presses Enter; gives when that was. */
async function choose(browser: Browser, ...way: string[]): Promise<number> {
  const hand = browser.hand();
  await hand.click(60, 700, 3);
  // Ours is the third line from below.
  await hand.press('Up', 'Up', 'Up', ...way);
  const at = Date.now();
  await hand.press('Return');
  return at;
}

async function emptyGround(portal: Portal): Promise<Browser> {
  const browser = await launch('chromium', {
    port: portal.port,
    authority: portal.authority,
    extension: emptyWorker(),
    headed: 'apart',
  });
  await browser.newTab(portalPage('acme'));
  return browser;
}

/** A click in the real context menu with the worker asleep, beside the same click on an extension that does next to nothing. */
export async function menu(rounds: number): Promise<Figure[]> {
  const ground = await createGround('chromium', { headed: 'apart' }, buildOf('chromium'));
  const { portal, browser } = ground;
  const bare = await emptyGround(portal);
  putAway(portal);
  try {
    const field = switches.findIndex(({ name }) => name === 'SignUpToNewsletter');
    const way = ['Right', 'Right', ...Array.from({ length: field }, () => 'Down')];
    const floors: number[] = [];
    const wires: number[] = [];
    const patches: number[] = [];
    for (let round = -1; round < rounds; round += 1) {
      await bare.background.stop();
      const floorMark = portal.log.mark();
      const floorAt = await choose(bare);
      const asked = await portal.log.until(
        'the empty worker',
        ({ id, query }) => id > floorMark && 'floor' in query,
      );
      await quiet(ground, 200);

      await browser.background.stop();
      await until('the worker to sleep', async () => !(await browser.background.running()));
      const mark = portal.log.mark();
      const at = await choose(browser, ...way);
      const patch = await portal.log.until(
        'the PATCH',
        ({ id, method, state }) => id > mark && method === 'PATCH' && state === 'completed',
      );
      await quiet(ground, 200);
      const before = portal.log.since(mark).filter(({ id, method }) => method === 'GET' && id < patch.id);
      const [first] = before;
      if (!first || round < 0) continue;
      floors.push(asked.time - floorAt);
      wires.push(first.time - at);
      patches.push(patch.time - Math.max(...before.map(({ ended = 0 }) => ended)));
    }
    return [
      figureOf('menu click → preflight on the wire, worker asleep', wires, {
        floor: median(floors),
        target: '≤ floor + 30 ms',
        reached: over(wires, floors) <= 30,
      }),
      figureOf(`preflight’s answer → PATCH, portal ${distance} ms away`, patches, {
        floor: 0,
        target: '≤ 10 ms',
        reached: median(patches) <= 10,
      }),
    ];
  } finally {
    await bare.close();
    await ground.close();
  }
}
