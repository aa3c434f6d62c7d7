import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'wxt';
import { scratch } from '../browsers/scratch';

/** Says of each render for which fields it and what is around it are. `__r` and `__` are Preact's names for "render" and "parent". */
const counter = `
import { options as preactOptions } from 'preact';
globalThis.renders = [];
const renderBefore = preactOptions.__r;
preactOptions.__r = vnode => {
  const names = [];
  for (let each = vnode; each; each = each.__) if (each.props?.name) names.push(String(each.props.name));
  globalThis.renders.push(names);
  renderBefore?.(vnode);
};`;

const none = () => {};

/** A production build of the same sources with one addition: it counts renders. */
export async function rendersBuild(): Promise<string> {
  const outBaseDir = scratch('renders');
  await build({
    root: new URL('../..', import.meta.url).pathname,
    browser: 'chrome',
    manifestVersion: 3,
    outDir: outBaseDir,
    logger: {
      level: 0,
      debug: none,
      log: none,
      info: none,
      success: none,
      warn: none,
      error: console.error,
      fatal: console.error,
    },
    vite: () => ({
      plugins: [
        {
          name: 'count-renders',
          enforce: 'pre' as const,
          transform: (code: string, id: string) =>
            id.endsWith('/entrypoints/editor/mount.tsx') ? `${code}${counter}` : undefined,
        },
      ],
    }),
  });
  const folder = join(outBaseDir, 'chrome-mv3');
  readFileSync(join(folder, 'popup.html'));
  return folder;
}
