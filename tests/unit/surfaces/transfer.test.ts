import { expect, test } from 'vitest';
import { installBrowser } from './browser';

installBrowser();
const { exportText, joined, readImport } = await import('../../../entrypoints/options/transfer');
const { defaultSettings } = await import('../../../utils/stores');

test('an export is read back as it was', () => {
  const spaces = [{ space: 'acme', generation: 'v4' as const }];
  const settings = { ...defaultSettings, theme: 'dark' as const };
  expect(readImport(exportText(settings, spaces))).toEqual({ nametag: 1, settings, spaces });
});

test.each([
  ['no JSON', 'hello'],
  ['another program’s', '{"version":3}'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a newer form', '{"nametag":2,"settings":{}}'],
  ['far too long', `{"nametag":1,"settings":{},"x":"${'x'.repeat(200_000)}"}`],
  ['endless depth', '['.repeat(50_000)],
])('%s is refused', (_, text) => {
  expect(readImport(text)).toBeUndefined();
});

test('what does not fit is the default, what is unknown is dropped, and no prototype is touched', () => {
  const read = readImport(
    '{"nametag":1,"settings":{"theme":"<b>","draftDays":1e9,"launcher":"yes","__proto__":{"polluted":1},"evil":1},' +
      '"spaces":[{"space":"acme.evil","generation":"v5"}],"domains":{"https://evil.example":"acme"}}',
  );
  expect(read).toEqual({ nametag: 1, settings: defaultSettings, spaces: [] });
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('spaces of a file are added to those that are known, each once', () => {
  const space = (name: string) => ({ space: name, generation: 'v5' as const });
  expect(joined([space('a')], [space('b'), space('a'), space('b')])).toEqual([space('a'), space('b')]);
});
