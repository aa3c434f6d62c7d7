import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadPhone, type ReadPhone } from '@/utils/advice/phone';
import { others, readings } from './phones';

let read: ReadPhone;
beforeAll(async () => {
  read = await loadPhone();
});

describe('a phone number', () => {
  it.each(readings)('$typed in $country is $e164 of $of', ({ typed, country, e164, of, reads }) => {
    const found = read(typed, country);
    expect(found).toMatchObject({ kind: 'reads', e164, country: of });
    if (found?.kind !== 'reads') return;
    // However it is grouped, it is the same number, with its country code apart.
    expect(found.number.replace(/[^+\d]/g, '')).toBe(e164);
    expect(found.number).toMatch(/^\+\d{1,3} /);
    if (reads) expect(found.number).toBe(reads);
  });

  it('keeps its extension', () => {
    for (const typed of ['(212) 555-0123 ext. 7', '212-555-0123 x7', '+1-212-555-0123;ext=7'])
      expect(read(typed, 'US')).toMatchObject({ number: '+1 212 555 0123 ext. 7' });
  });

  it('reads the same with lower-case countries and other spaces and dashes', () => {
    for (const typed of ['020\u00a07946\u00a00958', '020–7946–0958', '020‑7946‑0958', ' 020 7946 0958 '])
      expect(read(typed, 'gb')).toMatchObject({ e164: '+442079460958' });
  });
});

test.each(others)('of %j in %j it says %s', (typed, country, says) => {
  expect(read(typed, country)?.kind).toBe(says);
});

test('there are 200 numbers', () => {
  expect(readings.length + others.length).toBeGreaterThanOrEqual(200);
});
