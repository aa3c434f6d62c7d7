import { describe, expect, test, vi } from 'vitest';
import type { Actions, Start } from '@/components/editor/contract';
import { createEditor } from '@/components/editor/create-editor';
import { resolve } from '@/components/editor/resolve';
import { undiscard } from '@/components/editor/undiscard';
import { problem } from '@/utils/problem';
import type { Edits } from '@/utils/profile/diff';
import { fields } from '@/utils/profile/fields';
import { readRecord, type Values } from '@/utils/profile/record';
import { emptyOutcome, type Outcome } from '@/utils/save-data';
import type { Snapshot } from '@/utils/snapshot';

const wire = Object.fromEntries(
  fields.map(({ name, kind }) => [name, kind === 'toggle' ? false : kind === 'country' ? 1 : '']),
);
const { values } = readRecord({ ...wire, FullName: 'Ada', Position: 'Founder', CityName: 'London' });
const snapshot: Snapshot = {
  seat: 'acme',
  owner: { space: 'acme', user: 1, profile: 2 },
  member: { name: 'Ada', email: 'ada@example.com' },
  spaceName: 'Acme',
  profiles: [],
  values,
  locked: [],
  missing: [],
  suggestsBio: false,
  readAt: 0,
};
const showing = (more: Values): Snapshot => ({ ...snapshot, values: { ...values, ...more } });

/** A portal that keeps what it is sent, unless told otherwise. */
function open(more: Partial<Start> = {}, reply: (edits: Edits) => Partial<Outcome> = saveAll) {
  const save = vi.fn(async (edits: Edits) => ({ ...emptyOutcome('1', 0), ...reply(edits) }));
  const keepDraft = vi.fn<Actions['keepDraft']>();
  const rest = { wake: vi.fn(), startPreflight: vi.fn(), seen: vi.fn() };
  const unused = () => {
    throw new Error('not part of this example');
  };
  const editor = createEditor(
    { surface: 'popup', snapshot, countries: [], edits: {}, section: 'personal', generation: 'v5', ...more },
    {
      save,
      keepDraft,
      ...rest,
      changePassword: unused,
      refresh: unused,
      connect: unused,
      allow: unused,
      showSection() {},
      today: () => '2026-11-23',
      now: () => 0,
    },
  );
  return { editor, save, keepDraft, ...rest };
}
const saveAll = (edits: Edits): Partial<Outcome> => ({ saved: Object.keys(edits) as Outcome['saved'] });

describe('typing', () => {
  test('is a change over what is saved, kept in the same tick, and asks nobody for anything', () => {
    const { editor, keepDraft, wake, startPreflight } = open();
    editor.edit('Position', 'Poet');
    editor.edit('Position', 'Poetess');
    expect(keepDraft).toHaveBeenLastCalledWith('Position', { base: 'Founder', value: 'Poetess' });
    expect(editor.row('Position').value.value).toBe('Poetess');
    expect(editor.changeCount.value).toBe(1);
    expect(editor.part('professional').changes.value).toBe(1);
    // A read that began with the typing would be too old for the save.
    expect([wake, startPreflight].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  test('back to where it began is no change and no draft', () => {
    const { editor, keepDraft } = open();
    editor.edit('Position', 'Poet');
    editor.edit('Position', 'Founder');
    expect(editor.changeCount.value).toBe(0);
    expect(keepDraft).toHaveBeenLastCalledWith('Position', undefined);
  });

  test('in one field leaves the signals of the others alone', () => {
    const { editor } = open();
    const seen = vi.fn();
    const stop = editor.row('CityName').value.subscribe(seen);
    editor.edit('Position', 'Poet');
    expect(seen).toHaveBeenCalledTimes(1);
    stop();
  });

  test('a field that the portal does not offer cannot be edited', () => {
    const { Position: _, ...others } = values;
    const { editor, keepDraft } = open({ snapshot: { ...snapshot, values: others, missing: ['Position'] } });
    editor.edit('Position', 'Poet');
    expect(editor.row('Position').access.value).toBe('missing');
    expect(keepDraft).not.toHaveBeenCalled();
  });
});

describe('saving', () => {
  test('sends the tidied changes of all form tabs at once, and they become what is saved', async () => {
    const { editor, save } = open();
    editor.edit('Position', ' Poet ');
    editor.edit('CityName', 'Bath');
    await editor.save();
    expect(save).toHaveBeenCalledTimes(1);
    expect(save).toHaveBeenCalledWith({
      CityName: { base: 'London', value: 'Bath' },
      Position: { base: 'Founder', value: 'Poet' },
    });
    expect(editor.changeCount.value).toBe(0);
    expect(editor.row('Position').saved.value).toBe('Poet');
  });

  test('stops at a problem on any tab, sends nothing and calls for the summary', async () => {
    const { editor, save } = open();
    editor.edit('Position', 'Poet');
    editor.edit('FullName', '  ');
    await editor.save();
    expect(save).not.toHaveBeenCalled();
    expect(editor.problems.value).toEqual([{ name: 'FullName', problem: { fault: 'required' } }]);
    expect(editor.stopped.value).toBe(1);
    editor.edit('FullName', 'Ada L');
    expect(editor.problems.value).toEqual([]);
  });

  test('of stray spaces sends nothing and puts the field back', async () => {
    const { editor, save } = open();
    editor.edit('Position', 'Founder ');
    await editor.save();
    expect(save).not.toHaveBeenCalled();
    expect(editor.row('Position').value.value).toBe('Founder');
  });

  test('twice at once is once', async () => {
    const { editor, save } = open();
    editor.edit('Position', 'Poet');
    await Promise.all([editor.save(), editor.save()]);
    expect(save).toHaveBeenCalledTimes(1);
  });

  test('what is typed meanwhile stays a change, over the new value', async () => {
    let answer: (outcome: Outcome) => void = () => {};
    const { editor, save, keepDraft } = open();
    save.mockImplementation(() => new Promise(resolve => (answer = resolve)));
    editor.edit('Position', 'Poet');
    const saving = editor.save();
    editor.edit('Position', 'Poet and more');
    answer({ ...emptyOutcome('1', 0), saved: ['Position'] });
    await saving;
    expect(keepDraft).toHaveBeenLastCalledWith('Position', { base: 'Poet', value: 'Poet and more' });
    expect(editor.changeCount.value).toBe(1);
  });

  test('a refusal lands at its field and keeps the edit', async () => {
    const { editor } = open({}, () => ({
      refusals: { Position: 'Not that one.' },
      problem: problem('refused'),
    }));
    editor.edit('Position', 'Poet');
    await editor.save();
    expect(editor.row('Position').problem.value).toEqual({ message: 'Not that one.' });
    expect(editor.changeCount.value).toBe(1);
    expect(editor.stopped.value).toBe(1);
  });

  test('what the portal made of it is the new ground', async () => {
    const { editor } = open({}, () => ({
      saved: ['ProfileTags'],
      changed: { ProfileTags: { wanted: 'Design', got: 'design' } },
    }));
    editor.edit('ProfileTags', 'Design');
    await editor.save();
    expect(editor.row('ProfileTags').value.value).toBe('design');
    expect(editor.changeCount.value).toBe(0);
  });

  test('undo is an ordinary save of the old values', async () => {
    const undo = { Position: { base: 'Poet', value: 'Founder' } };
    const { editor, save } = open({}, edits => ({ ...saveAll(edits), undo }));
    editor.edit('Position', 'Poet');
    await editor.save();
    await editor.undo();
    expect(save).toHaveBeenLastCalledWith(undo);
    expect(editor.row('Position').value.value).toBe('Founder');
  });
});

describe('a conflict', () => {
  const conflicts = { Position: { base: 'Founder', value: 'Poet', theirs: 'Director' } };
  const disputed = async () => {
    const all = open({}, () => ({ conflicts, problem: problem('conflict') }));
    all.editor.edit('Position', 'Poet');
    await all.editor.save();
    all.editor.receive({ snapshot: showing({ Position: 'Director' }) });
    all.save.mockImplementation(async edits => ({ ...emptyOutcome('2', 0), ...saveAll(edits) }));
    return all;
  };

  test('takes the portal’s value unless the member picks their own', async () => {
    const { editor, save } = await disputed();
    await resolve(editor, new Set());
    expect(save).toHaveBeenCalledTimes(1);
    expect(editor.row('Position').value.value).toBe('Director');
  });

  test('sends the member’s value over the portal’s once they pick it', async () => {
    const { editor, save } = await disputed();
    await resolve(editor, new Set(['Position']));
    expect(save).toHaveBeenLastCalledWith({ Position: { base: 'Director', value: 'Poet' } });
  });
});

describe('undoing a save of the past', () => {
  const back = {
    Position: { base: 'Poet', value: 'Founder' },
    CityName: { base: 'Bath', value: 'London' },
  };
  const conflicts = { Position: { base: 'Poet', value: 'Founder', theirs: 'Director' } };
  const disputed = async () => {
    const all = open({ snapshot: showing({ Position: 'Poet', CityName: 'Bath' }) }, () => ({
      conflicts,
      problem: problem('conflict'),
    }));
    all.editor.edit('NickName', 'still a draft');
    await all.editor.undo(back);
    all.save.mockImplementation(async edits => ({ ...emptyOutcome('2', 0), ...saveAll(edits) }));
    return all;
  };

  test('is an ordinary save of the old values; drafts have no part in it', async () => {
    const { editor, save } = open({ snapshot: showing({ Position: 'Poet', CityName: 'Bath' }) });
    editor.edit('NickName', 'still a draft');
    await editor.undo(back);
    expect(save.mock.calls).toEqual([[back]]);
    expect(editor.row('Position').value.value).toBe('Founder');
    expect(editor.changedNames.value).toEqual(['NickName']);
  });

  test('leaves what changed since, and takes the rest back', async () => {
    const { editor, save } = await disputed();
    expect(editor.undoing.value).toBe(back);
    await resolve(editor, new Set());
    expect(save).toHaveBeenLastCalledWith({ CityName: back.CityName });
    expect(editor.changedNames.value).toEqual(['NickName']);
  });

  test('puts it back over what is there now, once the member chooses so', async () => {
    const { editor, save } = await disputed();
    await resolve(editor, new Set(['Position']));
    expect(save).toHaveBeenLastCalledWith({
      Position: { base: 'Director', value: 'Founder' },
      CityName: back.CityName,
    });
  });

  test('sends nothing where everything changed since and is left', async () => {
    const { editor, save } = open({}, () => ({ conflicts, problem: problem('conflict') }));
    await editor.undo({ Position: back.Position });
    await resolve(editor, new Set());
    expect(save).toHaveBeenCalledTimes(1);
    expect(editor.outcome.value).toBeUndefined();
  });

  test('a conflict of what is typed is not taken for one of an undo before it', async () => {
    const { editor, save } = await disputed();
    save.mockImplementation(async () => ({
      ...emptyOutcome('3', 0),
      conflicts,
      problem: problem('conflict'),
    }));
    await editor.save();
    expect(editor.undoing.value).toBeUndefined();
  });
});

describe('a switch', () => {
  test('applies at once and is never a draft or a change', async () => {
    const { editor, save, keepDraft } = open();
    const turning = editor.toggle('OnNewWallPost', true);
    expect(editor.row('OnNewWallPost').pending.value).toBe(true);
    expect(editor.changeCount.value).toBe(0);
    await turning;
    expect(save).toHaveBeenCalledWith({ OnNewWallPost: { base: false, value: true } });
    expect(editor.row('OnNewWallPost').value.value).toBe(true);
    expect(keepDraft).not.toHaveBeenCalled();
  });

  test('is put back with a sentence when the portal did not turn it', async () => {
    const { editor } = open({}, () => ({ problem: problem('unreachable') }));
    await editor.toggle('OnNewWallPost', true);
    expect(editor.row('OnNewWallPost').value.value).toBe(false);
    expect(editor.row('OnNewWallPost').problem.value).toEqual({ putBack: true });
  });
});

describe('drafts', () => {
  test('come back, and Discard can itself be taken back', () => {
    const edits = { Position: { base: 'Founder', value: 'Poet' } };
    const { editor, keepDraft } = open({ edits });
    expect(editor.kept.value).toBe('status_restored');
    editor.discard();
    expect(keepDraft).toHaveBeenLastCalledWith('Position', undefined);
    expect(editor.changeCount.value).toBe(0);
    undiscard(editor);
    expect(keepDraft).toHaveBeenLastCalledWith('Position', edits.Position);
    expect(editor.changeCount.value).toBe(1);
  });

  test('of another window show here, but not in the field that the member is in', () => {
    const { editor } = open();
    const theirs = { base: 'Founder', value: 'Theirs' };
    editor.enter('Position');
    editor.receive({
      drafts: [
        ['Position', theirs],
        ['CityName', { base: 'London', value: 'Bath' }],
      ],
    });
    expect(editor.row('Position').value.value).toBe('Founder');
    expect(editor.row('CityName').value.value).toBe('Bath');
  });

  test('the outcome of a save that an earlier popup began shows once', () => {
    const outcome = { ...emptyOutcome('7', 0), saved: ['Position' as const] };
    const progress = { saveId: '7', names: ['Position' as const], phase: 'done' as const, outcome };
    const { editor, seen } = open({ progress });
    expect(editor.outcome.value).toEqual(outcome);
    expect(seen).toHaveBeenCalledWith(progress);
    expect(open({ progress: { ...progress, seen: true } }).editor.outcome.value).toBeUndefined();
  });

  test('what is found out later about a save that shows takes the place of “not known yet”', async () => {
    const { editor } = open({}, () => ({ problem: problem('unknown') }));
    editor.edit('Position', 'Poet');
    await editor.save();
    expect(editor.outcome.value?.problem?.code).toBe('unknown');
    const outcome = { ...emptyOutcome('1', 5), saved: ['Position' as const] };
    const progress = { saveId: '1', names: ['Position' as const], phase: 'done' as const, outcome };
    editor.receive({ progress, snapshot: showing({ Position: 'Poet' }) });
    expect(editor.outcome.value).toEqual(outcome);
    expect(editor.changeCount.value).toBe(0);
  });

  test('a trouble of the connection is said until the portal was read after it', () => {
    const outcome = { ...emptyOutcome('7', 5), problem: problem('notConnected') };
    const progress = { saveId: '7', names: ['Position' as const], phase: 'done' as const, outcome };
    const { editor } = open({ progress });
    editor.receive({ snapshot: { ...snapshot, readAt: 4 } });
    editor.receive({ snapshot: { ...snapshot, readAt: 6, problem: problem('offline') } });
    expect(editor.outcome.value).toEqual(outcome);
    editor.receive({ snapshot: { ...snapshot, readAt: 6 } });
    expect(editor.outcome.value).toBeUndefined();
  });

  test('that such a trouble kept from being saved, is still said then', async () => {
    const { editor } = open({}, () => ({ problem: problem('signedOut'), at: 5 }));
    editor.edit('Position', 'Poet');
    await editor.save();
    editor.receive({ snapshot: { ...snapshot, readAt: 6 } });
    expect(editor.outcome.value).toBeUndefined();
    expect(editor.kept.value).toBe('status_stopped');
    await editor.save();
    expect(editor.kept.value).toBeUndefined();
  });
});
