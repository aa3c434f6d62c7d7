import * as v from 'valibot';
import type { Fault } from './kinds';

const earliest = '1900-01-01';

/** `1990/5/3`, `1990 05 03`, `19900503` → `1990-05-03`; anything else comes back trimmed. */
export function tidyDate(typed: string): string {
  const trimmed = typed.trim();
  const parts =
    /^(\d{4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,2})$/.exec(trimmed) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(trimmed);
  if (!parts) return trimmed;
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Whether the calendar has that day. Computed in UTC, so no time zone can move it. */
function exists(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
}

/** A date of birth as text, or '' for none. ISO dates compare as text. */
export const dateText = (today: string) =>
  v.pipe(
    v.string(),
    v.transform(tidyDate),
    v.check(date => date === '' || exists(date), 'date' satisfies Fault),
    v.check(date => date === '' || !exists(date) || date >= earliest, 'dateTooOld' satisfies Fault),
    v.check(date => date === '' || !exists(date) || date <= today, 'dateFuture' satisfies Fault),
  );

/** Today by the member's own calendar. */
export function todayText(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
