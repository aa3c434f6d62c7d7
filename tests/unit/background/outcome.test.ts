import { describe, expect, it } from 'vitest';
import {
  alike,
  compare,
  pick,
  placed,
  undoOf,
  unread,
  verdict,
  worthReading,
} from '@/entrypoints/background/outcome';
import type { Shown } from '@/entrypoints/background/read-portal';
import type { Classified } from '@/utils/portal/classify';
import { problem } from '@/utils/problem';
import type { Edits } from '@/utils/profile/diff';
import { fieldOf } from '@/utils/profile/fields';
import type { Values } from '@/utils/profile/record';

const accepted: Classified = { kind: 'accepted', confirmed: true };
const unknown: Classified = { kind: 'unknown', problem: problem('notSaved') };
const refused = (code: 'refused' | 'forbidden' = 'refused'): Classified => ({
  kind: 'refused',
  problem: problem(code),
  refusals: [
    { field: 'Position', message: 'Too grand.' },
    { field: 'Coworker', message: 'No.' },
    { field: '', message: 'Look again.' },
  ],
});
const showing = (values: Values) => ({ reading: { values } }) as Shown;
const sent: Edits = { Position: { base: 'Engineer', value: 'Designer' } };
const two: Edits = { ...sent, NickName: { base: 'Ada', value: 'Countess' } };

describe('what reading back finds of a field', () => {
  const as = { saved: ['Position'], changed: {}, notKept: [] };
  const other = { saved: [], changed: {}, notKept: ['Position'] };
  const changed = (got: string) => ({
    saved: ['Position'],
    changed: { Position: { wanted: 'Designer', got } },
    notKept: [],
  });
  it.each<[string, Values, Classified, object]>([
    ['as it was sent', { Position: 'Designer' }, accepted, as],
    ['as it was sent, without the portal’s word', { Position: 'Designer' }, unknown, as],
    ['as it was before', { Position: 'Engineer' }, accepted, other],
    ['no longer offered', {}, accepted, other],
    ['something else, by the portal', { Position: 'Boss' }, accepted, changed('Boss')],
    ['something else, by anybody', { Position: 'Boss' }, unknown, other],
    ['something else, after a no', { Position: 'Boss' }, refused(), other],
    ['other capitals', { Position: 'DESIGNER' }, unknown, changed('DESIGNER')],
    ['other spaces', { Position: ' De  sig ner ' }, unknown, changed(' De  sig ner ')],
  ])('%s', (_, values, answer, found) => {
    expect(compare(sent, showing(values), answer)).toEqual(found);
  });

  it.each<[string, string, boolean]>([
    ['Design, UX', 'design,ux', true],
    ['Design UX', 'designux', true],
    ['Design', 'Designs', false],
    ['', 'x', false],
  ])('%j and %j are alike: %j', (a, b, are) => {
    expect(alike(fieldOf('Position'), a, b)).toBe(are);
  });
});

describe('what a save came to', () => {
  const found = (more: object = {}) => ({ saved: [], changed: {}, notKept: [], ...more });
  it.each<[string, Classified, object, string | undefined]>([
    ['all kept', accepted, {}, undefined],
    ['kept as something else', accepted, { changed: { Position: { wanted: 'a', got: 'b' } } }, 'changed'],
    ['not kept', accepted, { notKept: ['Position'] }, 'notKept'],
    ['not there after a lost answer', unknown, { notKept: ['Position'] }, 'notSaved'],
    ['not there after a no', refused(), { notKept: ['Position'] }, 'refused'],
    ['there after a lost answer', unknown, {}, undefined],
  ])('%s', (_, answer, more, code) => {
    expect(verdict(answer, found(more)).problem?.code).toBe(code);
  });

  it.each<[Classified, string]>([
    [accepted, 'unconfirmed'],
    [unknown, 'unknown'],
    [refused('forbidden'), 'forbidden'],
  ])('that could not be read back: %j', (answer, code) => {
    expect(unread(answer).code).toBe(code);
  });
});

describe('a refusal', () => {
  it('is placed at the fields that it names, and the rest is listed', () => {
    expect(placed(refused())).toEqual({
      refusals: { Position: 'Too grand.' },
      otherRefusals: [
        { field: 'Coworker', message: 'No.' },
        { field: '', message: 'Look again.' },
      ],
    });
    expect([placed(accepted), placed(unknown)]).toEqual([{}, {}]);
  });
  it('says all that it says of one field there, each thing once and without its name', () => {
    const refusals = ['Position: Too grand.', 'Too odd.', 'Too odd.', 'coworker.position: Too grand.'].map(
      message => ({ field: 'coworker.position', message }),
    );
    expect(placed({ kind: 'refused', problem: problem('refused'), refusals })).toEqual({
      refusals: { Position: 'Too grand. Too odd.' },
      otherRefusals: [],
    });
  });
  it('says no more of one field than is read', () => {
    const refusals = Array.from({ length: 50 }, (_, n) => ({
      field: 'Position',
      message: `${n} is too odd.`.repeat(20),
    }));
    const { refusals: said } = placed({ kind: 'refused', problem: problem('refused'), refusals });
    expect(said?.Position).toHaveLength(300);
  });
  it.each<[string, Classified, Edits, boolean]>([
    ['of two fields by their values', refused(), two, true],
    ['of one', refused(), sent, false],
    ['of all that the member does', refused('forbidden'), two, false],
    ['that is none', unknown, two, false],
  ])('%s is worth a read: %4$j', (_, answer, edits, is) => {
    expect(worthReading(answer, edits)).toBe(is);
  });
});

it('an undo goes from what shows now to what was there', () => {
  expect(undoOf(two, showing({ Position: 'designer', NickName: 'Countess' }))).toEqual({
    Position: { base: 'designer', value: 'Engineer' },
    NickName: { base: 'Countess', value: 'Ada' },
  });
  expect(undoOf(two, showing({ Position: 'Engineer' }))).toBeUndefined();
});

it('picks the edits of some fields', () => {
  expect(pick(two, ['NickName', 'State'])).toEqual({ NickName: two.NickName });
});
