import { expect, it, test } from 'vitest';
import { check } from '@/utils/profile/validate';

/** Dates of birth as people type them, by hand: what is saved, or the fault that is named. Today is 15 June 2026. */
const typed: readonly [typed: string, saved: string][] = [
  ['1985-12-10', '1985-12-10'],
  [' 1985-12-10 ', '1985-12-10'],
  ['1985/12/10', '1985-12-10'],
  ['1985.12.10', '1985-12-10'],
  ['1985 12 10', '1985-12-10'],
  ['19851210', '1985-12-10'],
  ['1985-1-9', '1985-01-09'],
  ['1985/1/09', '1985-01-09'],
  ['1985 - 01 - 09', '1985-01-09'],
  ['', ''],
  ['   ', ''],
  ['2000-02-29', '2000-02-29'],
  ['2024-02-29', '2024-02-29'],
  ['1900-01-01', '1900-01-01'],
  ['2026-06-15', '2026-06-15'],
  ['2023-02-29', 'date'],
  ['1900-02-29', 'date'],
  ['1985-02-30', 'date'],
  ['1985-06-31', 'date'],
  ['1985-00-10', 'date'],
  ['1985-13-10', 'date'],
  ['1985-12-00', 'date'],
  ['1985-12-32', 'date'],
  ['10/12/1985', 'date'],
  ['10.12.1985', 'date'],
  ['12-10-85', 'date'],
  ['85-12-10', 'date'],
  ['10 December 1985', 'date'],
  ['1985', 'date'],
  ['1985-12', 'date'],
  ['1985-12-10T00:00:00', 'date'],
  ['yesterday', 'date'],
  ['1899-12-31', 'dateTooOld'],
  ['1066-10-14', 'dateTooOld'],
  ['2026-06-16', 'dateFuture'],
  ['2126-01-01', 'dateFuture'],
];

it.each(typed)('%j comes to %j', (text, saved) => {
  const checked = check('DateOfBirth', text, { countries: new Set(), today: '2026-06-15' });
  expect(checked.ok ? checked.value : checked.error).toBe(saved);
});

test('there are 30', () => expect(typed.length).toBeGreaterThanOrEqual(30));
