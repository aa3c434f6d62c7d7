/** `npm run zip`: the packages for both stores and their sources. The same sources give the same bytes, wherever they lie. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './shell';

const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** What `npm run zip` makes in `.output/`. */
export const zips = {
  chromium: `${name}-${version}-chrome.zip`,
  firefox: `${name}-${version}-firefox.zip`,
  sources: `${name}-${version}-sources.zip`,
} as const;

if (process.argv[1]?.endsWith('zip.ts')) {
  const { code, output } = await build('zip');
  if (code !== 0) console.error(output);
  for (const file of code === 0 ? Object.values(zips) : []) {
    const bytes = readFileSync(join('.output', file));
    const print = createHash('sha256').update(bytes).digest('hex');
    console.log(`.output/${file}  ${Math.round(bytes.length / 1024)} kB  sha256 ${print}`);
  }
  process.exitCode = code;
}
