import type { Tab } from '../browsers/driver';
import { pause } from '../browsers/waiting';
import { ready, showSection } from '../e2e/stage';
import { type Figure, figureOf } from './figures';
import { createGround, quiet } from './ground';
import { rendersBuild } from './renders';
import { median, p95 } from './stats';

export interface Shown {
  /** Milliseconds from the event to the frame that shows it, the wait for the display's next frame included. */
  total: number;
  /** The same without that wait: what the page itself did. */
  work: number;
  /** When the event came and when its frame was drawn, in milliseconds since the epoch. */
  came: number;
  drawn: number;
}

interface Bench {
  frames: Shown[];
  watch(type: string, words?: string): void;
}

/** Notes each event of this type from now on; `words` are what the status line must say for it to be shown. */
export const watch = (tab: Tab, type: string, words = '') =>
  tab.evaluate(
    (type, words) => (globalThis as never as { bench: Bench }).bench.watch(type, words),
    type,
    words,
  );

/** The frame of the nth watched event. */
export const shown = (tab: Tab, count: number): Promise<Shown> =>
  tab.waitFor(
    'the frame that shows it',
    count => (globalThis as never as { bench: Bench }).bench.frames[count - 1],
    count,
  ) as Promise<Shown>;

/** Does something so many times, each one only once the one before is drawn. */
async function repeat(tab: Tab, type: string, times: number, act: (at: number) => Promise<void>) {
  await watch(tab, type);
  const frames: Shown[] = [];
  for (let at = 0; at < times; at += 1) {
    await act(at);
    frames.push(await shown(tab, at + 1));
    // Not in step with the display: people are not.
    await pause(7 + ((at * 5) % 13));
  }
  return frames;
}

const letters = 'the quick brown fox jumps over the lazy dog and on ';
const letter = (at: number) => letters[at % letters.length] ?? 'e';
const long = 'Lovelace writes about engines and numbers. '.repeat(240).slice(0, 10_000);

const perFrame = (row: string, frames: readonly Shown[], floor: readonly Shown[]): Figure =>
  figureOf(
    row,
    frames.map(({ work }) => work),
    {
      floor: median(floor.map(({ work }) => work)),
      target: 'p95 ≤ 16 ms',
      reached: p95(frames.map(({ work }) => work)) <= 16,
      note: `with the wait for the display: median ${median(frames.map(({ total }) => total)).toFixed(1)}, p95 ${p95(frames.map(({ total }) => total)).toFixed(1)} ms; a plain text field: ${median(floor.map(({ total }) => total)).toFixed(1)}, ${p95(floor.map(({ total }) => total)).toFixed(1)} ms`,
    },
  );

/** From a key, a tab or a search to the frame that shows it. */
export async function typing(rounds: number): Promise<Figure[]> {
  const ground = await createGround('chromium');
  const { browser } = ground;
  try {
    const plain = await browser.newTab(`${browser.origin}/text.html`);
    await plain.evaluate(text => {
      const field = document.getElementById('plain') as HTMLTextAreaElement;
      field.value = text;
      field.focus();
      field.setSelectionRange(text.length, text.length);
    }, long);
    const floor = await repeat(plain, 'keydown', rounds, at => plain.type(letter(at)));

    const tab = await browser.newTab(`${browser.origin}/popup.html`);
    await ready(tab);
    const keysIn = async (selector: string) => {
      await tab.click(selector);
      await quiet(ground);
      return repeat(tab, 'keydown', rounds, at => tab.type(letter(at)));
    };
    await showSection(tab, 'personal');
    const inName = await keysIn('#field-NickName');
    await showSection(tab, 'professional');
    await tab.fill('#field-ProfileSummary', long);
    const inBio = await keysIn('#field-ProfileSummary');
    await showSection(tab, 'billing');
    const inAddress = await keysIn('#field-BillingAddress');
    await showSection(tab, 'notifications');
    await showSection(tab, 'personal');
    const sections = ['professional', 'billing', 'notifications', 'personal'];
    const tabs = await repeat(tab, 'click', rounds, at =>
      tab.click(`[role=tab][data-section=${sections[at % sections.length]}]`),
    );
    await tab.press('Control+k');
    await tab.waitFor('the search', () => document.querySelector('[data-part=palette] input'));
    const search = await repeat(tab, 'keydown', rounds, at =>
      at % 2 === 1 ? tab.press('Backspace') : tab.type(letters[at] === ' ' ? 'b' : letter(at)),
    );
    return [
      perFrame('key → paint, bio of 10,000 characters', inBio, floor),
      perFrame('key → paint, a field of one line', inName, floor),
      perFrame('key → paint, an address', inAddress, floor),
      perFrame('tab switch → paint', tabs, floor),
      perFrame('field search, key → paint', search, floor),
    ];
  } finally {
    await ground.close();
  }
}

/** How many components outside the field are rendered by keys in it, in a build that counts. */
export async function renders(rounds: number): Promise<Figure[]> {
  const ground = await createGround('chromium', {}, await rendersBuild());
  const { browser } = ground;
  try {
    const tab = await browser.newTab(`${browser.origin}/popup.html`);
    await ready(tab);
    let others = 0;
    let own = 0;
    for (const [section, name] of [
      ['personal', 'NickName'],
      ['professional', 'Position'],
      ['professional', 'ProfileSummary'],
      ['billing', 'BillingAddress'],
    ] as const) {
      await showSection(tab, section);
      // The first key turns "no changes" into "1 change", which the bar and the tab say.
      await tab.fill(`#field-${name}`, 'changed ');
      await quiet(ground);
      await tab.evaluate(() => {
        (globalThis as never as { renders: string[][] }).renders.length = 0;
      });
      for (let at = 0; at < rounds / 2; at += 1) await tab.type(letter(at));
      const renders = (await tab.evaluate(
        () => (globalThis as never as { renders: string[][] }).renders,
      )) as string[][];
      own += renders.filter(names => names.includes(name)).length;
      others += renders.filter(names => !names.includes(name)).length;
    }
    if (own === 0) throw new Error('The build that counts renders counted none');
    return [
      {
        row: 'renders outside the field, all keys after the first',
        unit: 'count',
        floor: 0,
        figure: others,
        rounds: own,
        target: '0',
        reached: others === 0,
      },
    ];
  } finally {
    await ground.close();
  }
}
