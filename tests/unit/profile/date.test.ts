import * as v from 'valibot';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { dateText, tidyDate, todayText } from '@/utils/profile/date';

const faultOf = (typed: string, today = '2026-06-15') => {
  const parsed = v.safeParse(dateText(today), typed, { abortEarly: true });
  return parsed.success ? parsed.output : parsed.issues[0].message;
};

test.each([
  ['1990-05-03', '1990-05-03'],
  ['1990/5/3', '1990-05-03'],
  ['1990.05.03', '1990-05-03'],
  ['1990 5 3', '1990-05-03'],
  ['1990 - 5 - 3', '1990-05-03'],
  [' 19900503 ', '1990-05-03'],
  ['', ''],
  ['  ', ''],
  ['1990', '1990'],
  ['3/5/1990', '3/5/1990'],
  ['1990-05', '1990-05'],
  ['1990-5-003', '1990-5-003'],
])('%j is tidied to %j, and stays so', (typed, tidied) => {
  expect(tidyDate(typed)).toBe(tidied);
  expect(tidyDate(tidied)).toBe(tidied);
});

test.each([
  ['', ''],
  ['1900-01-01', '1900-01-01'],
  ['1899-12-31', 'dateTooOld'],
  ['0001-01-01', 'dateTooOld'],
  ['0000-01-01', 'dateTooOld'],
  ['2026-06-15', '2026-06-15'],
  ['2026-06-16', 'dateFuture'],
  ['9999-12-31', 'dateFuture'],
  ['1990-02-31', 'date'],
  ['1990-02-29', 'date'],
  ['1992-02-29', '1992-02-29'],
  ['1900-02-29', 'date'],
  ['2000-02-29', '2000-02-29'],
  ['1990-13-01', 'date'],
  ['1990-00-10', 'date'],
  ['1990-01-00', 'date'],
  ['1990-04-31', 'date'],
  ['3/5/1990', 'date'],
  ['yesterday', 'date'],
  ['１９９０-05-03', 'date'],
])('%j comes to %j', (typed, saved) => {
  expect(faultOf(typed)).toBe(saved);
});

describe.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo', 'Europe/London'])(
  'in %s',
  zone => {
    const before = process.env.TZ;
    afterEach(() => {
      process.env.TZ = before;
      vi.useRealTimers();
    });

    it('every day that has a name is kept as it is', () => {
      process.env.TZ = zone;
      // The days on which a clock change skips midnight are among them.
      for (const day of ['1990-12-10', '2018-11-04', '1985-03-31', '1900-01-01', '1994-12-31', '1992-02-29'])
        expect(faultOf(day)).toBe(day);
    });

    it('today is the member’s own', () => {
      process.env.TZ = zone;
      const noon = new Date(2026, 0, 9, 12);
      expect(todayText(noon)).toBe('2026-01-09');
      expect(todayText(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
      expect(todayText(new Date(2026, 0, 1, 0, 0))).toBe('2026-01-01');
    });
  },
);

it('takes the clock’s day when it is told none', () => {
  vi.useFakeTimers({ now: new Date(2026, 2, 4, 5) });
  expect(todayText()).toBe('2026-03-04');
  vi.useRealTimers();
});
