import type { BrowserName, Surface, Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import type { Figure } from './figures';
import { figureOf } from './figures';
import { createGround, expectValues, type Ground, quiet } from './ground';
import { median, over, spread } from './stats';

type Times = { fcp: number; data: number; interactive: number };

const inPopup = [
  'FullName',
  'NickName',
  'Gender',
  'DateOfBirth',
  'MobilePhone',
  'LandLine',
  'Address',
  'PostCode',
  'CityName',
  'State',
  'CountryId',
] as const;

/** Firefox says nothing of the first contentful paint of a popup that it drew before it showed it. */
const timesOf = (surface: Surface, wanted: (keyof Times)[]): Promise<Times> =>
  surface.waitFor(
    'the page to be painted',
    (...wanted: (keyof Times)[]) => {
      const { times } = (globalThis as never as { bench: { times: Times } }).bench;
      return wanted.every(name => times[name] !== undefined) ? { ...times } : undefined;
    },
    ...wanted,
  );

const every: (keyof Times)[] = ['fcp', 'data', 'interactive'];

async function reloaded(tab: Tab): Promise<Times> {
  await tab.activate();
  await tab.reload();
  return timesOf(tab, every);
}

/** The pages of one round, as tabs. */
async function measure(ground: Ground, rounds: number) {
  const { browser } = ground;
  // As near to a popup's size as a window gets: what is drawn around it would count too.
  await browser.resize(500, 640);
  const open = async (file: string) => {
    const tab = await browser.newTab(`${browser.origin}/${file}`);
    await timesOf(tab, every);
    return tab;
  };
  const [blank, script] = [await open('blank.html'), await open('script.html')];
  await expectValues(ground, blank, inPopup);
  const popup = await open('popup.html');
  const kinds = {
    blank: () => reloaded(blank),
    script: () => reloaded(script),
    popup: () => reloaded(popup),
  };
  const samples = Object.fromEntries(Object.keys(kinds).map(kind => [kind, [] as Times[]])) as {
    [K in keyof typeof kinds]: Times[];
  };
  // Two rounds to warm up; then every kind in every round, beginning with another one each time.
  for (let round = -2; round < rounds; round += 1) {
    const order = Object.keys(kinds) as (keyof typeof kinds)[];
    for (const at of order.keys()) {
      const kind = order[(at + Math.abs(round)) % order.length] ?? 'blank';
      await quiet(ground);
      const times = await kinds[kind]();
      if (round >= 0) samples[kind].push(times);
    }
  }
  for (const tab of [blank, script, popup]) await tab.close();
  return samples;
}

async function opened({ browser }: Ground): Promise<Times> {
  const popup = await until('the popup', () => browser.openPopup());
  const times = await timesOf(popup, ['data']);
  await popup.close();
  return times;
}

/** The real popup with its background awake and asleep: to reload a tab would wake it for the tab's own sake. */
async function measureAsleep(ground: Ground, rounds: number) {
  const { background } = ground.browser;
  const kinds = {
    awake: () => background.evaluate(() => true),
    asleep: () => background.stop(),
  };
  const samples = { awake: [] as Times[], asleep: [] as Times[] };
  for (let round = -2; round < rounds; round += 1) {
    const order = ['awake', 'asleep'] as const;
    for (const kind of round % 2 ? order : order.toReversed()) {
      await quiet(ground);
      await kinds[kind]();
      const times = await opened(ground);
      if (round >= 0) samples[kind].push(times);
    }
  }
  return samples;
}

const pick = (times: readonly Times[], name: keyof Times) => times.map(each => each[name]);

function judged(row: string, samples: readonly number[], floor: readonly number[], most: number): Figure {
  return figureOf(row, samples, {
    floor: median(floor),
    target: `≤ floor + ${most} ms`,
    reached: over(samples, floor) <= most,
  });
}

/** The popup, reloaded in a tab beside a blank page of the same extension. */
export async function opening(rounds: number): Promise<Figure[]> {
  const ground = await createGround('chromium');
  try {
    const { blank, script, popup } = await measure(ground, rounds);
    const { awake, asleep } = await measureAsleep(ground, rounds);
    const noise = Math.max(8, spread(pick(awake, 'data')));
    return [
      judged('popup: first contentful paint', pick(popup, 'fcp'), pick(blank, 'fcp'), 12),
      judged('popup: data painted', pick(popup, 'data'), pick(blank, 'data'), 20),
      judged('popup: interactive', pick(popup, 'interactive'), pick(script, 'interactive'), 25),
      figureOf('the real popup: data painted, worker asleep', pick(asleep, 'data'), {
        floor: median(pick(awake, 'data')),
        target: `awake ± noise (${noise.toFixed(0)} ms)`,
        reached: over(pick(asleep, 'data'), pick(awake, 'data')) <= noise,
      }),
    ];
  } finally {
    await ground.close();
  }
}

/** The real popup, and Firefox: reported beside their floors. */
export async function openingElsewhere(rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of ['chromium', 'firefox'] as const satisfies BrowserName[]) {
    const ground = await createGround(name);
    try {
      const { browser } = ground;
      const blank = await browser.newTab(`${browser.origin}/blank.html`);
      await timesOf(blank, ['data']);
      await expectValues(ground, blank, inPopup);
      const inTab = name === 'firefox' ? await browser.newTab(`${browser.origin}/popup.html`) : undefined;
      const floor: Times[] = [];
      const tabs: Times[] = [];
      const popups: Times[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await quiet(ground);
        floor.push(await reloaded(blank));
        if (inTab) tabs.push(await reloaded(inTab));
        await quiet(ground);
        popups.push(await opened(ground));
      }
      const rest = { floor: median(pick(floor, 'data')) };
      if (inTab) figures.push(figureOf(`${name}: data painted, in a tab`, pick(tabs, 'data'), rest));
      figures.push(
        figureOf(`${name}: data painted, the real popup`, pick(popups, 'data'), {
          ...rest,
          note: 'The floor is a tab: no browser opens a blank popup of another extension beside ours.',
        }),
      );
    } finally {
      await ground.close();
    }
  }
  return figures;
}
