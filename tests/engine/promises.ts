import { expect } from 'vitest';
import type { Seen, Subject } from './checks';
import type { Way } from './faults';
import { aDate } from './faults/statuses';

type Promised = (subject: Subject, seen: Seen, way: Way) => void | Promise<void>;

/** One second at least, ten minutes at most. */
const clamped = (ms: number) => Math.min(Math.max(ms, 1_000), 600_000);
const waits: Record<string, number> = {
  '409': 1_000,
  '429': 7_000,
  negative: 1_000,
  garbage: 5_000,
  absent: 5_000,
};

/** Counted from when the answer was read: some moment after it was asked for, and before the save was over. */
const countdown: Promised = ({ portal }, { problem, at = 0 }, { way }) => {
  const date = Date.parse(way.replace('for the preflight: ', '').replace('a date', aDate));
  const dueFrom = (read: number) =>
    read + (waits[way] ?? (Number.isNaN(date) ? 600_000 : clamped(date - read)));
  const asked = portal.log.entries.findLast(({ status }) => status === 409 || status === 429);
  expect(problem?.retryAt).toBeGreaterThanOrEqual(dueFrom(asked?.time ?? Number.NaN));
  expect(problem?.retryAt).toBeLessThanOrEqual(dueFrom(at));
};

const onlyThePortal: Promised = subject => {
  // The portal's own pages are open in a real browser.
  const apis = subject.portal.log.hosts().filter(host => !host.endsWith('.nexudus.site'));
  expect(apis).toEqual(['acme.spaces.nexudus.com']);
};

const bodies = (subject: Subject) => subject.patches().map(({ json }) => json as Record<string, unknown>);

/** What a fault's row promises beyond the draft, the count and the text. */
export const promises: Partial<Record<string, Promised>> = {
  F10: onlyThePortal,
  F11: onlyThePortal,
  F13(_, { refusals, otherRefusals }, { way, typed }) {
    if (way === 'for a field') expect(refusals).toEqual({ Position: 'Too grand.' });
    else if (typed) expect(Object.keys(refusals ?? {})).toEqual(['BillingEmail']);
    else expect(otherRefusals).toEqual([{ field: 'Coworker', message: 'No.' }]);
  },
  F14(_, { problem }, { way }) {
    const quoted: Record<string, string> = {
      text: 'Not today.',
      'a JSON string': 'Not today.',
      HTML: 'Portal',
    };
    expect(problem?.message).toBe(quoted[way] ?? '');
  },
  F15(_, { refusals, otherRefusals }, { way }) {
    if (way === 'an object' || way === 'ten thousand') expect(refusals).toEqual({ Position: 'Too grand.' });
    if (way.includes('string')) expect(otherRefusals).toEqual([{ field: '', message: 'Too grand.' }]);
  },
  async F20(subject) {
    expect(await subject.session()).toBeUndefined();
    expect((await subject.snapshot())?.problem?.code).toBe('signedOut');
  },
  async F21(subject) {
    expect(await subject.session()).toBeUndefined();
    expect((await subject.snapshot())?.problem?.code).toBe('signedOut');
  },
  async F22(subject) {
    // The newer token stays, and nobody is told to sign in.
    expect(await subject.session()).toBeDefined();
    expect((await subject.snapshot())?.problem).toBeUndefined();
  },
  F24: countdown,
  F25: countdown,
  F26: countdown,
  async F34(subject, { faults }, { way }) {
    if (way === 'in the field that was edited') expect(faults).toEqual({ Position: 'unreadable' });
    else expect(bodies(subject)).toEqual([{ NickName: 'Countess' }]);
  },
  F35: subject => expect(bodies(subject)).toEqual([{ NickName: 'Countess' }]),
  F36: subject =>
    expect(
      bodies(subject)
        .flatMap(body => Object.keys(body))
        .sort(),
    ).not.toContain('State'),
  F38(subject) {
    expect(({} as Record<string, unknown>).Position).toBeUndefined();
    expect(bodies(subject)).toEqual([{ Position: 'Designer', NickName: 'Countess' }]);
  },
  F39: (_, { changed }) =>
    expect(changed).toEqual({ ProfileTags: { wanted: 'Design,UX', got: 'design,ux' } }),
  F40: (_, { notKept }, { way }) =>
    expect(notKept).toEqual(way === 'all' ? ['NickName', 'Position'] : ['Position']),
  F41: async subject => expect((await subject.journal()).map(([, { phase }]) => phase)).toEqual(['sent']),
  async F63(subject) {
    expect((await subject.snapshot())?.values).toMatchObject({
      CityName: 'Bath',
      CompanyName: 'Other',
      Position: 'Designer',
    });
  },
  F64: (_, { conflicts }) =>
    expect(conflicts).toEqual({ Position: { base: 'Engineer', value: 'Designer', theirs: 'Baroness' } }),
  F66(subject, { problem, notKept, saved }) {
    expect(problem?.name).toBe('Analytical Engines Ltd');
    expect([notKept?.length, saved]).toEqual([2, []]);
    expect(subject.truth('Position')).toBe('Engineer');
  },
  F73: (_, { otherRefusals }) => expect(otherRefusals?.map(({ field }) => field)).toEqual(['OldPassword']),
  F74: (_, { otherRefusals }) =>
    expect(otherRefusals?.map(({ field }) => field)).toEqual(['NewPassword', 'RepeatNewPassword']),
  F76: async subject => expect(await subject.session()).toBeUndefined(),
  F81: (_, { refusals, otherRefusals }) =>
    expect([refusals, otherRefusals]).toEqual([{ BillingEmail: 'Too odd.' }, []]),
  // The status says no; words that did not come whole are not shown in part.
  F82: (_, { problem, refusals, otherRefusals }) =>
    expect([problem?.message, refusals, otherRefusals]).toEqual(['', {}, []]),
  F85: (_, { otherRefusals }) => expect(otherRefusals?.map(({ field }) => field)).toEqual(['OldPassword']),
};
