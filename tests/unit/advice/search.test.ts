import { describe, expect, it, test } from 'vitest';
import en from '@/locales/en';
import de from '@/locales/labels/de';
import fr from '@/locales/labels/fr';
import { hintsOf, mostHints, telling } from '@/utils/advice/hints';
import { entriesOf, type Goal, search } from '@/utils/advice/search';
import { createWords } from '@/utils/i18n';
import { fieldNames, fields, sectionIds } from '@/utils/profile/fields';

const english = createWords('en', en);
// Field names of the language over English sentences: what there is while a language is being translated.
const german = createWords('de', { ...en, ...de });
const french = createWords('fr', { ...en, ...fr });
const anyone = { open: () => true, on: () => true };

const told = (goal: Goal): string => {
  if (goal.kind === 'field') return goal.name;
  if (goal.kind === 'history') return goal.kind;
  return goal.kind === 'switch' ? `${goal.name}=${goal.value}` : `${goal.kind} ${goal.section}`;
};
const first = (languages: Parameters<typeof entriesOf>[0], query: string) =>
  search(entriesOf(languages, anyone), query)
    .slice(0, 1)
    .map(({ goal }) => told(goal))[0];

describe('in English', () => {
  it.each([
    ['job title', 'Position'],
    ['title', 'Position'],
    ['TITLE', 'Position'],
    ['  job   tit ', 'Position'],
    ['title job', 'Position'],
    ['position', 'Position'],
    ['bill', 'BillingAddress'],
    ['billingname', 'BillingName'],
    ['vat', 'TaxIDNumber'],
    ['tax number', 'TaxIDNumber'],
    ['linkedin', 'Linkedin'],
    ['link', 'Linkedin'],
    ['phone', 'MobilePhone'],
    ['land', 'LandLine'],
    ['newsletter', 'SignUpToNewsletter'],
    ['newsletter off', 'SignUpToNewsletter=false'],
    ['off newsletter', 'SignUpToNewsletter=false'],
    ['turn off community digest', 'ReceiveCommunityDigest=false'],
    ['show billing', 'section billing'],
    ['go to portal billing page', 'page billing'],
    ['portal password', 'page password'],
    ['show notif', 'section notifications'],
    ['billing country', 'BillingCountryId'],
    ['country', 'CountryId'],
    ['nothing like it', undefined],
    ['(((', 'FullName'],
  ])('%j finds %s', (query, goal) => {
    expect(first([english], query)).toBe(goal);
  });
});

describe('in other languages', () => {
  it('without accents, and in English too', () => {
    expect(first([french, english], plain(fr.field_MobilePhone))).toBe('MobilePhone');
    expect(first([french, english], fr.field_MobilePhone.toUpperCase())).toBe('MobilePhone');
    expect(first([french, english], 'job title')).toBe('Position');
    expect(first([german, english], plain(de.field_CompanyName))).toBe('CompanyName');
  });
  it('says everything in the member’s own', () => {
    const found = search(entriesOf([german, english], anyone), 'job title');
    expect(found[0]?.says).toBe(de.field_Position);
  });
});
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

describe('what there is to find', () => {
  it('is every field of the table, each switch, each section, each page, and the history', () => {
    const goals = entriesOf([english], anyone).map(({ goal }) => told(goal));
    const switches = fields.filter(({ kind, apply }) => kind === 'toggle' && apply === 'at once');
    expect(new Set(goals)).toEqual(
      new Set([
        ...fieldNames,
        ...switches.map(({ name }) => `${name}=false`),
        ...sectionIds.flatMap(id => [`section ${id}`, `page ${id}`]),
        'history',
      ]),
    );
    expect(goals.length).toBe(new Set(goals).size);
  });
  it('leaves out what the portal does not offer', () => {
    const entries = entriesOf([english], { open: name => name !== 'OnNewWallPost', on: () => false });
    expect(entries.filter(({ goal }) => 'name' in goal && goal.name === 'OnNewWallPost')).toEqual([]);
  });
  it('turns a switch to where it does not stand', () => {
    const entries = entriesOf([english], { open: () => true, on: name => name === 'OnNewWallPost' });
    const goals = entries.map(({ goal }) => told(goal));
    expect(goals).toContain('OnNewWallPost=false');
    expect(goals).toContain('OnHelpDeskMsg=true');
  });
  it('is every field when nothing is typed', () => {
    expect(search(entriesOf([english], anyone), ' ').map(({ goal }) => told(goal))).toEqual(fieldNames);
  });
});

describe('hints', () => {
  const empty = () => '';
  test('are the three most telling empty fields', () => {
    expect(hintsOf(empty, [])).toEqual(telling.slice(0, mostHints));
    expect(hintsOf(name => (name === 'ProfileSummary' ? 'Hello' : ''), [])).not.toContain('ProfileSummary');
  });
  test('leave out what was waved away, and what the portal does not offer', () => {
    expect(hintsOf(empty, ['Position', 'ProfileTags'])).toEqual(
      telling.filter(name => name !== 'Position' && name !== 'ProfileTags').slice(0, mostHints),
    );
    expect(hintsOf(() => undefined, [])).toEqual([]);
    expect(hintsOf(empty, telling)).toEqual([]);
  });
  test('are about fields that hold text', () => {
    for (const name of telling)
      expect(['toggle', 'country', 'choice']).not.toContain(fields.find(field => field.name === name)?.kind);
  });
});
