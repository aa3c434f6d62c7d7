import '../../engine/browser';
import { beforeEach, expect, it } from 'vitest';
import { watchPortalWrites } from '@/entrypoints/background/portal-writes';
import { fakeBrowser, us } from '../../engine/browser';

const patch = {
  method: 'PATCH',
  url: 'https://acme.spaces.nexudus.com/api/public/coworker/profile',
  initiator: 'https://acme.nexudus.site',
};
const { onBeforeSendHeaders, onCompleted } = fakeBrowser.webRequest;
let heard: string[];

beforeEach(() => {
  fakeBrowser.reset();
  heard = [];
  watchPortalWrites(space => void heard.push(space));
});

it.each<[string, object]>([
  ['a page of the portal', {}],
  ['the portal’s own worker', { tabId: -1 }],
  ['a page on a domain of its own', { initiator: 'https://members.example.com' }],
  ['a page, as Firefox tells it', { initiator: undefined, originUrl: 'https://acme.nexudus.site/acme' }],
  ['somebody who is not told', { initiator: undefined }],
  [
    'a switch of the profile',
    {
      method: 'PUT',
      url: 'https://acme.spaces.nexudus.com/api/public/coworkers/profiles/current?coworkerId=2',
    },
  ],
])('a write of %s is heard when it is sent, and when it was answered', (_, more) => {
  onBeforeSendHeaders.emit({ ...patch, ...more });
  expect(heard).toEqual(['acme']);
  onCompleted.emit({ ...patch, ...more });
  expect(heard).toEqual(['acme', 'acme']);
});

it.each<[string, object]>([
  ['a read', { method: 'GET' }],
  ['a preflight of the browser', { method: 'OPTIONS' }],
  ['our own, in Chromium', { initiator: us.origin }],
  ['our own, in Firefox', { initiator: undefined, originUrl: `${us.origin}/background.html` }],
  ['no space', { url: 'https://spaces.nexudus.com/api/public/coworker/profile' }],
])('%s is none', (_, more) => {
  onBeforeSendHeaders.emit({ ...patch, ...more });
  onCompleted.emit({ ...patch, ...more });
  expect(heard).toEqual([]);
});
