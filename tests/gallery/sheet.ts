import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** All pictures of a view on one sheet, `sheet-<view>.png`. */
export async function contactSheet(
  browser: Browser,
  out: string,
  { name, width, height }: { name: string; width: number; height: number },
  states: readonly string[],
): Promise<void> {
  const across = width > 600 ? 4 : 8;
  const scale = width > 600 ? 0.45 : 0.8;
  const figures = states.map(state => {
    const picture = readFileSync(join(out, name, `${state}.png`)).toString('base64');
    return `<figure><img src="data:image/png;base64,${picture}" width="${width * scale}" height="${height * scale}"><figcaption>${state}</figcaption></figure>`;
  });
  const page = await browser.newPage({
    viewport: { width: across * (width * scale + 24) + 24, height: 600 },
  });
  await page.setContent(
    `<style>body{margin:24px;display:grid;grid-template-columns:repeat(${across},auto);gap:24px;background:#8a8d90;font:12px sans-serif}
     figure{margin:0}img{display:block;border-radius:6px}figcaption{padding-top:4px}</style>${figures.join('')}`,
  );
  await page.screenshot({ path: join(out, `sheet-${name}.png`), fullPage: true });
  await page.close();
}
