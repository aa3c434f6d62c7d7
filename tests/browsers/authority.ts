import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Makes the certificate store in `directory` trust the authority in the PEM file `authority`. Nothing is switched off: a wrong name,
 * an expired certificate or another signer still fails, as it would for a member.
 */
export async function trust(directory: string, authority: string): Promise<void> {
  const store = `sql:${directory}`;
  mkdirSync(directory, { recursive: true });
  if (!existsSync(join(directory, 'cert9.db')))
    await run('certutil', ['-d', store, '-N', '--empty-password']);
  // A name of its own for each authority: a kept profile may know an earlier one, and the store refuses a second under its name.
  const name = createHash('sha256').update(readFileSync(authority)).digest('hex').slice(0, 16);
  await run('certutil', ['-d', store, '-A', '-t', 'C,,', '-n', name, '-i', authority]);
}
