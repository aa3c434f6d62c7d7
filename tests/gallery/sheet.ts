import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { View } from './views';

/** A picture on a sheet; its size is that of the window it was taken in, in pixels. */
export interface Picture {
  file: string;
  caption: string;
  width: number;
  height: number;
}

/** Pictures beside and below one another, each made smaller by `scale`. */
export async function sheet(
  browser: Browser,
  path: string,
  pictures: readonly Picture[],
  { across, scale }: { across: number; scale: number },
): Promise<void> {
  const figures = pictures.map(({ file, caption, width, height }) => {
    const data = readFileSync(file).toString('base64');
    return `<figure><img src="data:image/png;base64,${data}" width="${width * scale}" height="${height * scale}"><figcaption>${caption}</figcaption></figure>`;
  });
  const widest = Math.max(...pictures.map(({ width }) => width));
  const page = await browser.newPage({
    viewport: { width: Math.ceil(across * (widest * scale + 24) + 24), height: 600 },
  });
  await page.setContent(
    `<style>body{margin:24px;display:grid;grid-template-columns:repeat(${across},auto);gap:24px;align-items:start;background:#8a8d90;font:12px sans-serif}
     figure{margin:0}img{display:block;border-radius:6px}figcaption{padding-top:4px}</style>${figures.join('')}`,
  );
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

/** All pictures of a view on one sheet, `sheet-<view>.png`. */
export function contactSheet(
  browser: Browser,
  out: string,
  { name, width, height }: View,
  states: readonly string[],
): Promise<void> {
  const pictures = states.map(state => ({
    file: join(out, name, `${state}.png`),
    caption: state,
    width,
    height,
  }));
  const look = width > 600 ? { across: 4, scale: 0.45 } : { across: 8, scale: 0.8 };
  return sheet(browser, join(out, `sheet-${name}.png`), pictures, look);
}
