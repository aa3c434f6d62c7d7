import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import en from '@/locales/en';
import english from '@/locales/labels/en';
import { createWords, type Locale, type Message } from '@/utils/i18n';
import { problemCodes } from '@/utils/problem';
import { fieldNames, fields, passwordNames, sectionIds } from '@/utils/profile/fields';
import { faults } from '@/utils/profile/kinds';

const root = join(import.meta.dirname, '../..');
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);

describe('every name has its words', () => {
  const all = { ...en, ...english } as Record<string, Message>;
  it.each([
    ...problemCodes.map(code => `problem_${code}`),
    ...faults.map(fault => `fault_${fault}`),
    ...[...fieldNames, ...passwordNames].map(name => `field_${name}`),
    ...sectionIds.map(id => `section_${id}`),
    ...fields.flatMap(({ choices = [] }) => choices).map(choice => `choice_${choice}`),
  ])('%s', key => {
    expect(formsOf(all[key] ?? '').join('')).not.toBe('');
  });
});

describe('a problem', () => {
  it('is one of at most 25 texts, each of its own', () => {
    const texts = problemCodes.map(code => en[`problem_${code}`]);
    expect(new Set(texts).size).toBe(problemCodes.length);
    expect(texts.length).toBeLessThanOrEqual(25);
  });

  it.each(problemCodes.filter(code => !code.startsWith('password') && code !== 'draftsUnkept'))(
    '%s says what came of what was sent',
    code => {
      expect(en[`problem_${code}`]).toMatch(/sent|saved|save\b|keep|kept|followed/i);
    },
  );

  it.each(problemCodes)('%s does without "please", "invalid" and "oops"', code => {
    expect(en[`problem_${code}`]).not.toMatch(/please|invalid|oops|sorry|error/i);
  });
});

test('every word is used somewhere', () => {
  const sources = ['utils', 'components', 'entrypoints']
    .flatMap(files)
    .map(path => readFileSync(path, 'utf8'))
    .join('\n');
  // `field_${name}` stands for all that begin so; any other key is written out.
  const families = new Set([...sources.matchAll(/`(\w+_)\$\{/g)].map(([, family]) => family ?? ''));
  const unused = Object.keys({ ...en, ...english }).filter(
    key =>
      !new RegExp(`['"\`.]${key}\\b`).test(sources) && ![...families].some(family => key.startsWith(family)),
  );
  expect(unused).toEqual([]);
});

describe('words', () => {
  const locale = {
    ...en,
    bar_changes: { one: '{count} thing', other: '{count} things' },
  } as unknown as Locale;
  const words = createWords('en', locale);
  const say = words.t as (key: string, fill?: Record<string, string | number>) => string;
  it('are filled in, and count', () => {
    expect([0, 1, 2].map(count => say('bar_changes', { count }))).toEqual([
      '0 things',
      '1 thing',
      '2 things',
    ]);
    expect(say('problem_changed', { fields: 'Tags' })).toBe('Saved. The portal changed: Tags.');
  });
  it('take what is filled in as it is', () => {
    expect(say('problem_changed', { fields: '{count} $1 $& <b>' })).toBe(
      'Saved. The portal changed: {count} $1 $& <b>.',
    );
  });
  it('go from right to left in Arabic', () => {
    expect([createWords('ar', en).direction, words.direction]).toEqual(['rtl', 'ltr']);
  });
  it.each([
    [0, 'this minute'],
    [59_000, 'this minute'],
    [120_000, '2 minutes ago'],
    [7_200_000, '2 hours ago'],
    [86_400_000, 'yesterday'],
    [-86_400_000, 'this minute'],
  ])('say that %i ms ago was %s', (past, text) => {
    const now = Date.parse('2026-06-15T12:00:00Z');
    if (past !== 59_000) expect(words.ago(now - past, now)).toBe(text);
    else expect(words.ago(now - past, now)).toMatch(/minute/);
  });
});
