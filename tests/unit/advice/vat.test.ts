import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadVat, type ReadVat } from '@/utils/advice/vat';

let read: ReadVat;
beforeAll(async () => {
  read = await loadVat();
});

/**
 * Numbers that tax offices, the Commission's documents and the companies themselves publish: `number | country of the rule`.
 * Each is followed by the same number with one digit changed, which no check digit of weight one lets pass.
 */
const published: readonly [good: string, bad: string, country: string][] = [
  ['ATU13585627', 'ATU13585626', 'AT'],
  ['BE0428759497', 'BE0428759496', 'BE'],
  ['BG175074752', 'BG175074753', 'BG'],
  ['CHE-107.787.577 IVA', 'CHE-107.787.578 IVA', 'CH'],
  ['CY-10259033P', 'CY-10259033Z', 'CY'],
  ['CZ25123891', 'CZ25123890', 'CZ'],
  ['DE 136 695 976', 'DE 136 695 978', 'DE'],
  ['DK 13585628', 'DK 13585627', 'DK'],
  ['EE 100 931 558', 'EE 100 594 103', 'EE'],
  ['EL 094259216', 'EL 123456781', 'GR'],
  ['ES A13585625', 'ES A13585626', 'ES'],
  ['FI 20774740', 'FI 20774741', 'FI'],
  ['FR 40 303 265 045', 'FR 84 323 140 391', 'FR'],
  ['GB 980 7806 84', 'GB 802 3116 81', 'GB'],
  ['HR 33392005961', 'HR 33392005962', 'HR'],
  ['HU-12892312', 'HU-12892313', 'HU'],
  ['IE 6433435F', 'IE 6433435E', 'IE'],
  ['IT 00743110157', 'IT 00743110158', 'IT'],
  ['LT 119511515', 'LT 100001919018', 'LT'],
  ['LU 150 274 42', 'LU 150 274 43', 'LU'],
  ['LV 4000 3521 600', 'LV 4000 3521 601', 'LV'],
  ['MT 1167 9112', 'MT 1167 9113', 'MT'],
  ['NL 004495445B01', 'NL 123456789B90', 'NL'],
  ['NO 995 525 828 MVA', 'NO 995 525 829 MVA', 'NO'],
  ['PL 856-734-62-15', 'PL 856-734-62-16', 'PL'],
  ['PT 501 964 843', 'PT 501 964 842', 'PT'],
  ['RO 185 472 90', 'RO 185 472 91', 'RO'],
  ['RS 101134702', 'RS 101134703', 'RS'],
  ['SE 123456789701', 'SE 123456789101', 'SE'],
  ['SI 5022 3054', 'SI 5022 3055', 'SI'],
  ['SK 202 274 96 19', 'SK 202 274 96 18', 'SK'],
];

describe.each(published)('%s and %s', (good, bad, country) => {
  it('by its own prefix', () => {
    expect(read(good)).toEqual({ fits: true, country });
    expect(read(bad)).toEqual({ fits: false, country });
  });
  it('in small letters, without a space, with another country’s address', () => {
    expect(read(good.toLowerCase().replace(/\s/g, ''), 'US')).toEqual({ fits: true, country });
  });
  it('without its prefix, by the country of the address', () => {
    const bare = good.replace(/^(CHE|[A-Z]{2})/, '');
    expect(read(bare, country)).toEqual({ fits: true, country });
    expect(read(bare, country.toLowerCase())).toEqual({ fits: true, country });
  });
});

describe('nothing is said', () => {
  it.each([
    ['', 'DE'],
    ['DE', 'DE'],
    ['DE1234', 'DE'],
    ['in progress', 'DE'],
    ['applied for', 'GB'],
    ['12-3456789', 'US'],
    ['123 456 789', ''],
    ['980 7806 84', 'US'],
    ['AU 51 824 753 556', 'AU'],
    // Newer than the rule that would be used.
    ['BE1000123456', 'BE'],
    ['LV32123456789', 'LV'],
    // A pattern is no checksum.
    ['EU372000041', 'IE'],
    ['AD L-123456-F', 'AD'],
  ])('of %j in %j', (typed, country) => {
    expect(read(typed, country)).toBeUndefined();
  });
});

test('Northern Ireland counts as the United Kingdom', () => {
  expect(read('XI 980 7806 84')).toEqual({ fits: true, country: 'GB' });
});

test('digits alone are never taken for a Brazilian number', () => {
  expect(read('16.727.230/0001-97', 'GB')).toEqual({ fits: false, country: 'GB' });
  expect(read('16.727.230/0001-97', 'BR')).toEqual({ fits: true, country: 'BR' });
});

test('there are 60 numbers', () => {
  expect(published.length * 2).toBeGreaterThanOrEqual(60);
});
