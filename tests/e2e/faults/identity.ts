import { expect } from 'vitest';
import { type Edits, entriesOf } from '../../../utils/profile/diff';
import type { FieldName } from '../../../utils/profile/fields';
import type { Outcome } from '../../../utils/save-data';
import type { Tab } from '../../browsers/driver';
import { elapse, until } from '../../browsers/waiting';
import { usual } from '../../engine/faults/row';
import { patch } from '../../portal/faults/recipes';
import { ready, showSection } from '../stage';
import { type Course, saveHeld, usualCourse } from './courses';
import type { Member } from './member';
import { expectSaid } from './words';

const editors = async ({ place }: Member): Promise<[Tab, Tab]> => {
  const open = async () => {
    const tab = await place.browser.newTab(`${place.browser.origin}/editor.html`);
    await ready(tab);
    return tab;
  };
  return [await open(), await open()];
};

let count = 0;
/** Sends edits as another window does that does not know what this one did meanwhile. */
const send = (at: Member, edits: Edits): Promise<Outcome> => {
  count += 1;
  return at.ask('save', { seat: at.owner.space, owner: at.owner, saveId: `window-${count}`, edits });
};

/** The popup shows another member, with nothing of Ada's. */
async function expectShown(at: Member, name: string): Promise<void> {
  const popup = await at.surface();
  await popup.waitFor(
    `the editor to show ${name}`,
    name => document.querySelector('[data-part=owner]')?.textContent?.includes(name),
    name,
  );
  const values = await popup.evaluate(() =>
    [...document.querySelectorAll('input')].map(({ value }) => value),
  );
  for (const typed of Object.values(usual)) expect(values).not.toContain(typed);
}

/** Another member's token comes from the page under the open popup. */
async function signInGrace(at: Member): Promise<string> {
  await at.restart();
  const token = await at.show('grace');
  await at.taken('grace');
  await expectShown(at, 'Grace Okafor');
  return token;
}

/** F61–F72: others at work at the same time. */
export const identityCourses: Partial<Record<string, Course>> = {
  async F61(at) {
    await at.close();
    const [one, two] = await editors(at);
    const { faults } = at.place.portal;
    await showSection(one, 'professional');
    await one.fill('#field-Position', String(usual.Position));
    const gate = faults.hold(patch);
    await one.press('Control+s');
    await gate.arrived;
    await showSection(two, 'personal');
    await two.fill('#field-NickName', String(usual.NickName));
    gate.release();
    await two.waitFor(
      'Save to be free',
      () => !document.querySelector<HTMLButtonElement>('[data-action=save]')?.disabled,
    );
    await two.click('[data-action=save]');
    await until(
      'both to be saved',
      () => at.patches().filter(({ state }) => state === 'completed').length === 2,
    );
    expect(at.patches().map(({ json }) => json)).toEqual([
      { Position: usual.Position },
      { NickName: usual.NickName },
    ]);
    await until('the drafts to be gone', async () => Object.keys(await at.drafts()).length === 0);
    for (const tab of [one, two]) await tab.close();
    return { problem: undefined, saved: ['Position', 'NickName'] };
  },

  async F62(at, way) {
    await at.type(way.typed ?? {});
    const mine = await at.drafts();
    await send(at, { Position: { base: 'Engineer', value: 'Baroness' } });
    const popup = await at.surface();
    const outcome = await send(at, mine);
    expect(outcome.conflicts).toEqual({
      Position: { base: 'Engineer', value: 'Designer', theirs: 'Baroness' },
    });
    await expectSaid(popup, way.says, outcome);
    const shown = await popup.evaluate(
      () => document.querySelector('[data-conflict=Position]')?.textContent ?? '',
    );
    for (const value of ['Engineer', 'Designer', 'Baroness']) expect(shown).toContain(value);
    return outcome;
  },

  async F67(at) {
    await at.type(usual);
    const mine = await at.drafts();
    const token = await signInGrace(at);
    const outcome = await send(at, mine);
    const asGrace = at.place.portal.log.entries.filter(
      ({ authorization }) => authorization === `Bearer ${token}`,
    );
    expect(asGrace.filter(({ method }) => method !== 'GET' && method !== 'OPTIONS')).toEqual([]);
    return outcome;
  },

  async F68(at, way, stage) {
    const before = await at.session();
    const token = await at.show('mira', 'atelier-nord');
    await until('the other space to be known', async () => {
      const kept = (await at.stored())['token/atelier-nord'] as { token: string } | undefined;
      return kept?.token === token;
    });
    expect(await at.session()).toEqual(before);
    return usualCourse(at, way, stage);
  },

  async F69(at) {
    await at.type(usual);
    await signInGrace(at);
    const popup = await at.surface();
    await showSection(popup, 'personal');
    await popup.fill('#field-NickName', 'Gracie');
    const grace = (await at.snapshot())?.owner;
    if (!grace) throw new Error('Nobody is shown.');
    await until('her draft to be kept', async () => (await at.drafts(grace)).NickName?.value === 'Gracie');
    expect(Object.keys(await at.drafts(grace))).toEqual(['NickName']);
    expect(Object.keys(await at.drafts()).sort()).toEqual(Object.keys(usual).sort());
    return undefined;
  },

  async F70(at, way, stage) {
    const before = (await at.session())?.token;
    const mark = at.place.portal.log.mark();
    const outcome = await usualCourse(at, way, stage);
    const own = at.place.portal.log
      .since(mark)
      .filter(({ path, method }) => method === 'PATCH' || (method === 'GET' && path === '/en/profile'))
      .filter(({ authorization }) => authorization === `Bearer ${before}`)
      .map(({ method }) => method);
    // A read of the opening may be before them.
    expect(own.slice(-3)).toEqual(['GET', 'PATCH', 'GET']);
    expect((await at.session())?.token).not.toBe(before);
    return outcome;
  },

  async F71(at, way) {
    await at.type(usual);
    await at.restart();
    const popup = await at.surface();
    await showSection(popup, 'notifications');
    const gate = await saveHeld(at, 'before');
    await popup.click('#field-SignUpToNewsletter');
    gate.release();
    await until(
      'both to be saved',
      () => at.patches().filter(({ state }) => state === 'completed').length === 2,
    );
    await popup.waitFor(
      'the switch to be confirmed',
      () => !document.querySelector('#field-SignUpToNewsletter')?.hasAttribute('aria-busy'),
    );
    expect(at.patches().map(({ json }) => json)).toEqual([usual, { SignUpToNewsletter: false }]);
    expect(at.truth('SignUpToNewsletter')).toBe(false);
    at.place.portal.set(at.owner.profile, { SignUpToNewsletter: true });
    return { problem: way.says && { code: way.says }, saved: entriesOf(usual).map(([name]) => name) };
  },

  async F72(at, way, stage) {
    await at.surface();
    await way.provoke?.(stage);
    const flag: FieldName = 'OnNewWallPost';
    const clicks: Promise<Outcome>[] = [];
    for (let click = 0; click < 20; click += 1) {
      const value = click % 2 === 1;
      clicks.push(send(at, { [flag]: { base: !value, value } }));
      await elapse(100);
    }
    const all = await Promise.all(clicks);
    expect(all.filter(({ problem }) => problem)).toEqual([]);
    expect(at.truth(flag)).toBe(true);
    await at.type(usual);
    return undefined;
  },
};
