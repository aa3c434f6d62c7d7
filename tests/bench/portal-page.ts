import { until } from '../browsers/waiting';
import { type DevTools, devTools, type Slice } from './devtools';
import type { Figure } from './figures';
import { buildOf, createGround, type Ground } from './ground';
import { median } from './stats';

const sizes = [1_000, 10_000, 100_000];
const navigations = 1_000;

/** v5 is an app that draws its page once the portal has answered; the older v4 sends it as it is. */
const drawn = {
  v5: (body: string) => `<div id="root"></div><template id="page">${body}</template><script>
  setTimeout(() => document.getElementById('root').replaceChildren(document.getElementById('page').content), 100);
</script>`,
  v4: (body: string) => body,
};
type Generation = keyof typeof drawn;

/** A page like the portal's own, with so many nodes and a way to go on without loading anything. */
function pageOf(nodes: number, generation: Generation): string {
  const rows = Array.from(
    { length: Math.round(nodes / 5) },
    (_, at) => `<li><a href="/acme/events/${at}"><span>Event</span> <b>${at}</b></a></li>`,
  ).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title></head><body>
${drawn[
  generation
](`<header><nav aria-label="Main"><a href="/acme">Home</a></nav><button id="profileDropdown" type="button">Ada</button></header>
<nav class="section-menu"><a href="/acme/user/profile/personal">Personal</a> <a href="/acme/user/profile/billing">Billing</a></nav>
<main id="view"><h1>Events</h1></main><ul style="contain: strict; block-size: 2000px">${rows}</ul>`)}
<script>
  window.shifts = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifts += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  window.gone = 0;
  window.go = async times => {
    for (let at = 0; at < times; at += 1) {
      history.pushState({}, '', '/acme/user/profile/personal?' + at);
      const heading = document.createElement('h1');
      heading.textContent = 'Page ' + at;
      document.getElementById('view').replaceChildren(heading);
      await new Promise(resolve => setTimeout(resolve));
      window.gone = at + 1;
    }
  };
</script></body></html>`;
}

const ours = ({ args }: Slice) => {
  const url = args.data?.url ?? args.data?.scriptName ?? '';
  return url.startsWith('chrome-extension://') && url.includes('/content-scripts/');
};

/** The slices in which our script had the main thread, outermost ones only, in milliseconds. */
function turnsOf(slices: readonly Slice[]): number[] {
  const turns: number[] = [];
  let end = 0;
  for (const slice of slices
    .filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
    .filter(ours)
    .sort((a, b) => a.ts - b.ts)) {
    if (slice.ts < end) continue;
    end = slice.ts + (slice.dur ?? 0);
    turns.push((slice.dur ?? 0) / 1000);
  }
  return turns;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

interface Cost {
  load: number;
  longest: number;
  perNavigation: number;
  shifts: number;
}

async function costOf({ browser }: Ground, tools: DevTools, url: string, times: number): Promise<Cost> {
  const tab = await browser.newTab('about:blank');
  const rest = (ms: number) => tab.evaluate(ms => new Promise<void>(resolve => setTimeout(resolve, ms)), ms);
  const loading = turnsOf(
    await tools.trace(async () => {
      await tab.goto(url);
      // Past the second look of the script, 1.5 s after its first.
      await rest(1_700);
    }),
  );
  const shifts = await tab.evaluate(() => (globalThis as never as { shifts: number }).shifts);
  const going = turnsOf(
    await tools.trace(async () => {
      await tab.evaluate(times => void (globalThis as never as { go(times: number): void }).go(times), times);
      await until(
        'the page to have gone on',
        () => tab.evaluate(times => (globalThis as never as { gone: number }).gone >= times, times),
        90_000,
      );
      await rest(400);
    }),
  );
  await tab.close();
  return {
    load: sum(loading),
    longest: Math.max(0, ...loading, ...going),
    perNavigation: sum(going) / Math.max(1, times),
    shifts,
  };
}

/** The script on portal pages of three sizes, beside the same pages on a host where it does not run. */
export async function portalPages(rounds: number): Promise<Figure[]> {
  const ground = await createGround('chromium', {}, buildOf('chromium'));
  const tools = await devTools(ground.browser);
  try {
    // Its own script is at work in that tab, too.
    await ground.portalTab.goto('about:blank');
    const figures: Figure[] = [];
    const perNavigation: number[] = [];
    for (const nodes of sizes) {
      for (const host of ['acme.nexudus.site', 'members.example.com'])
        ground.portal.pages.set(host, `/acme/bench/${nodes}`, pageOf(nodes, 'v5'));
      const costs: Cost[] = [];
      const floors: Cost[] = [];
      for (let round = 0; round < rounds; round += 1) {
        floors.push(await costOf(ground, tools, `https://members.example.com/acme/bench/${nodes}`, 0));
        costs.push(await costOf(ground, tools, `https://acme.nexudus.site/acme/bench/${nodes}`, navigations));
      }
      const of = (all: readonly Cost[], name: keyof Cost) => median(all.map(cost => cost[name]));
      const name = nodes.toLocaleString('en');
      perNavigation.push(of(costs, 'perNavigation'));
      figures.push(
        {
          row: `content script at load, ${name} nodes`,
          unit: 'ms',
          floor: of(floors, 'load'),
          figure: of(costs, 'load'),
          rounds,
          target: '≤ 2 ms',
          reached: of(costs, 'load') <= 2,
        },
        {
          row: `content script, longest task, ${name} nodes`,
          unit: 'ms',
          floor: of(floors, 'longest'),
          figure: Math.max(...costs.map(({ longest }) => longest)),
          rounds,
          target: '< 50 ms (0 long tasks)',
          reached: costs.every(({ longest }) => longest < 50),
        },
        {
          row: `layout shift, ${name} nodes (×1,000)`,
          unit: 'count',
          floor: of(floors, 'shifts') * 1000,
          figure: of(costs, 'shifts') * 1000,
          rounds,
          target: 'as without us',
          reached: of(costs, 'shifts') <= of(floors, 'shifts'),
        },
      );
    }
    ground.portal.pages.set('acme.nexudus.site', '/acme/bench/v4', pageOf(1_000, 'v4'));
    const sent = await costOf(ground, tools, 'https://acme.nexudus.site/acme/bench/v4', 0);
    figures.push({
      row: 'layout shift, a v4 page, sent as it is (×1,000)',
      unit: 'count',
      floor: 0,
      figure: sent.shifts * 1000,
      target: 'as without us',
      reached: sent.shifts === 0,
    });
    const [small = 0, , large = 0] = perNavigation;
    figures.push({
      row: 'content script, per client-side navigation, 100,000 nodes beside 1,000',
      unit: 'ms',
      floor: small,
      figure: large,
      rounds: navigations,
      target: 'flat: ≤ floor + 0.1 ms',
      reached: large - small <= 0.1,
    });
    return figures;
  } finally {
    await tools.close();
    await ground.close();
  }
}
