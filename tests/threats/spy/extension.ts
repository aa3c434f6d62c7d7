import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, Tab } from '../../browsers/driver';
import { scratch } from '../../browsers/scratch';
import { browserName } from '../stage';

/** The unpacked spy: another extension, with every site, that looks for ours. */
export function spyExtension(): string {
  const folder = scratch('spy');
  const manifest = {
    manifest_version: 3,
    name: 'Spy',
    version: '1.0',
    permissions: ['webRequest'],
    host_permissions: ['<all_urls>'],
    content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'], run_at: 'document_start' }],
    background:
      browserName === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    ...(browserName === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'spy@nametag.example', strict_min_version: '142.0' } } }
      : {}),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const file of ['background.js', 'content.js'])
    copyFileSync(join(import.meta.dirname, file), join(folder, file));
  return folder;
}

/** Gives the spy an order through a page that it is in. */
export async function ask<T>(tab: Tab, task: string, request: Json = {}): Promise<T> {
  await tab.evaluate(
    (task, request) => {
      const root = document.documentElement;
      delete root.dataset.spyAnswer;
      root.dataset.spyAsk = JSON.stringify({ task, request });
      document.dispatchEvent(new CustomEvent('spy-ask'));
    },
    task,
    request,
  );
  return JSON.parse(
    await tab.waitFor('the spy’s answer', () => document.documentElement.dataset.spyAnswer),
  ) as T;
}
