import { afterEach, expect, it, vi } from 'vitest';
import { createQueue, enqueueWithin } from '@/entrypoints/background/queue';

/** A task that ends when it is told to. */
function held<T>() {
  let end: (how: T | Error) => void = () => {};
  const done = new Promise<T>((resolve, reject) => {
    end = how => (how instanceof Error ? reject(how) : resolve(how));
  });
  return { done, end: (how: T | Error) => end(how) };
}
const turn = () => new Promise(setImmediate);

it('does the tasks of a key one after the other, and those of others meanwhile', async () => {
  const inLine = createQueue();
  const began: string[] = [];
  const first = held<string>();
  const task =
    (name: string, work: () => Promise<string> = async () => name) =>
    () => {
      began.push(name);
      return work();
    };
  const all = [
    inLine(
      'a',
      task('a1', () => first.done),
    ),
    inLine('a', task('a2')),
    inLine('b', task('b1')),
    inLine('a', task('a3')),
  ];
  await turn();
  expect(began).toEqual(['a1', 'b1']);
  first.end('a1');
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1', 'a3']);
  expect(began).toEqual(['a1', 'b1', 'a2', 'a3']);
});

it('goes on after a task that fails', async () => {
  const inLine = createQueue();
  const fails = inLine('a', () => Promise.reject(new Error('a bug')));
  const next = inLine('a', async () => 'next');
  await expect(fails).rejects.toThrow('a bug');
  expect(await next).toBe('next');
  expect(await inLine('a', async () => 'later')).toBe('later');
});

afterEach(() => {
  vi.useRealTimers();
});

it('gives up a task whose turn does not come in time, and never does it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const inLine = createQueue();
  const before = held<string>();
  void inLine('a', () => before.done);
  let done = 0;
  const task = async () => `done ${++done}`;
  const soon = enqueueWithin(1_000, inLine, 'a', task, () => 'late');
  const later = enqueueWithin(1_001, inLine, 'a', task, () => 'late');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await soon).toBe('late');
  before.end('');
  expect([await later, done]).toEqual(['done 1', 1]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await later, done]).toEqual(['done 1', 1]);
});

it('hands on how a task with patience fails', async () => {
  const failing = () => Promise.reject(new Error('no'));
  await expect(enqueueWithin(1_000, createQueue(), 'a', failing, () => 'late')).rejects.toThrow('no');
});
