import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { zips } from '../../scripts/zip';
import { scratch } from '../browsers/scratch';
import { filesOfZip, unzip } from '../browsers/unzip';

const run = promisify(execFile);
const folder = resolve(process.env.BUILDS ?? '.output');

/** What a store's reviewer does: unpacks the sources somewhere else, installs by the lockfile, and packs. */
describe('the sources', () => {
  test('are what is in the repository, without tests and pictures, and nothing else', async () => {
    const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
    const wanted = stdout
      .split('\0')
      .filter(file => file && !/\.test\.tsx?$|^(docs|store)\/.*\.png$/.test(file));
    expect([...filesOfZip(join(folder, zips.sources)).keys()].sort()).toEqual(wanted.sort());
  });

  test('give both packages, byte by byte', async () => {
    const elsewhere = scratch('sources');
    unzip(join(folder, zips.sources), elsewhere);
    await run('npm', ['run', 'zip'], {
      cwd: elsewhere,
      maxBuffer: 64 * 1024 * 1024,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'Asia/Tokyo', NODE_ENV: 'test' },
    });
    for (const name of [zips.chromium, zips.firefox]) {
      const made = readFileSync(join(elsewhere, '.output', name));
      expect([name, made.equals(readFileSync(join(folder, name)))]).toEqual([name, true]);
    }
  });
});
