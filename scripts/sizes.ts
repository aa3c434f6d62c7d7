import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export type Part = 'popup' | 'early script' | 'content script' | 'background';

/** What each part is to weigh at most, in bytes after gzip -9 (docs/performance.md). */
export const targets: Readonly<Record<Part, number>> = {
  popup: 32 * 1024,
  'early script': 512,
  'content script': 4 * 1024,
  background: 22 * 1024,
};

/** What a check allows: the targets, and for what misses its own, what it came down to. */
export const budgets: Readonly<Record<Part, number>> = {
  ...targets,
  // 32 KiB, and what isolates values in sentences and says of a field that it is too long.
  popup: 32 * 1024 + 400,
  background: 35 * 1024,
};

const zipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;

/** Every script and sheet that a page loads before its first paint: what its html names, and what those import statically. */
export function initialFiles(build: string, page: string): string[] {
  const html = readFileSync(join(build, page), 'utf8');
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const code = readFileSync(file, 'utf8');
    for (const [, path = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
      visit(join(dirname(file), path));
  };
  for (const [, path = ''] of html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g))
    visit(join(build, path));
  return [...found];
}

/** What each part weighs in a build, in bytes after gzip -9. */
export function weigh(build: string): Record<Part, number> {
  const sum = (files: string[]) => files.reduce((total, file) => total + zipped(file), 0);
  const scripts = join(build, 'content-scripts');
  return {
    popup: sum(initialFiles(build, 'popup.html')),
    'early script': zipped(join(build, 'early.js')),
    'content script': sum(readdirSync(scripts).map(file => join(scripts, file))),
    background: zipped(join(build, 'background.js')),
  };
}
