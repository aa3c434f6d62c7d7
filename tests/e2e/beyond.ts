import type { FieldName, SectionId } from '../../utils/profile/fields';
import type { Surface } from '../browsers/driver';
import { showSection } from './stage';

/** Opens the menu in the header, as a member does. */
export async function openMenu(surface: Surface): Promise<void> {
  await surface.click('[data-action=owner-menu]');
  await surface.waitFor('the menu', () => document.querySelector('#owner-menu [data-action=history]'));
}

export async function openHistory(surface: Surface): Promise<void> {
  await openMenu(surface);
  await surface.click('#owner-menu [data-action=history]');
  await surface.waitFor('the history', () => document.querySelector('[data-part=history] p'));
}

/** Types into fields of one section and saves; resolves once nothing is on its way and nothing is left to save. */
export async function saveFields(
  surface: Surface,
  section: SectionId,
  typed: Partial<Record<FieldName, string>>,
): Promise<void> {
  await showSection(surface, section);
  for (const [name, value] of Object.entries(typed)) await surface.fill(`#field-${name}`, value);
  await surface.click('[data-action=save]');
  await settled(surface);
}

/** Waits until a save has ended well and its outcome shows. */
export const settled = (surface: Surface) =>
  surface.waitFor(
    'the save to have ended',
    () =>
      document.querySelector('[data-action=save]')?.textContent === 'Save' &&
      !document.querySelector('[data-row][data-changed]') &&
      /Saved \d+ change/.test(document.querySelector('[data-part=status]')?.textContent ?? ''),
  );
