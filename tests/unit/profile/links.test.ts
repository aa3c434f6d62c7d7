import { expect, test } from 'vitest';
import type { Service } from '@/utils/profile/kinds';
import { linkTo, withScheme } from '@/utils/profile/links';

test.each([
  ['ada.example.com', 'https://ada.example.com'],
  [' ada.example.com ', 'https://ada.example.com'],
  ['ada.example.com/a?b#c', 'https://ada.example.com/a?b#c'],
  ['ada.example.com:8443/a', 'https://ada.example.com:8443/a'],
  ['bücher.example', 'https://bücher.example'],
  ['https://ada.example.com', 'https://ada.example.com'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['ada', 'ada'],
  ['two words.example', 'two words.example'],
  ['', ''],
])('a website %j is saved as %j', (typed, saved) => {
  expect(withScheme(typed)).toBe(saved);
  expect(withScheme(saved)).toBe(saved);
});

test.each([
  ['ada.l', 'ada.l'],
  ['@ada', '@ada'],
  ['github.com/ada', 'https://github.com/ada'],
])('a handle %j is saved as %j', (typed, saved) => {
  expect(withScheme(typed, 'only with a path')).toBe(saved);
});

const links: [string, Service | undefined, string | undefined][] = [
  ['', undefined, undefined],
  ['ada.example.com', undefined, 'https://ada.example.com/'],
  ['http://ada.example.com', undefined, 'http://ada.example.com/'],
  ['hello', undefined, undefined],
  ['ada', 'github', 'https://github.com/ada'],
  ['@ada', 'twitter', 'https://x.com/ada'],
  ['ada l', 'github', undefined],
  ['a/b', 'github', undefined],
  ['a\\b', 'github', undefined],
  ['..', 'github', 'https://github.com/..'],
  ['ada', 'skype', undefined],
  ['ada?x=1', 'telegram', 'https://t.me/ada%3Fx%3D1'],
  ['https://www.linkedin.com/in/ada', 'linkedin', 'https://www.linkedin.com/in/ada'],
];
test.each(links)('%j of %s leads to %j', (value, service, link) => {
  expect(linkTo(value, service)).toBe(link);
});

// T29: none of these may become a link.
test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://x.example/1',
  'about:blank',
  'chrome://settings',
  'moz-extension://a/b',
  'chrome-extension://a/b',
  'ftp://x.example',
  'mailto:a@b.example',
  'tel:1',
  'view-source:https://x.example',
  'filesystem:https://x.example/t',
  'ws://x.example',
  'intent://x#Intent;end',
  'feed:https://x.example',
  'jar:https://x.example!/a',
  'resource://x',
  'https:',
  'https://',
  'http://[',
  '//x.example',
  '\\\\x.example',
])('%j is no link, on its own or as a handle', value => {
  for (const service of [undefined, 'github'] as const) {
    const link = linkTo(value, service);
    if (link) expect(new URL(link).origin).toBe('https://github.com');
  }
  expect(linkTo(value)).toBeUndefined();
});
