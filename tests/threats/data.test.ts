import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect } from 'vitest';
import { menuEntries } from '../../entrypoints/background/menu-entries';
import { labels } from '../../utils/labels';
import { languages } from '../../utils/language';
import { messages } from '../../utils/messages';
import { apiOrigin, spaceOfApi } from '../../utils/portal/space';
import { bodyOf } from '../../utils/profile/body';
import { diff, same } from '../../utils/profile/diff';
import { type FieldName, fieldNames, fieldOf, fields, isFieldName } from '../../utils/profile/fields';
import { readRecord, type Values } from '../../utils/profile/record';
import { Edits } from '../../utils/save-data';
import { senderClass } from '../../utils/sender';
import { browserName } from '../e2e/stage';
import { lookAlikes } from './look-alikes';
import { payloads } from './payloads';
import { nestings, poisonousKeys } from './poison';
import { count, plural, threat } from './report';
import { id, origins, sendersOf } from './senders';

/** What needs no browser: tables of what may arrive, and what becomes of it. */
describe(`data, beside ${browserName}`, () => {
  threat('T16', 'only the very host of a space is its API', async () => {
    const taken = lookAlikes.filter(([url, space]) => spaceOfApi(url) !== space).map(([url]) => url);
    expect(taken).toEqual([]);
    const alike = lookAlikes.filter(([, space]) => space === undefined);
    const real = lookAlikes.filter(([, space]) => space !== undefined);
    expect(new Set(alike.map(([url]) => url)).size).toBeGreaterThanOrEqual(60);
    expect(real.length).toBeGreaterThan(5);
    // Nor is an address made of any of them.
    for (const [url] of alike.filter(([url]) => url.includes('.'))) expect(() => apiOrigin(url)).toThrow();
    return [`${alike.length} look-alike addresses`, `0 taken for a space (${real.length} real ones are)`];
  });

  threat('T21', 'every message of every sender is heard or not as its class says', async () => {
    const names = Object.keys(messages) as (keyof typeof messages)[];
    let heard = 0;
    let cells = 0;
    for (const origin of origins) {
      for (const [who, sender, as] of sendersOf(origin)) {
        for (const name of names) {
          const isHeard = messages[name].from === senderClass(sender, { id, origin });
          expect([who, name, isHeard]).toEqual([who, name, messages[name].from === as]);
          cells += 1;
          if (isHeard) heard += 1;
        }
      }
    }
    expect(heard).toBeGreaterThan(0);
    return [`${plural(cells, 'cells')} of senders × messages`, `100 % classified, 0 wrong, ${heard} heard`];
  });

  threat('T27', 'keys that mean something to objects are not kept', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    let kept = 0;
    for (const key of poisonousKeys) {
      for (const nest of nestings) {
        const json: unknown = JSON.parse(nest(`{"${key}":{"FullName":"planted","Id":9},"NickName":1}`));
        expect(JSON.stringify(json)).toContain('planted');
        const { values, held } = readRecord(json);
        for (const part of [values, held])
          kept += Object.keys(part).filter(name => !isFieldName(name)).length;
        expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
        expect(JSON.stringify([values, held])).not.toContain('planted');
      }
    }
    expect(kept).toBe(0);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    return [`${poisonousKeys.length} keys × ${nestings.length} depths`, '0 kept, Object.prototype unchanged'];
  });

  threat('T31', 'menus and badges say words of ours alone', async () => {
    const switches = fields.filter(({ menu }) => menu).map(({ name }) => name);
    const front = (value: unknown) => ({
      seat: 'acme',
      owner: { space: 'acme', user: 1, profile: 2 },
      values: Object.fromEntries(fieldNames.map(name => [name, value])) as Values,
      locked: [],
      several: true,
    });
    let titles = 0;
    for (const language of languages) {
      const titlesOf = (value: unknown) =>
        menuEntries(front(value), labels[language]).map(({ title }) => title);
      const usual = titlesOf(false);
      for (const payload of payloads) expect(titlesOf(payload)).toEqual(usual);
      const badge = Object.entries(labels[language]).flatMap(([key, text]) =>
        key.startsWith('badge_') ? [text] : [],
      );
      expect(badge.length).toBeGreaterThan(2);
      // In a menu % and & mean something.
      for (const text of [...usual, ...badge]) expect(text).not.toMatch(/[%&<>]/);
      titles += usual.length;
    }
    expect(titles).toBe(languages.length * 2 * (switches.length + 2));
    return [`${payloads.length} payloads, ${titles} titles in ${languages.length} languages`, '0 changed'];
  });

  threat('T35', 'the body of a save has the fields that change, and no other', async () => {
    const many = count(2_000, 10_000);
    let planted = 0;
    fc.assert(
      fc.property(values, edits, (saved, asked) => {
        const body = bodyOf(diff(saved, v.parse(Edits, asked)));
        const changed = fieldNames.filter(name => {
          const [held, edit] = [saved[name], Object.hasOwn(asked, name) ? asked[name] : undefined];
          return edit && held !== undefined && !same(fieldOf(name), held, edit.value as never);
        });
        planted += Object.keys(asked).filter(name => !isFieldName(name)).length;
        expect(Object.keys(body).sort()).toEqual([...changed].sort());
      }),
      { numRuns: many },
    );
    expect(planted).toBeGreaterThan(many);
    return [
      `${plural(many, 'edits')} with ${plural(planted, 'foreign fields')}`,
      '0 foreign fields in a body',
    ];
  });
});

const foreign = [
  'Id',
  'CoworkerId',
  'Email',
  'User',
  'Active',
  'IsAdmin',
  '__proto__',
  'constructor',
  'toJSON',
  'OldPassword',
  'NewPassword',
];
const anyOf = (name: FieldName) => {
  const { kind } = fieldOf(name);
  if (kind === 'toggle') return fc.boolean();
  if (kind === 'country') return fc.integer({ min: 1, max: 2000 });
  return fc.constantFrom('', 'a', 'b', 'a, b', '2001-02-03', 'Male');
};
const values = fc
  .record(Object.fromEntries(fieldNames.map(name => [name, anyOf(name)])))
  .map(record => record as unknown as Values);
const edits = fc
  .uniqueArray(fc.constantFrom<string>(...fieldNames, ...foreign), { maxLength: 12 })
  .chain(names =>
    fc.tuple(...names.map(name => (isFieldName(name) ? anyOf(name) : fc.constant('planted')))).map(all =>
      // Own keys even where the name means something to an object.
      Object.fromEntries(names.map((name, index) => [name, { base: null, value: all[index] ?? null }])),
    ),
  );
