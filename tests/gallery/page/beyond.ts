import type { Beyond, Pane, Place } from '../../../components/editor/beyond';
import type { Actions } from '../../../components/editor/contract';
import type { Editor } from '../../../components/editor/create-editor';
import { problem } from '../../../utils/problem';
import { ok } from '../../../utils/result';
import type { PastSave } from '../../../utils/save-data';
import type { Snapshot } from '../../../utils/snapshot';
import { editorOf, now, outcomeOf, people, snapshotOf } from './fixtures';
import { found, press, settled } from './hands';
import type { State } from './states';

const minutes = (count: number) => now - count * 60_000;

const ada = people.ada;
const profiles = [
  { id: 11, name: ada.name, company: '', current: true, type: 1 },
  { id: 12, name: 'Analytical Engines Ltd', company: 'Analytical Engines Ltd', current: false, type: 2 },
];

const kodama = snapshotOf(
  { ...ada, space: 'Kodama Tokyo' },
  { seat: 'kodama', owner: { space: 'kodama', user: 2, profile: 21 } },
  { Position: 'Programmer', MobilePhone: '+81 3 1234 5678', Telegram: undefined },
);
const warehouse = snapshotOf(people.long, {
  seat: 'warehouse',
  owner: { space: 'warehouse', user: 3, profile: 31 },
});
const here = snapshotOf(ada, { profiles });
const places: Place[] = [
  { seat: 'acme', snapshot: here },
  { seat: 'kodama', snapshot: kodama },
  { seat: 'warehouse', snapshot: warehouse },
  { seat: 'the-old-mill' },
];

const saves: PastSave[] = [
  {
    saveId: '3',
    at: minutes(4),
    edits: {
      Position: { base: 'Analyst', value: 'Founder' },
      Telegram: { base: '', value: 'ada_l' },
    },
  },
  { saveId: '2', at: minutes(150), edits: { CityName: { base: 'Marylebone', value: 'Ealing' } } },
  { saveId: '1', at: minutes(3_000), edits: { OnNewWallPost: { base: false, value: true } } },
];

const beyondOf = (more: Partial<Beyond> = {}): Beyond => ({
  history: async () => ({ kept: true, saves }),
  openOptions() {},
  switchProfile: async () => ok(null),
  places: async () => places,
  read: async seat => ok(places.find(place => place.seat === seat)?.snapshot as Snapshot),
  connect: async () => ok(null),
  save: () => new Promise(() => {}),
  ...more,
});

interface Asked {
  pane?: Pane;
  save?: Actions['save'];
  beyond?: Partial<Beyond>;
  act?(editor: Editor): void | Promise<void>;
}

const state = ({ pane, beyond, save, act }: Asked): State => {
  let editor: Editor | undefined;
  return {
    stage() {
      editor = editorOf(
        { snapshot: here, others: true },
        {
          beyond: async () => beyondOf(beyond),
          ...(save && { save }),
        },
      );
      editor.pane.value = pane;
      return { kind: 'ready', editor };
    },
    async act() {
      await settled();
      if (editor) await act?.(editor);
      await settled();
    },
  };
};

const apply: Pane = { apply: { Position: 'Founder', Telegram: 'ada_l', MobilePhone: '+44 7700 900123' } };
const end = async () => (await found('.scroller:not([hidden])')).scrollTo(0, 9999);

/** What an editor shows beyond its own fields. */
export const beyond: Record<string, State> = {
  'owner-menu': state({ act: () => press('owner-menu') }),
  history: state({ pane: 'history' }),
  'history-end': state({ pane: 'history', act: end }),
  'history-empty': state({ pane: 'history', beyond: { history: async () => ({ kept: true, saves: [] }) } }),
  'history-off': state({ pane: 'history', beyond: { history: async () => ({ kept: false, saves: [] }) } }),
  'history-conflict': state({
    pane: 'history',
    save: async () =>
      outcomeOf({
        problem: problem('conflict'),
        conflicts: { Position: { base: 'Founder', value: 'Analyst', theirs: 'Managing director' } },
      }),
    act: () => press('undo-save'),
  }),
  others: state({ pane: apply }),
  'others-end': state({ pane: apply, act: end }),
  'others-reading': state({ pane: apply, beyond: { read: () => new Promise(() => {}) } }),
  'others-done': state({
    pane: apply,
    beyond: {
      save: async ({ seat }) =>
        seat === 'kodama'
          ? outcomeOf({
              saved: ['Position', 'MobilePhone'],
              undo: { Position: { base: 'Founder', value: 'Programmer' } },
            })
          : outcomeOf({
              refusals: { Position: 'Job titles are set by the community team.' },
              problem: problem('refused'),
            }),
    },
    act: () => press('save-others'),
  }),
  'saved-with-others': state({
    act: editor =>
      editor.settle(
        outcomeOf({ saved: ['Position'], undo: { Position: { base: 'Founder', value: 'Analyst' } } }),
      ),
  }),
};
