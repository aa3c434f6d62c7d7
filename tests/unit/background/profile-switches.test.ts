import '../../engine/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followProfileSwitches } from '@/entrypoints/background/profile-switches';
import { fakeBrowser } from '../../engine/browser';
import { quiet, startTheClock, stopTheClock } from '../../engine/clock';

const put = {
  method: 'PUT',
  url: 'https://acme.spaces.nexudus.com/api/public/coworkers/profiles/current?coworkerId=2',
  frameId: 0,
  tabId: 3,
  initiator: 'https://acme.nexudus.site',
};
let heard: string[];
const see = (details: object) => void fakeBrowser.webRequest.onCompleted.emit(details);
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms).then(quiet);

beforeEach(() => {
  stopTheClock();
  fakeBrowser.reset();
  heard = [];
  followProfileSwitches(
    async () => ({}),
    async seat => void heard.push(seat),
  );
});
afterEach(startTheClock);

it('a switch that the portal makes is heard at once', async () => {
  see(put);
  await later(0);
  expect(heard).toEqual(['acme']);
});

it.each([
  ['a read', { method: 'GET' }],
  ['a frame', { frameId: 2 }],
  ['no tab', { tabId: -1 }],
  ['another space', { initiator: 'https://evil.nexudus.site' }],
])('%s is none', async (_, other) => {
  see({ ...put, ...other });
  await later(5_000);
  expect(heard).toEqual([]);
});

// T08: a page that switches without end must not have the portal asked without end.
it('a flood of switches is heard once a second, and the last one is not lost', async () => {
  for (let ms = 0; ms < 10_000; ms += 10) {
    see(put);
    await later(10);
  }
  expect(heard.length).toBeGreaterThan(8);
  expect(heard.length).toBeLessThan(12);
  await later(5_000);
  const settled = heard.length;
  await later(5_000);
  expect(heard).toHaveLength(settled);
});
