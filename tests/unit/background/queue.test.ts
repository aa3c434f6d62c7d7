import { expect, it } from 'vitest';
import { createQueue } from '@/entrypoints/background/queue';

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
