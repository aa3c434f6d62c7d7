import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { serveGallery } from './gallery/serve';
import { contactSheet } from './gallery/sheet';

/** `npm run gallery [-- word]`: every state of the editor × theme × language × size as a picture, each looked over by axe. */
const out = join(import.meta.dirname, '..', '.output', 'gallery');
const axe = readFileSync(join(import.meta.dirname, '..', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const wanted = process.argv[2] ?? '';

interface View {
  name: string;
  width: number;
  height: number;
  language: string;
  theme: 'light' | 'dark';
  surface?: string;
  /** Text size in percent. */
  text?: number;
  forced?: boolean;
}

const popup = { width: 380, height: 600 };
const views: readonly View[] = [
  { name: 'en-light', ...popup, language: 'en', theme: 'light' },
  { name: 'en-dark', ...popup, language: 'en', theme: 'dark' },
  { name: 'de-light', ...popup, language: 'de', theme: 'light' },
  { name: 'ar-light', ...popup, language: 'ar', theme: 'light' },
  { name: 'ar-dark', ...popup, language: 'ar', theme: 'dark' },
  { name: 'long-light', ...popup, language: 'long', theme: 'light' },
  { name: 'rtl-dark', ...popup, language: 'rtl', theme: 'dark' },
  { name: 'narrow-320', width: 320, height: 640, language: 'en', theme: 'light', surface: 'panel' },
  { name: 'text-200', ...popup, language: 'en', theme: 'light', text: 200 },
  { name: 'wide', width: 1100, height: 760, language: 'en', theme: 'dark', surface: 'page' },
  { name: 'forced', ...popup, language: 'en', theme: 'light', forced: true },
];

interface Finding {
  view: string;
  state: string;
  what: string;
}

async function look(page: Page, view: View, state: string, origin: string): Promise<Finding[]> {
  const { language, theme, surface = 'popup', text } = view;
  await page.goto(`${origin}/?${new URLSearchParams({ state, language, theme, surface })}`);
  if (text)
    await page.evaluate(size => document.documentElement.style.setProperty('font-size', `${size}%`), text);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  await page.screenshot({ path: join(out, view.name, `${state}.png`) });
  const found: Finding[] = [];
  const add = (what: string) => found.push({ view: view.name, state, what });
  const wide = await page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll('.scroller, .frame, .bar, .owner, .tabs, .notice, .welcome'),
    ]
      .filter(box => box.scrollWidth > box.clientWidth + 1)
      .map(box => box.className || box.tagName),
  );
  for (const box of wide) add(`scrolls sideways: ${box}`);
  await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations, incomplete } = await axe.run(document);
    const brief = ({ id, nodes }: (typeof violations)[number]) =>
      `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`;
    return { violations: violations.map(brief), incomplete: incomplete.map(brief) };
  });
  for (const violation of violations) add(`axe ${violation}`);
  for (const doubt of incomplete) doubts.set(doubt, `${view.name}/${state}`);
  return found;
}
const doubts = new Map<string, string>();

async function show(
  browser: Browser,
  view: View,
  states: readonly string[],
  origin: string,
): Promise<Finding[]> {
  mkdirSync(join(out, view.name), { recursive: true });
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    // The page's own policy stays in force; only axe's source comes in from outside.
    bypassCSP: false,
    colorScheme: view.theme,
    forcedColors: view.forced ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: view.language.length === 2 ? view.language : 'en',
  });
  // tsx names functions with a helper that the page lacks.
  await context.addInitScript('globalThis.__name = fn => fn');
  const page = await context.newPage();
  const found: Finding[] = [];
  page.on('pageerror', error => found.push({ view: view.name, state: page.url(), what: String(error) }));
  page.on('console', message => {
    if (message.type() === 'error') found.push({ view: view.name, state: page.url(), what: message.text() });
  });
  for (const state of states) found.push(...(await look(page, view, state, origin)));
  await context.close();
  return found;
}

if (!wanted) rmSync(out, { recursive: true, force: true });
const gallery = await serveGallery(join(out, 'page'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const first = await browser.newPage();
  await first.goto(gallery.origin);
  await first.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  const states = await first.evaluate(() => (window as unknown as { states: string[] }).states);
  await first.close();
  const shown = views.filter(({ name }) => !wanted || name.includes(wanted) || states.includes(wanted));
  const found: Finding[] = [];
  for (const view of shown) {
    const some = states.filter(state => !states.includes(wanted) || state === wanted);
    found.push(...(await show(browser, view, some, gallery.origin)));
    await contactSheet(browser, out, view, some);
    console.log(`${view.name}: ${some.length} pictures`);
  }
  for (const { view, state, what } of found) console.log(`✗ ${view} ${state}: ${what}`);
  writeFileSync(
    join(out, 'axe-incomplete.txt'),
    [...doubts].map(([what, where]) => `${where} ${what}\n`).join(''),
  );
  console.log(`${found.length} findings, ${doubts.size} for review in axe-incomplete.txt`);
  process.exitCode = found.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  gallery.close();
}
