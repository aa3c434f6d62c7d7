import { expect, it, vi } from 'vitest';
import { installBrowser, rest } from './browser';

const { windows } = installBrowser();
const { followWindows } = await import('@/entrypoints/background/windows');

it('is told of another window in front only while there is one', async () => {
  const front = vi.fn();
  windows.list.length = 1;
  followWindows(front);
  // What started the background is not lost.
  windows.onFocusChanged.emit(1);
  expect(front).toHaveBeenCalledTimes(1);

  await rest();
  windows.onFocusChanged.emit(-1);
  expect(front).toHaveBeenCalledTimes(1);

  windows.list.push(2);
  windows.onCreated.emit({ id: 2 });
  await rest();
  windows.onFocusChanged.emit(2);
  expect(front).toHaveBeenCalledTimes(2);

  windows.list.pop();
  windows.onRemoved.emit(2);
  await rest();
  windows.onFocusChanged.emit(1);
  expect(front).toHaveBeenCalledTimes(2);
});
