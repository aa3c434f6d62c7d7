import { expect, test } from 'vitest';
import { hostBeside, readableHost } from '@/utils/advice/link-host';

test.each([
  // Words that name no host.
  ['my notes', 'https://ada.example.com/notes', 'ada.example.com'],
  ['click here', 'http://ada.example.com:8080/', 'ada.example.com:8080'],
  ['', 'https://ada.example.com/', 'ada.example.com'],
  ['https', 'https://ada.example.com/', 'ada.example.com'],
  // Words that name another one, or one beside another.
  ['good.example', 'https://evil.example/', 'evil.example'],
  ['https://good.example/evil.example', 'https://evil.example/', 'evil.example'],
  ['good.example', 'https://good.example.evil.example/', 'good.example.evil.example'],
  ['good.example evil.example', 'https://evil.example/', 'evil.example'],
  ['good.example (evil.example)', 'https://evil.example/', 'evil.example'],
  ['acme@good.example', 'https://good.example/', 'good.example'],
  ['\u202eelpmaxe.doog', 'https://evil.example/', 'evil.example'],
  ['good.exam\u200bple', 'https://good.example/', 'good.example'],
  ['node.js', 'https://nodejs.org/en', 'nodejs.org'],
  // Words that name the very one.
  ['ada.example.com', 'https://ada.example.com/notes', undefined],
  ['ADA.Example.com', 'https://ada.example.com/', undefined],
  ['See ada.example.com.', 'https://www.ada.example.com/', undefined],
  ['https://www.ada.example.com/a.html?b=c.d', 'https://ada.example.com/a.html', undefined],
  ['ada.example.com:8080', 'http://ada.example.com:8080/', undefined],
  ['bücher.example', 'https://bücher.example/', undefined],
  // A look-alike does not name what it looks like.
  ['аpple.com', 'https://аpple.com/', 'xn--pple-43d.com'],
])('beside %j to %s stands %s', (words, address, host) => {
  expect(hostBeside(words, address)).toBe(host);
});

test.each([
  ['https://bücher.example/', 'bücher.example'],
  ['https://BÜCHER.example/', 'bücher.example'],
  ['https://उदाहरण.भारत/', 'उदाहरण.भारत'],
  ['https://مثال.إختبار/', 'مثال.إختبار'],
  ['https://例え.テスト/', '例え.テスト'],
  // Scripts are mixed: Cyrillic in a Latin word, a Cyrillic word before a Latin end, Greek, full width, another kind of g.
  ['https://аpple.com/', 'xn--pple-43d.com'],
  ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
  ['https://gοοgle.com/', 'xn--ggle-0nda.com'],
  ['https://ɡoogle.com/', 'xn--oogle-qmc.com'],
  ['https://ｅｖｉｌ.example/', 'evil.example'],
  ['https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
  ['https://EVIL.example:443/', 'evil.example'],
  ['https://0x7f.1/', '127.0.0.1'],
  ['https://good.example\\@evil.example/', 'good.example'],
])('%s is read as %s', (address, host) => {
  expect(readableHost(address)).toBe(host);
});
