import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Beyond, Place } from '@/components/editor/beyond';
import { createOthers, type Others, offersOf } from '@/components/editor/create-others';
import { nameOf } from '@/components/editor/name-of';
import { otherStatusOf } from '@/components/editor/other-status';
import { backOf, hasMoved, isUndone, valuesOf } from '@/components/editor/past';
import { words } from '@/components/words';
import en from '@/locales/en';
import { createWords } from '@/utils/i18n';
import { problem, problemCodes } from '@/utils/problem';
import type { Values } from '@/utils/profile/record';
import { fail, ok } from '@/utils/result';
import { emptyOutcome, type Outcome } from '@/utils/save-data';
import type { Snapshot } from '@/utils/snapshot';
import { HANG_MS } from '../../browsers/waiting';

beforeAll(() => {
  words.value = createWords('en', en);
});

const at = (space: string, values: Values, more: Partial<Snapshot> = {}): Snapshot => ({
  seat: space,
  owner: { space, user: 1, profile: 2 },
  member: { name: 'Ada', email: 'ada@example.com' },
  spaceName: '',
  profiles: [],
  values,
  locked: [],
  missing: [],
  suggestsBio: false,
  readAt: 0,
  ...more,
});
const outcome = (more: Partial<Outcome>): Outcome => ({ ...emptyOutcome('1', 0), ...more });

const acme = at('acme', { Position: 'Poet' });
const beta = at('beta', { Position: 'Analyst', Github: 'ada' });
const gamma = at('gamma', { Position: 'Poet', Github: 'g' });

/** The member's spaces: acme in front, two more signed in, one only known. */
function world(more: Partial<Beyond> = {}) {
  const places: Place[] = [acme, beta, gamma].map(snapshot => ({ seat: snapshot.seat, snapshot }));
  const save = vi.fn<Beyond['save']>(async (_, edits) =>
    outcome({ saved: Object.keys(edits) as Outcome['saved'] }),
  );
  const beyond: Beyond = {
    history: async () => ({ kept: true, saves: [] }),
    openOptions() {},
    switchProfile: async () => ok(null),
    places: async () => [...places, { seat: 'delta' }],
    read: async seat => ok([beta, gamma].find(other => other.seat === seat) as Snapshot),
    connect: async () => ok(null),
    save,
    ...more,
  };
  const others = createOthers({ Position: 'Poet', Github: 'ada' }, 'acme', beyond);
  return { others, save };
}
const spaceOf = (others: Others, seat: string) => {
  const found = others.spaces.value?.find(space => space.seat === seat);
  if (!found) throw new Error(`${seat} is not listed`);
  return found;
};
const kinds = (others: Others) =>
  Object.fromEntries((others.spaces.value ?? []).map(({ seat, stand }) => [seat, stand.value.kind]));

describe('what a space is offered', () => {
  test('is what differs there; equal for a person is equal, and what it lacks is closed', () => {
    const values = { ProfileTags: 'looms,tea', Github: 'ada', CityName: 'Bath' };
    const offers = offersOf(values, at('beta', { ProfileTags: 'looms, tea', Github: 'g' }));
    expect(offers.map(({ name, state, ticked }) => [name, state, ticked.value])).toEqual([
      ['ProfileTags', 'same', false],
      ['Github', 'open', true],
      ['CityName', 'closed', false],
    ]);
  });
});

describe('a change for other spaces', () => {
  test('lists every other space as it stands', async () => {
    const { others } = world();
    await others.list();
    expect(kinds(others)).toEqual({ beta: 'listed', gamma: 'listed', delta: 'unconnected' });
  });

  test('is one save per space, each over the value that was read for the list', async () => {
    const { others, save } = world();
    await others.list();
    await others.save();
    expect(save.mock.calls).toEqual([
      [beta, { Position: { base: 'Analyst', value: 'Poet' } }],
      [gamma, { Github: { base: 'g', value: 'ada' } }],
    ]);
    expect(kinds(others)).toEqual({ beta: 'done', gamma: 'done', delta: 'unconnected' });
  });

  test('leaves out what is not ticked, and a space where nothing is', async () => {
    const { others, save } = world();
    await others.list();
    const { stand } = spaceOf(others, 'beta');
    if (stand.value.kind !== 'listed') throw new Error('it was read');
    for (const offer of stand.value.offers) offer.ticked.value = false;
    expect(others.chosen.value.map(({ at }) => at.seat)).toEqual(['gamma']);
    await others.save();
    expect(save.mock.calls.map(([to]) => to.seat)).toEqual(['gamma']);
    expect(kinds(others).beta).toBe('listed');
  });

  test('what fails in one is nothing to the others', async () => {
    let free: (outcome: Outcome) => void = () => {};
    const { others } = world({
      save: ({ seat }) =>
        seat === 'beta'
          ? new Promise(resolve => {
              free = resolve;
            })
          : Promise.resolve(outcome({ problem: problem('refused') })),
    });
    await others.list();
    const saving = others.save();
    await vi.waitFor(() => expect(kinds(others)).toMatchObject({ beta: 'saving', gamma: 'done' }), HANG_MS);
    free(outcome({ saved: ['Position'] }));
    await saving;
    expect(kinds(others).beta).toBe('done');
  });

  test('is not sent twice by two clicks', async () => {
    const { others, save } = world();
    await others.list();
    await Promise.all([others.save(), others.save()]);
    expect(save).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['signedOut', 'unconnected'],
    ['notConnected', 'unconnected'],
    ['unreachable', 'unread'],
  ] as const)('a space that answers %s is %s, and can be read again', async (code, kind) => {
    let well = false;
    const { others } = world({ read: async () => (well ? ok(beta) : fail(problem(code))) });
    await others.list();
    expect(kinds(others).beta).toBe(kind);
    well = true;
    await others.read(spaceOf(others, 'beta'));
    expect(kinds(others).beta).toBe('listed');
  });

  test('a read that is never answered is unread', async () => {
    const { others } = world({ read: () => Promise.reject(new Error('no background')) });
    await others.list();
    expect(kinds(others)).toMatchObject({ beta: 'unread', gamma: 'unread' });
  });

  test('a space is connected and then listed; where that fails it stays as it is', async () => {
    let well = false;
    const { others } = world({
      connect: async () => (well ? ok(null) : fail(problem('signedOut'))),
      read: async () => ok(beta),
    });
    await others.list();
    const delta = spaceOf(others, 'delta');
    await others.connect(delta);
    expect(delta.stand.value.kind).toBe('unconnected');
    well = true;
    await others.connect(delta);
    expect(delta.stand.value.kind).toBe('listed');
  });

  test('is taken back in one space by a save there', async () => {
    const undo = { Position: { base: 'Poet', value: 'Analyst' } };
    const { others, save } = world();
    save.mockResolvedValueOnce(outcome({ saved: ['Position'], undo }));
    await others.list();
    await others.save();
    await others.undo(spaceOf(others, 'beta'));
    expect(save).toHaveBeenLastCalledWith(beta, undo);
    await others.undo(spaceOf(others, 'gamma'));
    expect(save).toHaveBeenCalledTimes(3);
  });
});

describe('the result line of a space', () => {
  test('says what was saved, and what the portal made of it', () => {
    const changed = { Github: { wanted: 'Ada', got: 'ada' }, Position: { wanted: 'Poet', got: '' } };
    expect(otherStatusOf(outcome({ saved: ['Github', 'Position'], changed }), [])).toEqual({
      tone: 'good',
      text: 'Saved 2 changes. The portal changed GitHub to “ada”. The portal emptied Job title.',
      quotes: [],
    });
  });

  test('has the portal’s own words beside ours', () => {
    const refused = outcome({
      refusals: { Position: 'Not here' },
      otherRefusals: [{ field: 'Team', message: 'In review' }],
      problem: problem('refused', { message: 'No' }),
    });
    expect(otherStatusOf(refused, [])).toEqual({
      tone: 'bad',
      text: 'The portal did not accept this. Nothing was saved there.',
      quotes: ['Not here', 'In review', 'No'],
    });
  });

  test('names what was not kept', () => {
    const { text } = otherStatusOf(outcome({ notKept: ['Github'], problem: problem('notKept') }), []);
    expect(text).toBe('The portal did not keep: GitHub.');
  });

  test.each(problemCodes.filter(code => code !== 'changed'))('%s promises no draft there', code => {
    const { tone, text } = otherStatusOf(outcome({ problem: problem(code) }), []);
    expect(tone).toBe('bad');
    expect(text).not.toMatch(/edits are kept|press Save/);
    expect(text).not.toBe('');
  });
});

describe('a save of the past', () => {
  const edits = {
    Position: { base: 'Analyst', value: 'Poet' },
    OnNewWallPost: { base: false, value: true },
  };
  test('is taken back from what it wrote to what was there', () => {
    expect(backOf(edits)).toEqual({
      Position: { base: 'Poet', value: 'Analyst' },
      OnNewWallPost: { base: true, value: false },
    });
    expect(valuesOf(edits)).toEqual({ Position: 'Poet', OnNewWallPost: true });
  });
  test('is undone once all of it is as before', () => {
    expect(isUndone(edits, { Position: 'Analyst', OnNewWallPost: false })).toBe(true);
    expect(isUndone(edits, { Position: 'Analyst', OnNewWallPost: true })).toBe(false);
    expect(isUndone(edits, { Position: 'Analyst' })).toBe(false);
  });
  test.each([
    ['Poet', false],
    ['Analyst', false],
    ['Director', true],
  ])('of which the portal now holds %s has moved: %s', (held, moved) => {
    expect(hasMoved('Position', edits.Position, held)).toBe(moved);
  });
});

test('a space goes by its own name and whose profile is in use, else by its address', () => {
  const profiles = [{ id: 2, name: 'Engines Ltd', company: '', current: true, type: 2 }];
  expect(nameOf(at('beta', {}, { spaceName: 'Beta House', profiles }), 'beta')).toEqual({
    says: 'Beta House',
    more: 'Engines Ltd',
  });
  expect(nameOf(beta, 'beta')).toEqual({ says: 'beta', more: 'Ada' });
  expect(nameOf(undefined, 'beta@firefox-container-1')).toEqual({ says: 'beta' });
});
