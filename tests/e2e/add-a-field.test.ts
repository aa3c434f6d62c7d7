import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../scripts/shell';
import type { Browser } from '../browsers/driver';
import { launch } from '../browsers/launch';
import { createPortal, type Portal } from '../portal/portal';
import { profileFields } from '../portal/state/fields';
import { browserName, captured, openEditor, portalPage, says, signInOn } from './stage';

const root = resolve(import.meta.dirname, '../..');
const parts = [
  'assets',
  'components',
  'entrypoints',
  'locales',
  'public',
  'utils',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** Puts a line before the first one that contains `mark`. */
function insertBefore(file: string, mark: string, line: string) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex(text => text.includes(mark));
  if (at < 0) throw new Error(`${file} has no line with ${mark}`);
  lines.splice(at, 0, line);
  writeFileSync(file, lines.join('\n'));
}

/** Gives the new field its words, wherever the field after it has them. */
function translate(locales: string, words: Record<string, string>) {
  const files = readdirSync(locales, { recursive: true, encoding: 'utf8' }).map(name => join(locales, name));
  for (const [kind, word] of Object.entries(words)) {
    const spoken = files.filter(
      file => file.endsWith('.ts') && readFileSync(file, 'utf8').includes(` ${kind}_LandLine:`),
    );
    if (spoken.length === 0) throw new Error(`No language has ${kind}_LandLine`);
    for (const file of spoken) insertBefore(file, ` ${kind}_LandLine:`, `  ${kind}_PagerNumber: '${word}',`);
  }
}

/** The recipe of CONTRIBUTING.md, followed to the letter in a copy of the tree. */
describe(`adding a field in ${browserName}`, () => {
  const copy = mkdtempSync(join(tmpdir(), 'nametag-field-'));
  let portal: Portal;
  let browser: Browser;

  beforeAll(async () => {
    // The portal has had this field all along; Nametag did not offer it.
    Object.assign(profileFields, { PagerNumber: profileFields.LandLine });
    portal = await createPortal();
    for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    insertBefore(
      join(copy, 'utils/profile/fields.ts'),
      'LandLine: phone(',
      "      PagerNumber: phone({ clear: null, autocomplete: 'tel' }),",
    );
    translate(join(copy, 'locales'), { field: 'Pager', help: 'Seen by the team only.' });
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    Reflect.deleteProperty(profileFields, 'PagerNumber');
    rmSync(copy, { recursive: true, force: true });
  });

  // One story: what is used is what was built.
  test('one line in the table and its translation type-check, build, and are in the form, the diff and the save', async () => {
    const inCopy = (command: string, args: string[]) => run(command, args, { quiet: true, cwd: copy });
    const prepared = await inCopy('wxt', ['prepare']);
    expect(prepared.code, prepared.output).toBe(0);
    const types = await inCopy('tsc', ['--noEmit', '-p', '.']);
    expect(types.code, types.output).toBe(0);
    const built = await inCopy('wxt', [
      'build',
      '-b',
      browserName === 'firefox' ? 'firefox' : 'chrome',
      '--mv3',
    ]);
    expect(built.code, built.output).toBe(0);

    const extension = join(copy, '.output', browserName === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
    browser = await launch(browserName, { port: portal.port, authority: portal.authority, extension });
    await signInOn(await browser.newTab(portalPage('acme')), portal, 'ada');
    await captured({ browser }, 'acme');
    const popup = await openEditor(browser, 'personal');
    expect(await popup.text('label[for=field-PagerNumber]')).toContain('Pager');
    await popup.fill('#field-PagerNumber', '0117 496 0777');
    await popup.waitFor('its row to be marked', () =>
      document.querySelector('[data-row="PagerNumber"][data-changed]'),
    );
    await popup.click('[data-action=save]');
    await says(popup, 'Saved');
    expect(portal.log.patches().map(({ json }) => json)).toEqual([{ PagerNumber: '0117 496 0777' }]);
    const held = portal.record(portal.currentProfile('ada', 'acme')) as Record<string, unknown>;
    expect(held.PagerNumber).toBe('0117 496 0777');
    await popup.close();
  });
});
