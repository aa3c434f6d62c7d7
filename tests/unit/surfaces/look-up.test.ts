import { beforeEach, expect, test, vi } from 'vitest';
import { installBrowser } from './browser';

const browser = installBrowser();
const send = vi.fn();
vi.mock('../../../utils/messaging', () => ({ send }));
const { sites } = await import('../../../entrypoints/editor/sites');

const origin = 'https://members.example.com';
const request = vi.fn();
let manifest: object;
Object.assign(browser, { permissions: { request }, runtime: { getManifest: () => manifest } });
const firefox = {
  browser_specific_settings: { gecko: { data_collection_permissions: { optional: ['browsingActivity'] } } },
};

beforeEach(() => {
  send.mockReset().mockResolvedValue({ ok: true, value: 'acme' });
  request.mockReset().mockResolvedValue(true);
  manifest = firefox;
});

test('T67 a host name that the member does not want to send is not sent', async () => {
  request.mockResolvedValue(false);
  expect(await sites.lookUp(origin)).toEqual({ kind: 'unasked' });
  request.mockRejectedValue(new Error('not in the turn of a click'));
  expect(await sites.lookUp(origin)).toEqual({ kind: 'unasked' });
  expect(request).toHaveBeenCalledWith({ data_collection: ['browsingActivity'] });
  expect(send).not.toHaveBeenCalled();
});

test('it is asked in the turn of the click, before anything is sent', async () => {
  const found = sites.lookUp(origin);
  expect([request.mock.calls.length, send.mock.calls.length]).toEqual([1, 0]);
  expect(await found).toEqual({ kind: 'found', space: 'acme' });
  expect(send.mock.calls).toEqual([['lookUp', { origin }]]);
});

test('a browser without such a question is not asked for it', async () => {
  manifest = { name: 'Nametag' };
  expect(await sites.lookUp(origin)).toEqual({ kind: 'found', space: 'acme' });
  expect(request).not.toHaveBeenCalled();
});

test.each([
  [{ ok: true, value: null }, 'unknown'],
  [{ ok: false, error: { code: 'unreachable' } }, 'failed'],
])('the answer %j is %s', async (answer, kind) => {
  send.mockResolvedValue(answer);
  expect(await sites.lookUp(origin)).toEqual({ kind });
  send.mockRejectedValue(new Error('no background'));
  expect(await sites.lookUp(origin)).toEqual({ kind: 'failed' });
});
