import { describe, expect, test } from 'vitest';
import { clickOf, type Front, menuEntries, places } from '../../../entrypoints/background/menu-entries';
import { labels } from '../../../utils/labels';
import { languages } from '../../../utils/language';
import { fields } from '../../../utils/profile/fields';

const switches = fields.filter(field => field.menu).map(field => field.name);
const front: Front = {
  seat: 'acme',
  owner: { space: 'acme', user: 1, profile: 2 },
  values: Object.fromEntries(switches.map((name, index) => [name, index % 2 === 0])),
  locked: [],
  several: false,
};
const onPage = (front: Front) => menuEntries(front, labels.en).filter(({ place }) => place === 'page');

describe('the context menu, as data', () => {
  test('one parent with the six switches of the table in its order, then the editor; the same in both places', () => {
    for (const place of places) {
      const [parent, ...rest] = menuEntries(front, labels.en).filter(entry => entry.place === place);
      const edit = rest.pop();
      expect(parent?.title).toBe('Email notifications');
      expect(rest.map(({ title, parent: of }) => [title, of])).toEqual(
        switches.map(name => [labels.en[`field_${name}`], parent?.id]),
      );
      expect(rest).toHaveLength(6);
      expect(edit).toMatchObject({ title: 'Edit profile…', enabled: true });
    }
  });

  test('a tick is what the portal holds', () => {
    const ticks = onPage(front).flatMap(({ checked }) => (checked === undefined ? [] : [checked]));
    expect(ticks).toEqual(switches.map(name => front.values[name]));
  });

  test('with several spaces the title says which; signed out it says why nothing can be switched', () => {
    const [parent, first] = onPage({ ...front, several: true, reason: 'menu_signedOut' });
    expect(parent).toMatchObject({
      title: 'Email notifications · acme (sign in to the portal first)',
      enabled: false,
    });
    expect(first?.enabled).toBe(false);
  });

  test('a switch that the portal does not offer has no line; one that cannot be read is greyed', () => {
    const { OnHelpDeskMsg: _, OnNewWallPost: __, ...values } = front.values;
    const [, gone, locked] = onPage({ ...front, values, locked: ['OnNewWallPost'] });
    expect([gone?.visible, locked?.visible, locked?.enabled]).toEqual([false, true, false]);
  });

  test('before anything is known all of them show, greyed and empty', () => {
    const lines = onPage({ values: {}, locked: [], several: false, reason: 'menu_notConnected' });
    expect(lines).toHaveLength(8);
    expect(lines.slice(1, -1).every(({ enabled, checked, visible }) => !enabled && !checked && visible)).toBe(
      true,
    );
  });

  test('a line’s id says whom it was drawn for; every id is its own', () => {
    const entries = menuEntries(front, labels.en);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(clickOf(entries[1]?.id ?? '')).toEqual({
      place: 'action',
      seat: 'acme',
      owner: 'acme/1/2',
      field: switches[0],
    });
    expect(clickOf(entries[0]?.id ?? '')).toBeUndefined();
    for (const odd of [
      '',
      'x',
      'page|acme|acme/1/2|FullName|x',
      'bar|acme|acme/1/2|edit',
      'page|a|b|__proto__',
    ])
      expect(clickOf(odd)).toBeUndefined();
  });

  test('no title has a sign that menus read as more than text', () => {
    for (const language of languages) {
      for (const reason of ['menu_signedOut', 'menu_notConnected', undefined] as const) {
        for (const { title } of menuEntries({ ...front, reason, several: true }, labels[language]))
          expect(title).not.toMatch(/[%&<>]/);
      }
    }
  });
});
