import { expect } from 'vitest';
import en from '../../../locales/en';
import type { Stage } from '../../engine/faults';
import { onKept } from '../../engine/faults/edges';
import { onPatch } from '../../engine/faults/row';
import { status } from '../../portal/faults/recipes';
import { showSection } from '../stage';
import type { Course } from './courses';
import { closeConnections } from './edges';

const fields = ['OldPassword', 'NewPassword', 'RepeatNewPassword'] as const;

interface Try {
  typed: [old: string, next: string, repeated: string];
  more?(stage: Stage): void;
  /** Which of the three inputs are emptied. */
  cleared: readonly (typeof fields)[number][];
  /** Where it is said, and in which words. */
  says: { at: string; text: string };
  /** Whether the member is still signed in afterwards. */
  signedIn?: boolean;
}

const right = 'Analytical-1843';
const next = 'Difference-1822';

/** Types the password into its form, presses the button once, and reads what the form says. */
const tryIt =
  ({ typed, more, cleared, says, signedIn = true }: Try): Course =>
  async (at, _, stage) => {
    const popup = await at.surface();
    await at.restart();
    at.place.portal.member(at.member).password = right;
    more?.(stage);
    await showSection(popup, 'password');
    for (const [index, name] of fields.entries()) await popup.fill(`#field-${name}`, typed[index] ?? '');
    await popup.click('[data-action=change-password]');
    await popup.waitFor(
      `the form to say “${says.text}”`,
      (selector, text) => document.querySelector(selector)?.textContent?.includes(text),
      says.at,
      says.text,
    );
    const values = await popup.evaluate(
      names => names.map(name => (document.querySelector(`#field-${name}`) as HTMLInputElement).value),
      [...fields],
    );
    expect(values.map(value => value === '')).toEqual(fields.map(name => cleared.includes(name)));
    const kept = JSON.stringify([await at.stored(), await at.tables()]);
    for (const secret of typed) expect(kept).not.toContain(secret);
    expect((await at.session()) !== undefined).toBe(signedIn);
    return undefined;
  };

const inForm = (text: string) => ({ at: '[data-part=password-status]', text });

/** F73–F76: the password, which is never drafted and never sent twice. */
export const passwordCourses: Partial<Record<string, Course>> = {
  F73: tryIt({
    typed: ['not-it-at-all', next, next],
    cleared: fields,
    says: { at: '[data-row=OldPassword]', text: 'The current password is not correct.' },
  }),
  F74: tryIt({
    typed: [right, 'tiny-1', 'tiny-1'],
    cleared: ['OldPassword'],
    says: { at: '[data-row=NewPassword]', text: 'at least 8 characters' },
  }),
  F75: tryIt({
    typed: [right, next, next],
    more: onPatch({ apply: true, answer: status(500) }),
    cleared: fields,
    says: inForm(en.problem_passwordUnknown),
  }),
  F76: tryIt({
    typed: [right, next, next],
    more: ({ portal }) => void Object.assign(portal.switches, { passwordEnds: 'all tokens' }),
    cleared: fields,
    says: inForm(en.problem_passwordSignIn),
    signedIn: false,
  }),
  // The first one counts, and its connection breaks off: the browser sends it again, which the portal can only refuse.
  async F85(at, way, stage) {
    await tryIt({
      typed: [right, next, next],
      more: onKept({ apply: true, deliver: { kind: 'reset' } }),
      cleared: fields,
      says: inForm(en.password_counted),
    })(at, way, stage);
    expect(at.place.portal.member(at.member).password).toBe(next);
    expect(at.patches()).toHaveLength(2);
    await closeConnections(at);
    return undefined;
  },
};
