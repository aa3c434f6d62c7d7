import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type Part, targets, weigh } from '../../scripts/sizes';
import type { Figure } from './figures';
import { buildOf } from './ground';

/** What a zip of the folder weighs: each file deflated, with its two headers. */
function zipped(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const headers = 30 + 46;
  return files.reduce((total, entry) => {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    const bytes = readFileSync(path);
    const packed = Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length);
    return total + packed + headers + 2 * Buffer.byteLength(name);
  }, 22);
}

const kB = 1024;

/** What members download, in bytes after gzip -9. */
export async function sizes(): Promise<Figure[]> {
  const weights = weigh(buildOf('chromium'));
  const parts = (Object.keys(targets) as Part[]).map(part => ({
    row: `gzip: ${part}`,
    unit: 'bytes' as const,
    figure: weights[part],
    target: `≤ ${targets[part] / kB} KiB`,
    reached: weights[part] <= targets[part],
  }));
  const whole = (['chromium', 'firefox'] as const).map(name => ({
    row: `zip: ${name}`,
    unit: 'bytes' as const,
    figure: zipped(buildOf(name)),
    target: '≤ 300 KiB',
    reached: zipped(buildOf(name)) <= 300 * kB,
  }));
  return [...parts, ...whole];
}
