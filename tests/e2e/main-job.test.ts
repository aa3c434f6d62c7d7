import { describe, expect, test } from 'vitest';
import { pageOf } from '../../utils/portal/pages';
import { type FieldName, fieldOf, fields, type SectionId, sections } from '../../utils/profile/fields';
import { elapse, until } from '../browsers/waiting';
import { held, put, samples } from './samples';
import { browserName, says, useStage } from './stage';

/** What the control of a field shows; the names of all tags of one that has them. */
function shownIn(name: string, kind: string): string | boolean | null {
  const control = document.querySelector<HTMLInputElement>(`#field-${name}`);
  if (!control) return null;
  if (kind === 'toggle') return control.checked;
  if (kind !== 'tags') return control.value;
  const tags = [...document.querySelectorAll('[data-tag]')];
  return tags.map(tag => tag.getAttribute('data-tag')).join();
}

/** The main job: sign in on the portal, edit every field in the real popup, and find it on the portal. */
describe(`the main job in ${browserName}`, () => {
  // The portal's own sign-in is all that Nametag needs.
  const stage = useStage({ begin: () => stage.signIn('ada') });
  const profile = () => stage.portal.currentProfile('ada', 'acme');

  /** A popup that is opened anew shows what the portal holds, field by field. */
  async function isReadBack(section: SectionId, names: readonly FieldName[]): Promise<void> {
    const record = stage.portal.record(profile());
    const popup = await stage.openEditor(section);
    for (const name of names) {
      const { kind } = fieldOf(name);
      const shown = await popup.evaluate(shownIn, name, kind);
      const holds = kind === 'toggle' ? record[name] : String(record[name] ?? '');
      expect([name, shown]).toEqual([name, kind === 'date' ? String(holds).slice(0, 10) : holds]);
    }
    await popup.close();
  }

  test('the popup shows who and where, and every value', async () => {
    const popup = await stage.openEditor('personal');
    const owner = await popup.text('[data-part=owner]');
    expect(owner).toContain('Ada Lovelace');
    expect(owner).toContain('ada@acme.test');
    expect(owner.toLowerCase()).toContain('acme');
    const shown = await popup.evaluate(
      () => (document.querySelector('#field-FullName') as HTMLInputElement).value,
    );
    expect(shown).toBe('Ada Lovelace');
    await popup.close();
  });

  for (const section of sections.filter(({ apply }) => apply === 'on save')) {
    test(`${section.id}: every field is edited, saved in one PATCH with exactly the changed keys, and read back`, async () => {
      const names = Object.keys(section.fields) as FieldName[];
      const before = stage.portal.record(profile());
      const mark = stage.portal.log.mark();
      const popup = await stage.openEditor(section.id);
      for (const name of names) await put(popup, name);
      await popup.click('[data-action=save]');
      await says(popup, 'Saved');
      await stage.portal.log.until(
        'the PATCH',
        entry => entry.id > mark && entry.method === 'PATCH' && entry.state === 'completed',
      );

      const patches = stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH');
      expect(patches).toHaveLength(1);
      expect(Object.keys(patches[0]?.json as object).sort()).toEqual([...names].sort());
      const after = stage.portal.record(profile());
      for (const name of names) expect([name, after[name]]).toEqual([name, held(name, before)]);
      for (const name of Object.keys(before).filter(name => !names.includes(name as FieldName))) {
        expect([name, after[name as FieldName]]).toEqual([name, before[name as FieldName]]);
      }
      await popup.waitFor('no change to be left', () => !document.querySelector('[data-row][data-changed]'));
      await popup.close();
      await isReadBack(section.id, names);
    });
  }

  test('notifications: each switch applies at once, in a PATCH of its own', async () => {
    const names = Object.keys(sections.find(({ id }) => id === 'notifications')?.fields ?? {}) as FieldName[];
    const before = stage.portal.record(profile());
    const mark = stage.portal.log.mark();
    const popup = await stage.openEditor('notifications');
    for (const name of names) {
      await put(popup, name);
      await popup.waitFor(
        `${name} to be confirmed`,
        (id, on) => {
          const control = document.querySelector(`#field-${id}`) as HTMLInputElement | null;
          return control?.checked === on && control.getAttribute('aria-busy') === null;
        },
        name,
        !before[name],
      );
    }
    const bodies = stage.portal.log
      .since(mark)
      .filter(({ method }) => method === 'PATCH')
      .map(({ json }) => json);
    expect(bodies).toEqual(names.map(name => ({ [name]: !before[name] })));
    const after = stage.portal.record(profile());
    for (const name of names) expect([name, after[name]]).toEqual([name, held(name, before)]);
    await popup.close();
    await isReadBack('notifications', names);
  });

  test('the portal’s own page shows it', async () => {
    const popup = await stage.openEditor('professional');
    await popup.fill('#field-Position', 'Head of Engines');
    await popup.click('[data-action=save]');
    await says(popup, 'Saved');
    await popup.close();
    const tab = await stage.browser.newTab(pageOf('acme', 'professional'));
    await tab.waitFor('the saved job title', () =>
      [...document.querySelectorAll('input')].some(input => input.value === 'Head of Engines'),
    );
    await tab.close();
  });

  test('the password is changed, alone in its request', async () => {
    const mark = stage.portal.log.mark();
    const popup = await stage.openEditor('password');
    await popup.fill('#field-OldPassword', 'Analytical-1843');
    await popup.fill('#field-NewPassword', 'Difference-1822');
    await popup.fill('#field-RepeatNewPassword', 'Difference-1822');
    await popup.click('[data-action=change-password]');
    await popup.waitFor('the form to say so', () =>
      document.querySelector('[data-part=password-status]')?.textContent?.includes('Password changed'),
    );
    const patches = stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH');
    expect(patches.map(({ json }) => json)).toEqual([
      {
        OldPassword: 'Analytical-1843',
        NewPassword: 'Difference-1822',
        RepeatNewPassword: 'Difference-1822',
      },
    ]);
    expect(stage.portal.member('ada').password).toBe('Difference-1822');
    const left = await popup.evaluate(() =>
      [...document.querySelectorAll('[data-section=password] input')]
        .map(input => (input as HTMLInputElement).value)
        .filter(value => value.includes('-18')),
    );
    expect(left).toEqual([]);
    await popup.close();
  });

  test('every readable field was part of it', () => {
    expect(fields).toHaveLength(39);
    expect(Object.keys(samples)).toHaveLength(39);
  });

  test('tabs of the popup follow the portal page under it', async () => {
    for (const section of ['billing', 'professional'] as const) {
      const tab = await stage.browser.newTab(pageOf('acme', section));
      const popup = await stage.openEditor();
      await popup.waitFor(
        `the ${section} tab`,
        id =>
          document.querySelector(`[role=tab][data-section=${id}]`)?.getAttribute('aria-selected') === 'true',
        section,
      );
      await popup.close();
      await tab.close();
    }
  });

  test('the portal is read while Save is pressed: not for typing, not for the pointer over it, and once in two seconds', async () => {
    const { log } = stage.portal;
    const popup = await stage.openEditor('professional');
    const asked = (mark: number) =>
      log
        .since(mark)
        .filter(({ method, origin }) => method !== 'OPTIONS' && !origin?.startsWith('https:'))
        .map(({ method, path }) => `${method} ${path}`);
    const read = 'GET /en/profile';
    let mark = await log.atRest();
    await popup.fill('#field-Position', 'Pressed');
    await popup.hover('[data-action=save]');
    await log.atRest();
    expect(asked(mark)).toEqual([]);

    const write = 'PATCH /api/public/coworker/profile';
    const written = () => until('the write', () => asked(mark).includes(write));
    await popup.click('[data-action=save]', 'left', 90);
    await written();
    await log.atRest();
    // A machine that takes longer than a read is young makes the save read for itself.
    expect([
      [read, write, read],
      [read, read, write, read],
    ]).toContainEqual(asked(mark));

    // A button held for longer than a read is young: the save reads for itself, and what began with the press shows beside it.
    await elapse(2_000);
    mark = await log.atRest();
    await popup.fill('#field-Position', 'Held');
    await popup.click('[data-action=save]', 'left', 1_000);
    await written();
    await log.atRest();
    expect(asked(mark)).toEqual([read, read, write, read]);
    await says(popup, 'Saved');

    // With the keyboard it begins with Ctrl, or with the focus on Save; nothing to save is nothing to read.
    await elapse(2_000);
    mark = await log.atRest();
    await popup.press('Control');
    await log.atRest();
    expect(asked(mark)).toEqual([]);
    await popup.fill('#field-Position', 'Pressed again');
    await popup.press('Control');
    await log.atRest();
    expect(asked(mark)).toEqual([read]);
    await popup.press('Control');
    await popup.evaluate(() => {
      document.querySelector<HTMLElement>('[data-action=discard]')?.focus();
    });
    await popup.press('Tab');
    await log.atRest();
    expect(asked(mark)).toEqual([read]);
    await elapse(2_000);
    await popup.press('Shift+Tab');
    await popup.press('Tab');
    await log.atRest();
    expect(asked(mark)).toEqual([read, read]);
    await popup.press('Enter');
    await says(popup, 'Saved');
    await popup.close();
  });
});
