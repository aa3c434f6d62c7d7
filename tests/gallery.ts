import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { missingGlyphs, overflows } from './gallery/inspect';
import { readmeSheets } from './gallery/readme';
import { serveGallery } from './gallery/serve';
import { contactSheet } from './gallery/sheet';
import { type View, views } from './gallery/views';

/**
 * `npm run gallery [-- views [states]]`: every state × window × theme × language × text size as a picture, each looked over
 * by axe and for words that do not fit. Views and states are named by their beginnings, with commas between them.
 */
const root = join(import.meta.dirname, '..');
const out = process.env.GALLERY ?? join(root, '.output', 'gallery');
const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const [, , wantedViews = '', wantedStates = ''] = process.argv;
const among = (wanted: string) => (name: string) => wanted.split(',').some(start => name.startsWith(start));

interface Finding {
  view: string;
  state: string;
  what: string;
}

/** What axe cannot decide by itself, each with the first picture that it is in. */
const doubts = new Map<string, string>();

async function lookOver(page: Page, where: string): Promise<string[]> {
  await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations, incomplete } = await axe.run(document);
    const brief = ({ id, nodes }: (typeof violations)[number]) =>
      `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`;
    return {
      violations: violations.map(brief),
      incomplete: incomplete.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any, all, none }) => {
          const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
          return `${id} ${target.join(' ')}: ${why}`;
        }),
      ),
    };
  });
  for (const doubt of incomplete) if (!doubts.has(doubt)) doubts.set(doubt, where);
  return violations.map(violation => `axe ${violation}`);
}

async function look(page: Page, view: View, state: string, origin: string): Promise<string[]> {
  const { language, theme, surface = 'popup', text } = view;
  await page.goto(`${origin}/?${new URLSearchParams({ state, language, theme, surface })}`);
  if (text)
    await page.evaluate(size => document.documentElement.style.setProperty('font-size', `${size}%`), text);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  // What comes in chunks of its own, on a machine that is busy too.
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(out, view.name, `${state}.png`) });
  const missing = await page.evaluate(missingGlyphs);
  const missed = await page.evaluate(() => document.documentElement.dataset.missed);
  return [
    ...(missed ? [`another state: ${missed}`] : []),
    ...(await page.evaluate(overflows)),
    ...missing.map(glyph => `no font has ${glyph} (U+${glyph.codePointAt(0)?.toString(16)})`),
    ...(await lookOver(page, `${view.name}/${state}`)),
  ];
}

/** An inspection that overlooks a fault which was put there would pass everything. */
async function tryInspections(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.textContent = '\u{f4321}';
    document.body.append(Object.assign(document.createElement('p'), { style: 'inline-size: 200vw' }));
  });
  const [glyphs, boxes] = [await page.evaluate(missingGlyphs), await page.evaluate(overflows)];
  if (glyphs.length !== 1 || boxes.length === 0) throw new Error('The inspections overlook planted faults.');
}

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
  for (const state of states)
    for (const what of await look(page, view, state, origin)) found.push({ view: view.name, state, what });
  await context.close();
  return found;
}

if (!wantedViews) rmSync(out, { recursive: true, force: true });
// Of its own for each run: two may go on beside each other.
const built = mkdtempSync(join(tmpdir(), 'nametag-gallery-'));
const gallery = await serveGallery(built);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const first = await browser.newPage();
  await first.goto(gallery.origin);
  await first.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  const all = await first.evaluate(() => (window as unknown as { states: string[] }).states);
  await first.evaluate('globalThis.__name = fn => fn');
  await tryInspections(first);
  await first.close();
  const states = all.filter(among(wantedStates));
  let findings = 0;
  const left = views.filter(({ name }) => among(wantedViews)(name));
  const work = async () => {
    for (let view = left.shift(); view; view = left.shift()) {
      const found = await show(browser, view, states, gallery.origin);
      await contactSheet(browser, out, view, states);
      console.log(`${view.name}: ${states.length} pictures`);
      for (const { view, state, what } of found) console.log(`✗ ${view} ${state}: ${what}`);
      findings += found.length;
    }
  };
  // Side by side: half of a picture's time is waiting for the page to come to rest.
  await Promise.all([work(), work(), work()]);
  await readmeSheets(browser, out, join(root, 'docs', 'images'));
  writeFileSync(
    join(out, 'axe-incomplete.txt'),
    [...doubts].map(([what, where]) => `${where} ${what}\n`).join(''),
  );
  console.log(`${findings} findings, ${doubts.size} for review in axe-incomplete.txt`);
  process.exitCode = findings > 0 ? 1 : 0;
} finally {
  await browser.close();
  gallery.close();
  rmSync(built, { recursive: true, force: true });
}
