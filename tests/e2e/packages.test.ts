import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { zips } from '../../scripts/zip';
import { scratch } from '../browsers/scratch';
import { filesOfZip, unzip } from '../browsers/unzip';
import { browserName, says, useStage } from './stage';

const folder = resolve(process.env.BUILDS ?? '.output');
const zip = join(folder, zips[browserName]);
const build = join(folder, browserName === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');

/** What is uploaded to the store, and not the folder that it was made of: unpacked, installed, and put to work. */
describe(`the package for ${browserName}`, () => {
  const unpacked = scratch('package');
  beforeAll(() => unzip(zip, unpacked));
  const stage = useStage({ launch: { extension: unpacked } });

  test('holds the build, file by file and byte by byte, and nothing else', () => {
    const built = readdirSync(build, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(build, join(entry.parentPath, entry.name)));
    const packed = filesOfZip(zip);
    expect([...packed.keys()].sort()).toEqual(built.sort());
    for (const file of built)
      expect([file, packed.get(file)?.equals(readFileSync(join(build, file)))]).toEqual([file, true]);
  });

  test('does the main job', async () => {
    await stage.signIn('ada');
    const profile = stage.portal.currentProfile('ada', 'acme');
    const popup = await stage.openEditor('professional');
    await popup.fill('#field-Position', 'Packer');
    await popup.click('[data-action=save]');
    await says(popup, 'Saved');
    expect(stage.portal.log.patches().map(({ json }) => json)).toEqual([{ Position: 'Packer' }]);
    expect(stage.portal.record(profile).Position).toBe('Packer');
    await popup.close();
  });

  test('says its version to the browser', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await stage.browser.background.evaluate(api => api.runtime.getManifest().version)).toBe(version);
  });
});
