import fc from 'fast-check';
import { vi } from 'vitest';
import { command, runDay } from './model';

/** Random days of a member, each of eight to sixteen commands; gives how many days and commands there were. */
export async function runDays(days: number, seed: number): Promise<{ days: number; commands: number }> {
  const count = { days: 0, commands: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 16, size: 'max' }), async commands => {
      count.commands += await runDay(commands);
      count.days += 1;
      // Deadlines that a stopped clock never reaches would hold on to all that the day was.
      vi.clearAllTimers();
    }),
    { numRuns: days, seed },
  );
  return count;
}
