import { describe, expect, test } from 'vitest';
import type { Surface, Tab } from '../browsers/driver';
import { patch, status } from '../portal/faults/recipes';
import { openMenu, saveFields } from './beyond';
import { browserName, useStage } from './stage';

/** Where each space stands in the list, by its seat. */
const stands = (popup: Surface) =>
  popup.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-part=others] [data-seat]')].map(space => [
        space.dataset.seat ?? '',
        `${space.dataset.stand}: ${(space.querySelector('[role=status]')?.textContent ?? '').trim()}`,
      ]),
    ),
  );
const standing = (popup: Surface, seat: string, stand: string) =>
  popup.waitFor(
    `${seat} to be ${stand}`,
    (seat, stand) => document.querySelector(`[data-part=others] [data-seat="${seat}"][data-stand=${stand}]`),
    seat,
    stand,
  );

describe(`one change for several spaces in ${browserName}`, () => {
  const people = { acme: 'ada', kodama: 'haruka', 'atelier-nord': 'mira' } as const;
  type Space = keyof typeof people;
  const profile = (space: Space) => stage.portal.currentProfile(people[space], space);
  const patchesSince = (mark: number) =>
    stage.portal.log
      .since(mark)
      .filter(({ method }) => method === 'PATCH')
      .map(({ host, member, json }) => ({ host, member, json }))
      .sort((a, b) => a.host.localeCompare(b.host));
  const hostOf = (space: Space) => `${space}.spaces.nexudus.com`;
  const tabs: Partial<Record<Space, Tab>> = {};
  const stage = useStage({
    async begin() {
      for (const space of ['kodama', 'atelier-nord', 'acme'] as const)
        tabs[space] = await stage.signIn(people[space], space);
    },
  });

  test('each space is listed with its own value, and gets its own save; nothing else changes anywhere', async () => {
    const before = stage.portal.records();
    const held = {
      kodama: before[profile('kodama')]?.Position,
      nord: before[profile('atelier-nord')]?.Position,
    };
    const popup = await stage.openEditor('professional');
    await saveFields(popup, 'professional', { Position: 'Head of Engines', Github: 'countess' });

    await popup.click('[data-part=status] [data-action=other-spaces]');
    await standing(popup, 'kodama', 'listed');
    await standing(popup, 'atelier-nord', 'listed');
    const row = (space: Space) =>
      popup.text(`[data-part=others] [data-seat="${space}"] [data-change=Position] del`);
    expect(await row('kodama')).toBe(held.kodama || 'Empty');
    expect(await row('atelier-nord')).toBe(held.nord || 'Empty');
    // The one in front is not in the list, and one field is not wanted in one of the others.
    expect(Object.keys(await stands(popup)).sort()).toEqual(['atelier-nord', 'kodama']);
    await popup.click('#other-kodama-Github');

    const mark = stage.portal.log.mark();
    await popup.click('[data-action=save-others]');
    await standing(popup, 'kodama', 'done');
    await standing(popup, 'atelier-nord', 'done');
    expect(await stands(popup)).toEqual({
      kodama: 'done: Saved 1 change.',
      'atelier-nord': 'done: Saved 2 changes.',
    });
    expect(patchesSince(mark)).toEqual([
      {
        host: hostOf('atelier-nord'),
        member: 'mira',
        json: { Position: 'Head of Engines', Github: 'countess' },
      },
      { host: hostOf('kodama'), member: 'haruka', json: { Position: 'Head of Engines' } },
    ]);
    expect(stage.portal.records()).toEqual({
      ...before,
      [profile('acme')]: { ...before[profile('acme')], Position: 'Head of Engines', Github: 'countess' },
      [profile('kodama')]: { ...before[profile('kodama')], Position: 'Head of Engines' },
      [profile('atelier-nord')]: {
        ...before[profile('atelier-nord')],
        Position: 'Head of Engines',
        Github: 'countess',
      },
    });

    // One of them is taken back, there and nowhere else.
    await popup.click('[data-part=others] [data-seat=kodama] [data-action=undo]');
    await popup.waitFor('the undo', () =>
      document.querySelector('[data-seat=kodama][data-stand=done] [data-action=undo]'),
    );
    expect(stage.portal.record(profile('kodama'))).toEqual(before[profile('kodama')]);
    expect(stage.portal.record(profile('atelier-nord')).Position).toBe('Head of Engines');
    await popup.close();
  });

  test('one fails and one conflicts: each says so, and the third is saved, with tokens coming in between', async () => {
    const popup = await stage.openEditor('personal');
    await saveFields(popup, 'personal', { CityName: 'Bath' });
    await popup.click('[data-part=status] [data-action=other-spaces]');
    await standing(popup, 'kodama', 'listed');
    await standing(popup, 'atelier-nord', 'listed');
    const before = stage.portal.records();
    stage.portal.faults.add({
      match: { ...patch, host: hostOf('kodama') },
      answer: {
        status: 400,
        json: { WasSuccessful: false, Errors: [{ PropertyName: 'CityName', Message: 'Not here' }] },
      },
    });
    // While the save of one is on its way, the pages of all the spaces show their tokens, in another order.
    const held = stage.portal.faults.hold({ ...patch, host: hostOf('atelier-nord') });
    const mark = stage.portal.log.mark();
    await popup.click('[data-action=save-others]');
    await held.arrived;
    for (const space of ['atelier-nord', 'kodama', 'acme'] as const) await tabs[space]?.reload();
    await standing(popup, 'kodama', 'done');
    expect((await stands(popup))['atelier-nord']).toMatch(/^saving/);
    held.release();
    await standing(popup, 'atelier-nord', 'done');

    const said = await stands(popup);
    expect(said.kodama).toMatch(/did not accept this\. Nothing was saved there.*Not here/);
    expect(said['atelier-nord']).toBe('done: Saved 1 change.');
    expect(patchesSince(mark)).toEqual([
      { host: hostOf('atelier-nord'), member: 'mira', json: { CityName: 'Bath' } },
      { host: hostOf('kodama'), member: 'haruka', json: { CityName: 'Bath' } },
    ]);
    expect(stage.portal.records()).toEqual({
      ...before,
      [profile('atelier-nord')]: { ...before[profile('atelier-nord')], CityName: 'Bath' },
    });

    // Read again it can be tried again; what changed there since the list was read is a conflict, and nothing is sent.
    await popup.click('[data-seat=kodama] [data-action=read-again]');
    await standing(popup, 'kodama', 'listed');
    stage.portal.set(profile('kodama'), { CityName: '大阪' });
    const later = stage.portal.log.mark();
    await popup.click('[data-action=save-others]');
    await standing(popup, 'kodama', 'done');
    expect((await stands(popup)).kodama).toContain('Changed there since it was read');
    expect(patchesSince(later)).toEqual([]);
    expect(stage.portal.record(profile('kodama')).CityName).toBe('大阪');
    await popup.close();
  });

  test('a space without a session is asked to connect first, and gets nothing', async () => {
    stage.portal.expireTokens({ space: 'kodama' });
    stage.portal.faults.add({ match: { ...patch, host: hostOf('atelier-nord') }, answer: status(500) });
    const popup = await stage.openEditor('personal');
    await saveFields(popup, 'personal', { PostCode: 'BA1 1AA' });
    await popup.click('[data-part=status] [data-action=other-spaces]');
    await standing(popup, 'kodama', 'unconnected');
    await standing(popup, 'atelier-nord', 'listed');
    expect((await stands(popup)).kodama).toContain('Connect first');
    const mark = stage.portal.log.mark();
    const before = stage.portal.records();
    await popup.click('[data-action=save-others]');
    await standing(popup, 'atelier-nord', 'done');
    expect((await stands(popup))['atelier-nord']).toContain('Not saved there');
    expect(patchesSince(mark).map(({ host }) => host)).toEqual([hostOf('atelier-nord')]);
    expect(stage.portal.records()).toEqual(before);
    await popup.close();
  });

  test('the menu in the header names every space and who is in it, and leads to each', async () => {
    const popup = await stage.openEditor('personal');
    await openMenu(popup);
    await popup.click('#owner-menu [data-action=seat][data-value=atelier-nord]');
    await popup.waitFor('Mira’s editor', () =>
      document.querySelector('[data-part=owner]')?.textContent?.includes('Mira Delacroix'),
    );
    expect(await popup.text('[data-part=owner]')).toContain('Atelier Nord');
    expect(
      await popup.evaluate(() => (document.querySelector('#field-PostCode') as HTMLInputElement).value),
    ).toBe(stage.portal.record(profile('atelier-nord')).PostCode);
    await popup.close();
  });

  test('a profile is switched by a click there; a draft stays with the profile it was typed in', async () => {
    let popup = await stage.openEditor('personal');
    const first = stage.portal.currentProfile('ada', 'acme');
    await popup.fill('#field-NickName', 'Draft of the first');
    await openMenu(popup);
    await popup.click('#owner-menu [data-action=profile]:not([aria-current])');
    await popup.waitFor('the company’s editor', () =>
      document.querySelector('[data-part=owner] h1')?.textContent?.includes('Analytical Engines Ltd'),
    );
    const second = stage.portal.currentProfile('ada', 'acme');
    expect(second).not.toBe(first);
    expect(
      await popup.evaluate(() => (document.querySelector('#field-NickName') as HTMLInputElement).value),
    ).not.toBe('Draft of the first');
    await popup.close();
    popup = await stage.openEditor('personal');
    await openMenu(popup);
    await popup.click('#owner-menu [data-action=profile]:not([aria-current])');
    await popup.waitFor('the draft', () => {
      const field = document.querySelector('#field-NickName') as HTMLInputElement | null;
      return field?.value === 'Draft of the first';
    });
    expect(stage.portal.currentProfile('ada', 'acme')).toBe(first);
    await popup.close();
  });
});
