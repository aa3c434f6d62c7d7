import { describe, expect, test } from 'vitest';
import { passwordNamed } from '@/components/editor/password';
import { withLabel, withoutName } from '@/utils/portal/property-name';
import { fieldNamed } from '@/utils/profile/field-named';
import { fieldNames } from '@/utils/profile/fields';

describe('a field', () => {
  test.each([...fieldNames])('%s is known by its name, in any case and behind any prefix', name => {
    const lower = name.charAt(0).toLowerCase() + name.slice(1);
    for (const said of [name, lower, name.toUpperCase(), `Coworker.${name}`, `coworker.${lower}`])
      expect(fieldNamed(said)).toBe(name);
    for (const said of [`$.${lower}`, `/${name}`, `model.Coworker.${name}`, `items[0].${name}`, `${name} `])
      expect(fieldNamed(said)).toBe(name);
  });
  test.each([
    ['Country', 'CountryId'],
    ['Country.Id', 'CountryId'],
    ['coworker.billingCountry.id', 'BillingCountryId'],
  ])('%s is what it holds the id of', (said, name) => {
    expect(fieldNamed(said)).toBe(name);
  });
  test.each([
    '',
    '.',
    'Coworker',
    'Id',
    'Coworker.Id',
    'Emails',
    'MyPosition',
    'Position2',
    '__proto__',
    '职位',
  ])('%j is none', said => {
    expect(fieldNamed(said)).toBeUndefined();
  });
  test.each([
    ['OldPassword', 'OldPassword'],
    ['oldPassword', 'OldPassword'],
    ['Coworker.NewPassword', 'NewPassword'],
    ['newPasswordConfirm', 'RepeatNewPassword'],
    ['Password', undefined],
  ])('of the password, %s is %s', (said, name) => {
    expect(passwordNamed(said)).toBe(name);
  });
});

test.each([
  ['BillingEmail: Too long.', 'Too long.'],
  ['Coworker.BillingEmail: Too long.', 'Too long.'],
  ['coworker.billingEmail – too long', 'too long'],
  ["'BillingEmail' : Too long.", 'Too long.'],
  ['$.billingEmail: Too long.', 'Too long.'],
  // Part of a sentence, and nothing else than the name.
  ['BillingEmail is too long.', 'BillingEmail is too long.'],
  ['BillingEmail:', 'BillingEmail:'],
  ['BillingEmails: Too long.', 'BillingEmails: Too long.'],
  ['Too long: BillingEmail: no.', 'Too long: BillingEmail: no.'],
  ['', ''],
])('%j at its field is %j', (sentence, rest) => {
  expect(withoutName(sentence, 'BillingEmail')).toBe(rest);
});

test.each([
  ['The BillingEmail field is not valid.', 'BillingEmail', 'The Invoice email field is not valid.'],
  ['coworker.billingEmail is not valid.', 'BillingEmail', 'Invoice email is not valid.'],
  ['BillingEmailAddress is not valid.', 'BillingEmail', 'BillingEmailAddress is not valid.'],
  ["'Coworker.Position' must not be empty.", 'Position', "'Invoice email' must not be empty."],
  ['Position must not be empty.', 'Position', 'Invoice email must not be empty.'],
  ['No such position.', 'Position', 'No such position.'],
])('%j, of %s, says the label', (sentence, name, said) => {
  expect(withLabel(sentence, name, 'Invoice email')).toBe(said);
});

test('a label is put in as it is', () => {
  expect(withLabel('Position', 'Position', '$& $1')).toBe('$& $1');
});
