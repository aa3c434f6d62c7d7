import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { isMozLz4, unpackMozLz4 } from './lz4';
import { createScanner, type Hit, type Sentinel } from './sentinels';

const gzip = Buffer.from([0x1f, 0x8b, 0x08]);

/** What else a file may say when it is unpacked: session files of Firefox, and bodies in a cache. */
function unpacked(bytes: Buffer): Buffer[] {
  if (isMozLz4(bytes)) return [unpackMozLz4(bytes)];
  const at = bytes.indexOf(gzip);
  if (at < 0) return [];
  return [gunzipSync, inflateSync, brotliDecompressSync].flatMap(unpack => {
    try {
      return [unpack(bytes.subarray(at))];
    } catch {
      return [];
    }
  });
}

export interface Scan {
  files: number;
  bytes: number;
  hits: Hit[];
}

/** Where browsers keep what was in their tabs, and answers that may be asked for again. */
export const inSessions = (path: string) => /sessions?[\\/]|sessionstore/i.test(path);
export const inCaches = (path: string) => /cache2?[\\/]/i.test(path);

/**
 * Searches every file of a folder, or those in `places`; databases and logs as bytes. Files that a living browser takes away meanwhile
 * are passed over.
 */
export function scanFolder(
  folder: string,
  sentinels: readonly Sentinel[],
  places: (path: string) => boolean = () => true,
): Scan {
  const scan = createScanner(sentinels);
  const result: Scan = { files: 0, bytes: 0, hits: [] };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const where = relative(folder, path);
    if (!places(where)) continue;
    let bytes: Buffer;
    try {
      if (!lstatSync(path).isFile()) continue;
      bytes = readFileSync(path);
    } catch {
      continue;
    }
    result.files += 1;
    result.bytes += bytes.length;
    for (const each of [bytes, ...unpacked(bytes)]) result.hits.push(...scan(where, each));
  }
  return result;
}
