import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratch } from '../browsers/scratch';
import { browserName } from '../e2e/stage';

const name = browserName === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
/** The production build for the browser of this run. */
export const buildFolder = resolve(process.env.BUILDS ?? '.output', name);

export interface Manifest {
  version: string;
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions?: string[];
  content_security_policy: { extension_pages: string };
  [key: string]: unknown;
}

export const manifestOf = (folder = buildFolder): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** A copy of the production build with its manifest, or its files, changed. */
export function changedBuild(
  change: (manifest: Manifest) => Manifest,
  files: Record<string, string> = {},
): string {
  const folder = scratch('build');
  cpSync(buildFolder, folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(change(manifestOf())));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}
