import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HANG_MS, until } from '../browsers/waiting';
import { accessibilityTree } from '../gallery/accessibility-tree';
import { serveGallery } from '../gallery/serve';
import { browserName } from './stage';

/** Each tab, and each layer over it, as a screen reader meets it: read by a person once, and held to that. */
const shown = [
  'personal',
  'professional',
  'billing',
  'notifications',
  'password',
  'problems',
  'review',
  'conflict',
  'saved',
  'palette',
  'options',
  'welcome',
];

// Only Chromium gives its tree; the roles and names in it are the same markup's in Firefox.
describe.runIf(browserName === 'chromium')('the accessibility tree', () => {
  const out = mkdtempSync(join(tmpdir(), 'nametag-tree-'));
  let gallery: Awaited<ReturnType<typeof serveGallery>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    gallery = await serveGallery(out);
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    page = await browser.newPage({ viewport: { width: 380, height: 600 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(HANG_MS);
  });
  afterAll(async () => {
    await browser?.close();
    gallery?.close();
    rmSync(out, { recursive: true, force: true });
  });

  /** The tree once it stands still: for a moment where it is as it was, for long where the comparison will fail. */
  async function settledTree(before: string | undefined): Promise<string> {
    let [last, looks] = ['', 0];
    return until('the tree to stand still', async () => {
      const tree = await accessibilityTree(page);
      looks = tree === last ? looks + 1 : 0;
      last = tree;
      return looks >= (tree === before ? 10 : 100) ? tree : undefined;
    });
  }

  test.each(shown)('%s', async state => {
    await page.goto(`${gallery.origin}/?state=${state}`);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
    // Chunks that come after the first paint are part of it.
    await page.waitForLoadState('networkidle');
    const golden = join(import.meta.dirname, `../golden/accessibility/${state}.txt`);
    const before = existsSync(golden) ? readFileSync(golden, 'utf8') : undefined;
    await expect(await settledTree(before)).toMatchFileSnapshot(golden);
  });
});
