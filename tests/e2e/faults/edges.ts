import { expect } from 'vitest';
import en from '../../../locales/en';
import { sameOwner } from '../../../utils/profile/owner';
import { elapse, until } from '../../browsers/waiting';
import { unset } from '../../engine/faults/edges';
import { company, usual } from '../../engine/faults/row';
import type { Entry } from '../../portal/log';
import { openMenu } from '../beyond';
import { showSection } from '../stage';
import { type Course, usualCourse } from './courses';
import type { Member } from './member';
import { expectSaid } from './words';

/** Ctrl goes down: Ctrl+S may be next, so the portal is read. */
async function startPreflight(at: Member): Promise<void> {
  // For the fault before this one it may have been read less than two seconds ago.
  await at.restart();
  const mark = at.place.portal.log.mark();
  await (await at.surface()).press('Control');
  await at.place.portal.log.until(
    'the read for a save to come',
    ({ id, state, path, origin }) =>
      id > mark && at.isOurs({ origin }) && state === 'completed' && path === '/en/profile',
  );
}

/** The member types and is about to save; a moment later the fault is there, and then Save is pressed. */
const overtaken: Course = async (at, way, stage) => {
  await at.type(way.typed ?? usual);
  await startPreflight(at);
  await elapse(way.wait ?? 0);
  await way.provoke?.(stage);
  const seen = await at.save();
  await expectSaid(await at.surface(), way.says, seen);
  return seen;
};

/** What was kept open must not meet the next fault. */
export async function closeConnections({ place: { portal } }: Member): Promise<void> {
  Object.assign(portal.switches, { keepAlive: false });
  await portal.stop();
  await portal.start();
}

/** F77 and following. */
export const edgeCourses: Partial<Record<string, Course>> = {
  F77: overtaken,
  F78: overtaken,

  async F79(at, way, stage) {
    const other = { ...at.owner, profile: company(stage) };
    const { portal } = at.place;
    const before = portal.record(other.profile);
    await at.type(usual);
    await startPreflight(at);
    const popup = await at.surface();
    await openMenu(popup);
    await popup.click(`#owner-menu [data-action=profile][data-value="${other.profile}"]`);
    await until('the other profile to be shown', async () => {
      const owner = (await at.snapshot())?.owner;
      return owner && sameOwner(owner, other);
    });
    await popup.waitFor(
      'the editor to show it',
      name => document.querySelector('[data-part=owner] h1')?.textContent?.includes(name),
      String(before.FullName),
    );
    await showSection(popup, 'professional');
    await popup.fill('#field-Position', 'Director');
    await popup.click('[data-action=save]');
    const outcome = await until('the save to end', async () => {
      const now = await at.progress(other);
      return now?.phase === 'done' ? now.outcome : undefined;
    });
    await expectSaid(popup, way.says, outcome);
    expect([outcome.saved, portal.record(other.profile).Position]).toEqual([['Position'], 'Director']);
    portal.set(other.profile, before);
    return { problem: outcome.problem };
  },

  async F80(at, way, stage) {
    await at.type(usual);
    await at.restart();
    await way.provoke?.(stage);
    const seen = await at.save();
    // At that rate an answer would take minutes: we were the ones who gave up. That it is within 25 s is shown by the engine's clock.
    const isDripping = ({ fault, state }: Entry) => fault !== undefined && state !== 'aborted';
    await until('the drips to be given up', () => !at.ours().some(isDripping));
    const popup = await at.surface();
    if (way.draft !== 'P') {
      await expectSaid(popup, way.says, seen);
      return seen;
    }
    // Once more behind the member's back, and at once; the popup follows.
    await expectSaid(popup, undefined, seen);
    await until('the look behind it', async () => (await at.journal()).length === 0);
    return undefined;
  },

  async F81(at, way, stage) {
    const seen = await usualCourse(at, way, stage);
    const popup = await at.surface();
    const shown = await popup.evaluate(() => ({
      row: document.querySelector('[data-row=BillingEmail][data-problem] .row-problem')?.textContent,
      summary: document.querySelector('[data-part=summary]')?.textContent,
    }));
    expect(shown.row).toBe('Too odd.');
    expect(shown.summary).toContain(`${en.field_BillingEmail}: Too odd.`);
    expect(shown.summary?.toLowerCase()).not.toContain('billingemail');
    return seen;
  },

  async F83(at, way, stage) {
    const { portal } = at.place;
    const before = portal.record(at.owner.profile);
    await way.provoke?.(stage);
    portal.set(at.owner.profile, unset);
    const popup = await at.open();
    await showSection(popup, 'notifications');
    const switches = () =>
      [...document.querySelectorAll<HTMLInputElement>('[data-section=notifications] [role=switch]')].map(
        ({ name, checked }) => [name, checked] as const,
      );
    const off = Object.keys(unset).map(name => [name, false] as const);
    expect((await popup.evaluate(switches)).toSorted()).toEqual(off.toSorted());
    await popup.click('#field-OnNewBlogComment');
    const seen = await at.outcomeAfter(undefined);
    await popup.waitFor(
      'the switch to say how it ended',
      locked => {
        const row = document.querySelector('[data-row=OnNewBlogComment]');
        return locked ? row?.hasAttribute('data-locked') : row && !row.querySelector('[aria-busy]');
      },
      way.says === 'notKept',
    );
    const on = (await popup.evaluate(switches)).filter(([, checked]) => checked).map(([name]) => name);
    expect(on).toEqual(way.says ? [] : ['OnNewBlogComment']);
    portal.set(at.owner.profile, before);
    await at.open();
    await at.type(usual);
    return { problem: seen.problem };
  },

  async F84(at, way, stage) {
    const seen = await usualCourse(at, way, stage);
    console.log(`${way.way}: ${at.place.browser.name} sent one write ${at.patches().length} times`);
    await closeConnections(at);
    return seen;
  },
};
