import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Space } from '../state/model';
import type { World } from '../state/world';
import { escapeHtml } from './html';

type AppEnv = { Bindings: HttpBindings & { space: Space; base: string } };

const folder = join(import.meta.dirname, 'v5');
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
const assets = new Map(
  readdirSync(folder).map(name => [
    name,
    { type: types[extname(name)] ?? 'text/plain', text: readFileSync(join(folder, name), 'utf8') },
  ]),
);

/** `<` is escaped so that no value of the configuration can end the script element. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The shell of the current app; the app itself runs in the browser and calls the API on the space's other host. */
function shell({ switches }: World, space: Space, base: string): string {
  const { slug, name, tagline, city, color } = space;
  const { tokenIn, theme, restyle, passwordRepeat } = switches;
  const api = `https://${slug}.spaces.nexudus.com`;
  const config = { slug, name, tagline, city, api, base, tokenIn, theme, restyle, passwordRepeat };
  return `<!doctype html>
<html lang="en" data-theme="${theme}" style="--brand: ${color}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/style.css">
<link rel="stylesheet" href="/assets/forms.css">
<script type="application/json" id="config">${inScript(config)}</script>
<script type="module" src="/assets/app.js"></script>
</head>
<body><div id="root"></div></body>
</html>
`;
}

/** The host of the current (v5) portal: files, and the app's shell for every other path. It has no API. */
export const appPages = (world: World) =>
  new Hono<AppEnv>()
    .get('/assets/:name', c => {
      const asset = assets.get(c.req.param('name'));
      return asset
        ? c.body(asset.text, 200, { 'Content-Type': `${asset.type}; charset=utf-8` })
        : c.notFound();
    })
    .get('*', c => c.html(shell(world, c.env.space, c.env.base), 200, { 'Cache-Control': 'no-cache' }))
    .all('*', c => c.body(null, 405, { Allow: 'GET, HEAD' }));
