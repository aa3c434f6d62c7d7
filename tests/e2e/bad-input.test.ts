import { describe, expect, test } from 'vitest';
import type { FieldName, SectionId } from '../../utils/profile/fields';
import { browserName, useStage } from './stage';

const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);

/** What a member may type wrong, and the sentence that must stand at the field. Nothing is sent for any of them. */
const slips: [section: SectionId, name: FieldName, typed: string, sentence: RegExp][] = [
  ['personal', 'FullName', '', /fill in “full name”/i],
  ['personal', 'FullName', '   ', /fill in “full name”/i],
  ['personal', 'DateOfBirth', '1990-02-31', /a day that exists/i],
  ['personal', 'DateOfBirth', '0001-01-01', /from 1900/i],
  ['personal', 'DateOfBirth', tomorrow, /not in the future/i],
  ['billing', 'BillingEmail', 'accounts.example.com', /name@example.com/i],
  ['professional', 'ProfileTags', `${'x'.repeat(255)},`, /254 characters/i],
];

describe(`bad input in ${browserName}`, () => {
  const stage = useStage({ begin: () => stage.signIn('ada') });

  test('each slip gets its sentence at the field, and nothing is sent', async () => {
    const popup = await stage.openEditor('personal');
    for (const [section, name, typed, sentence] of slips) {
      const mark = stage.portal.log.mark();
      await popup.click(`[role=tab][data-section=${section}]`);
      await popup.fill(`#field-${name}`, typed);
      await popup.press('Control+s');
      expect(await popup.text(`#problem-${name}`)).toMatch(sentence);
      expect(await popup.text('[data-part=summary]')).toMatch(sentence);
      expect(stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH')).toEqual([]);
      await popup.click(`[data-row="${name}"] [data-action=revert]`);
    }
    await popup.close();
  });

  test('what the portal refuses lands at its fields, by the portal’s own words, and the edits stay', async () => {
    const before = stage.portal.record(stage.portal.currentProfile('ada', 'acme'));
    stage.portal.faults.add({
      match: { method: 'PATCH', path: '/api/public/coworker/profile' },
      times: 1,
      answer: {
        status: 400,
        json: {
          WasSuccessful: false,
          Status: 400,
          Message: 'Validation failed',
          Value: null,
          Errors: [
            { AttemptedValue: 'x', Message: 'That city is not on our map.', PropertyName: 'CityName' },
            { AttemptedValue: 'y', Message: 'The moon is in the wrong house.', PropertyName: 'MoonPhase' },
          ],
        },
      },
    });
    const popup = await stage.openEditor('personal');
    await popup.fill('#field-CityName', 'Atlantis');
    await popup.click('[data-action=save]');
    expect(await popup.text('#problem-CityName')).toContain('That city is not on our map.');
    expect(await popup.text('[data-part=summary]')).toContain('The moon is in the wrong house.');
    expect(
      await popup.evaluate(() => (document.querySelector('#field-CityName') as HTMLInputElement).value),
    ).toBe('Atlantis');
    expect(stage.portal.record(stage.portal.currentProfile('ada', 'acme'))).toEqual(before);
    await popup.click('[data-row="CityName"] [data-action=revert]');
    await popup.close();
  });

  test('passwords: different ones are stopped here, a wrong current one by the portal', async () => {
    const popup = await stage.openEditor('password');
    const mark = stage.portal.log.mark();
    await popup.fill('#field-OldPassword', 'not-the-password');
    await popup.fill('#field-NewPassword', 'Difference-1822');
    await popup.fill('#field-RepeatNewPassword', 'Difference-1823');
    await popup.click('[data-action=change-password]');
    expect(await popup.text('#problem-RepeatNewPassword')).toMatch(/same new password/i);
    expect(stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH')).toEqual([]);
    await popup.fill('#field-RepeatNewPassword', 'Difference-1822');
    await popup.click('[data-action=change-password]');
    expect(await popup.text('#problem-OldPassword')).not.toBe('');
    const values = await popup.evaluate(() =>
      ['OldPassword', 'NewPassword', 'RepeatNewPassword'].map(
        name => (document.querySelector(`#field-${name}`) as HTMLInputElement).value,
      ),
    );
    expect(values).toEqual(['', '', '']);
    expect(stage.portal.member('ada').password).toBe('Analytical-1843');
    await popup.close();
  });

  test('a save of stray spaces sends nothing', async () => {
    const mark = stage.portal.log.mark();
    const popup = await stage.openEditor('personal');
    await popup.fill('#field-NickName', 'Ada ');
    await popup.press('Control+s');
    await popup.waitFor(
      'the field to be as it was',
      () => !document.querySelector('[data-row="NickName"][data-changed]'),
    );
    expect(stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH')).toEqual([]);
    await popup.close();
  });
});
