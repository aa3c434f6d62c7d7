import { cpus } from 'node:os';

/** Processor time of the whole machine since it started, in milliseconds: nothing that a test starts is missed, however it ends. */
const worked = () =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);

/** Milliseconds as `18 min 4 s`. */
export function spoken(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  return [minutes > 0 && `${minutes} min`, `${seconds % 60} s`].filter(Boolean).join(' ');
}

/** Begins to count, and gives a function that says what it came to, such as `18 min 4 s, 21 min 9 s of CPU on 2 cores`. */
export function startCost(): () => string {
  const [started, before] = [Date.now(), worked()];
  return () =>
    `${spoken(Date.now() - started)}, ${spoken(worked() - before)} of CPU on ${cpus().length} cores`;
}
