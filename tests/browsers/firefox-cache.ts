import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './scratch';

/**
 * What Firefox compiles of its own code at the first start in a profile: a fifth of what a start costs. The first browser of this process
 * that closes leaves it for those after it. Nothing of an extension is in it (`webext.sc.lz4` would be): each test installs its own.
 */
const files = [
  // Without it Firefox takes the profile for another version's, and throws the rest away.
  'compatibility.ini',
  'startupCache/scriptCache.bin',
  'startupCache/scriptCache-child.bin',
  'startupCache/startupCache.8.little',
  'startupCache/urlCache.bin',
];

let kept: string | undefined;

/** Keeps the cache of a profile whose browser has closed, unless there is one already. */
export function keepCache(profile: string): void {
  if (kept || !files.every(file => existsSync(join(profile, file)))) return;
  kept = scratch('firefox-cache');
  copy(profile, kept);
}

/** Gives a profile that no browser had yet the cache that was kept, if there is one. */
export function giveCache(profile: string): void {
  if (kept && !existsSync(join(profile, 'compatibility.ini'))) copy(kept, profile);
}

function copy(from: string, to: string): void {
  mkdirSync(join(to, 'startupCache'), { recursive: true });
  for (const file of files) cpSync(join(from, file), join(to, file));
}
