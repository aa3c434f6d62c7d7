import { expect } from 'vitest';
import { type Edits, entriesOf } from '../../../utils/profile/diff';
import type { Outcome } from '../../../utils/save-data';
import { until } from '../../browsers/waiting';
import type { Seen } from '../../engine/checks';
import type { Stage, Way } from '../../engine/faults';
import { onPatch, usual } from '../../engine/faults/row';
import { patch, profileRead } from '../../portal/faults/recipes';
import { isSoak } from '../../threats/report';
import { edgeCourses } from './edges';
import { identityCourses } from './identity';
import { lifeCourses } from './life';
import type { Member } from './member';
import { passwordCourses } from './password';
import { expectSaid } from './words';

export type Course = (at: Member, way: Way, stage: Stage) => Promise<Seen | undefined>;

/** Typed in the popup, then the fault, then Save, then the words. The background has just started, and knows of nothing before. */
export const usualCourse: Course = async (at, way, stage) => {
  await at.type(way.typed ?? usual);
  await at.restart();
  await way.provoke?.(stage);
  const seen = await at.save();
  await expectSaid(await at.surface(), way.says, seen);
  return seen;
};

/** The courses that are not just typing and saving. */
export const courses: Partial<Record<string, Course>> = {
  // A browser is really shown a stranger's certificate; it tells us as little as of a dead line.
  F03: (at, way, stage) =>
    usualCourse(at, { ...way, provoke: () => at.place.portal.breakCertificate(at.host) }, stage),

  // The long run waits for the deadline; here the drops come in time, and the answer is whole.
  F09: (at, way, stage) =>
    usualCourse(
      at,
      isSoak ? way : { ...way, provoke: onPatch({ deliver: { kind: 'drip', bytesPerSecond: 200 } }) },
      stage,
    ),

  async F42(at, way, stage) {
    const seen = await usualCourse(at, way, stage);
    const edits: Edits = Object.fromEntries(
      entriesOf(usual).map(([name, value]) => [
        name,
        { base: at.first[name] as string, value: value as string },
      ]),
    );
    const again = await at.ask<Outcome>('save', {
      seat: at.owner.space,
      owner: at.owner,
      saveId: seen?.saveId,
      edits,
    });
    expect(again).toEqual(seen);
    return seen;
  },

  async F43(at) {
    await at.type(usual);
    await at.restart();
    const gate = at.place.portal.faults.hold({ ...profileRead, where: at.isOurs });
    const popup = await at.surface();
    await popup.click('[data-action=save]');
    await gate.arrived;
    const { x, y } = await popup.evaluate(() => {
      const box = document.querySelector('[data-action=save]')?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + 9, y: (box?.top ?? 0) + 9 };
    });
    await popup.clickAt(x, y);
    await popup.clickAt(x, y);
    await popup.press('Control+s');
    await popup.press('Enter');
    gate.release();
    const seen = await at.outcomeAfter(undefined);
    await expectSaid(popup, undefined, seen);
    return seen;
  },

  ...lifeCourses,
  ...identityCourses,
  ...passwordCourses,
  ...edgeCourses,
};

/** Presses Save and gives the write, held open where it was handled (`after`) or where it was not (`before`). */
export async function saveHeld(at: Member, where: 'before' | 'after') {
  const gate = at.place.portal.faults.hold(patch, where);
  const popup = await at.surface();
  await popup.click('[data-action=save]');
  await gate.arrived;
  return gate;
}

/** What the badge says. */
export const badge = (at: Member, text: string) =>
  until(`the badge to say ${text}`, async () => {
    const said = await at.place.browser.background.evaluate(api => api.action.getBadgeText({}));
    return said === text;
  });
