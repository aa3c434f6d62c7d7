import { expect } from 'vitest';
import { getSession } from '../../entrypoints/background/sessions';
import type { Bench } from './bench';
import type { Seen } from './courses';
import type { Way } from './faults';

type Promised = (bench: Bench, seen: Seen, way: Way) => void | Promise<void>;

const waits: Record<string, number> = {
  '409': 1_000,
  '429': 7_000,
  negative: 1_000,
  'an hour': 600_000,
  'a date': 600_000,
  garbage: 5_000,
  absent: 5_000,
};

const countdown: Promised = (_, { problem, at = 0 }, { way }) => {
  const wait = (problem?.retryAt ?? 0) - at;
  expect(wait).toBe(waits[way] ?? 600_000);
};

const onlyThePortal: Promised = bench => {
  expect(bench.portal.log.hosts()).toEqual(['acme.spaces.nexudus.com']);
};

const bodies = (bench: Bench) => bench.patches().map(({ json }) => json as Record<string, unknown>);

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
  async F20(bench) {
    expect(await getSession(bench.seat)).toBeUndefined();
    expect((await bench.snapshot())?.problem?.code).toBe('signedOut');
  },
  async F21(bench) {
    expect(await getSession(bench.seat)).toBeUndefined();
    expect((await bench.snapshot())?.problem?.code).toBe('signedOut');
  },
  async F22(bench) {
    // The newer token stays, and nobody is told to sign in.
    expect(await getSession(bench.seat)).toBeDefined();
    expect((await bench.snapshot())?.problem).toBeUndefined();
  },
  F24: countdown,
  F25: countdown,
  F26: countdown,
  async F34(bench, { faults }, { way }) {
    if (way === 'in the field that was edited') expect(faults).toEqual({ Position: 'unreadable' });
    else expect(bodies(bench)).toEqual([{ NickName: 'Countess' }]);
  },
  F35: bench => expect(bodies(bench)).toEqual([{ NickName: 'Countess' }]),
  F36: bench =>
    expect(
      bodies(bench)
        .flatMap(body => Object.keys(body))
        .sort(),
    ).not.toContain('State'),
  F38(bench) {
    expect(({} as Record<string, unknown>).Position).toBeUndefined();
    expect(bodies(bench)).toEqual([{ Position: 'Designer', NickName: 'Countess' }]);
  },
  F39: (_, { changed }) =>
    expect(changed).toEqual({ ProfileTags: { wanted: 'Design,UX', got: 'design,ux' } }),
  F40: (_, { notKept }, { way }) =>
    expect(notKept).toEqual(way === 'all' ? ['NickName', 'Position'] : ['Position']),
  F41: async bench => expect((await bench.journal()).map(([, { phase }]) => phase)).toEqual(['sent']),
  async F63(bench) {
    expect((await bench.snapshot())?.values).toMatchObject({
      CityName: 'Bath',
      CompanyName: 'Other',
      Position: 'Designer',
    });
  },
  F64: (_, { conflicts }) =>
    expect(conflicts).toEqual({ Position: { base: 'Engineer', value: 'Designer', theirs: 'Baroness' } }),
  F66(bench, { problem, notKept, saved }) {
    expect(problem?.name).toBe('Analytical Engines Ltd');
    expect([notKept?.length, saved]).toEqual([2, []]);
    expect(bench.truth('Position')).toBe('Engineer');
  },
  F73: (_, { otherRefusals }) => expect(otherRefusals?.map(({ field }) => field)).toEqual(['OldPassword']),
  F74: (_, { otherRefusals }) =>
    expect(otherRefusals?.map(({ field }) => field)).toEqual(['NewPassword', 'RepeatNewPassword']),
  F76: async bench => expect(await getSession(bench.seat)).toBeUndefined(),
};
