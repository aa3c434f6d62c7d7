/** Makes the icon's PNG sizes from its drawings: `npm run icons`. The small sizes have a drawing of their own. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const folder = new URL('../public/icon/', import.meta.url);
const drawings = {
  16: 'icon-small',
  24: 'icon-small',
  32: 'icon-small',
  48: 'icon',
  96: 'icon',
  128: 'icon',
};

mkdirSync(folder, { recursive: true });
for (const [size, name] of Object.entries(drawings)) {
  const svg = readFileSync(new URL(`../assets/${name}.svg`, import.meta.url));
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: Number(size) } }).render().asPng();
  writeFileSync(new URL(`${size}.png`, folder), png);
}
console.log(`${Object.keys(drawings).length} icons made`);
