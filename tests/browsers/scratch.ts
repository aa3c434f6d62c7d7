import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Before our own: at exit it kills the browsers, which would else write on into what is removed.
import './child';

const made = new Set<string>();
process.once('exit', () => made.forEach(sweep));

/** A fresh temporary directory, gone at the latest when the test run ends. */
export function scratch(name: string): string {
  const directory = mkdtempSync(join(tmpdir(), `nametag-${name}-`));
  made.add(directory);
  return directory;
}

/** Removes what `scratch` made. A browser's last helper may still be writing: try again, then leave it to the exit. */
export function sweep(directory: string): void {
  if (!made.has(directory)) return;
  try {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    made.delete(directory);
  } catch {}
}
