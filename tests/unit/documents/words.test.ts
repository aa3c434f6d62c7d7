import { expect, test } from 'vitest';
import en from '@/locales/en';
import labels from '@/locales/labels/en';
import names from '@/locales/names/en';
import pages from '@/locales/pages/en';
import type { Message } from '@/utils/i18n';
import { read } from './texts';

/** Everything that Nametag says in English, with `{…}` for what is filled in. */
const said = ([en, labels, names, pages] as Record<string, Message>[])
  .flatMap(words => Object.values(words))
  .flatMap(message => (typeof message === 'string' ? [message] : Object.values(message)))
  .map(text => text.replaceAll('’', "'"));

/** What the browsers say, in the documents that lead through their pages. */
const browsers = [
  'Developer mode',
  'Load unpacked',
  'Load Temporary Add-on…',
  'This can read and change site data',
  'On all sites requested',
  'Details',
  'Site access',
  'Permissions',
];

const pattern = (text: string) =>
  new RegExp(
    text
      .replaceAll('’', "'")
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/ ?…$/, '(?: \\{.*)?')
      .replaceAll('{', '\\{'),
  );

/** The words of a document in italics, each step of a way through menus by itself. */
const quoted = (document: string) =>
  [...read(document).matchAll(/(?<![\w`])_([A-Z][^_\n]+(?:\n[^_\n]+)?)_(?![\w`])/g)]
    .flatMap(([, way = '']) => way.replace(/\s+/g, ' ').split(' → '))
    .filter(word => !['Options', 'Nametag'].includes(word) && !browsers.includes(word));

test.each(['README.md', 'PRIVACY.md', 'docs/troubleshooting.md', 'store/review.md'])(
  '%s calls things what Nametag calls them',
  document => {
    const words = quoted(document);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter(word => !said.some(text => pattern(word).test(text)))).toEqual([]);
  },
);

test('the sentences that troubleshooting goes by are said', () => {
  const sentences = [...read('docs/troubleshooting.md').matchAll(/^\| ([A-Z][^|]+?) +\| (?!it is)/gm)]
    .map(([, sentence = '']) => sentence)
    .filter(sentence => sentence !== 'it says');
  expect(sentences.length).toBeGreaterThan(5);
  expect(sentences.filter(sentence => !said.some(text => pattern(sentence).test(text)))).toEqual([]);
});
