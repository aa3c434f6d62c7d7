import { describe, expect, it, test } from 'vitest';
import { labels } from '../../../utils/labels';
import { fields } from '../../../utils/profile/fields';
import { completions, type QuickEdit, readLine } from '../../../utils/quick-edit';

const countries = [
  { id: 1220, name: 'United Kingdom', code: 'GB' },
  { id: 1100, name: 'Germany', code: 'DE' },
];
const read = (line: string, language: keyof typeof labels = 'en') =>
  readLine(line, [labels[language], labels.en], countries);

const lines: [line: string, edit: QuickEdit | undefined, language?: keyof typeof labels][] = [
  ['title Product Designer', { kind: 'set', field: 'Position', value: 'Product Designer' }],
  ['  Job   title   Product  Designer ', { kind: 'set', field: 'Position', value: 'Product  Designer' }],
  ['newsletter off', { kind: 'set', field: 'SignUpToNewsletter', value: false }],
  ['NEWSLETTER Yes', { kind: 'set', field: 'SignUpToNewsletter', value: true }],
  ['newsletter perhaps', { kind: 'open', section: 'notifications', field: 'SignUpToNewsletter' }],
  ['bio', { kind: 'open', section: 'professional', field: 'ProfileSummary' }],
  ['billing', { kind: 'open', section: 'billing' }],
  ['billing address 5 High Street', { kind: 'set', field: 'BillingAddress', value: '5 High Street' }],
  ['address 5 High Street', { kind: 'set', field: 'Address', value: '5 High Street' }],
  ['country germany', { kind: 'set', field: 'CountryId', value: 1100 }],
  ['country GB', { kind: 'set', field: 'CountryId', value: 1220 }],
  ['country Atlantis', { kind: 'open', section: 'personal', field: 'CountryId' }],
  ['gender other', { kind: 'set', field: 'Gender', value: 'Other' }],
  ['TaxIDNumber GB1', { kind: 'set', field: 'TaxIDNumber', value: 'GB1' }],
  ['numero de tva FR1', { kind: 'set', field: 'TaxIDNumber', value: 'FR1' }, 'fr'],
  ['title Directrice', { kind: 'set', field: 'Position', value: 'Directrice' }, 'fr'],
  ['boletín no', { kind: 'set', field: 'SignUpToNewsletter', value: false }, 'es'],
  ['النشرة الإخبارية إيقاف', { kind: 'set', field: 'SignUpToNewsletter', value: false }, 'ar'],
  ['', undefined],
  ['zzz', undefined],
  ['password hunter2', { kind: 'open', section: 'password' }],
];

describe('a line in the address bar', () => {
  it.each(lines)('%s', (line, edit, language) => {
    expect(read(line, language)).toEqual(edit);
  });

  test('every field is reached by its own label in every language', () => {
    for (const words of Object.values(labels)) {
      for (const { name } of fields) {
        const edit = readLine(words[`field_${name}`], [words, labels.en]);
        // Labels of two fields that read the same in a language would hide the second.
        expect([name, edit && 'field' in edit ? edit.field : edit]).toEqual([name, name]);
      }
    }
  });

  test('suggestions are names that begin like what is typed', () => {
    expect(completions('inv', labels.en)).toEqual(['BillingName', 'BillingEmail']);
    expect(completions('', labels.en)).toEqual([]);
  });
});
