/** `npm run pictures`: the picture of the README and those of the stores, taken from the real popup in the demo's own scene. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { find } from '../scripts/browsers.mjs';
import { build } from '../scripts/shell';
import { scratch } from './browsers/scratch';
import { repack } from './pictures/png';
import { page as pageOf, sheets } from './pictures/sheets';
import { takePictures } from './pictures/take';

const root = join(import.meta.dirname, '..');
const dataOf = (file: string, type: string) => `data:${type};base64,${readFileSync(file).toString('base64')}`;

if (!process.env.BUILDS) {
  const { code, output } = await build();
  if (code !== 0) throw new Error(output);
}
const taken = scratch('pictures');
await takePictures(taken);

const browser = await chromium.launch({ executablePath: find('chromium'), args: ['--no-sandbox'] });
try {
  const icon = dataOf(join(root, 'assets/icon.svg'), 'image/svg+xml');
  for (const sheet of sheets) {
    const { width, height, scale, bare = false, file } = sheet;
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    await page.setContent(pageOf(sheet, moment => dataOf(join(taken, `${moment}.png`), 'image/png'), icon));
    await page.evaluate(() => Promise.all([...document.images].map(image => image.decode())));
    const picture = repack(await page.screenshot({ omitBackground: bare }));
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), picture);
    console.log(`${file}: ${width * scale} × ${height * scale}, ${Math.round(picture.length / 1024)} kB`);
    await page.close();
  }
} finally {
  await browser.close();
}
