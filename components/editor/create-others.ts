import { computed, type Signal, signal } from '@preact/signals';
import { type Problem, problem } from '../../utils/problem';
import { type Edits, entriesOf, same } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import type { Values } from '../../utils/profile/record';
import { fail } from '../../utils/result';
import type { Outcome } from '../../utils/save-data';
import { type Snapshot, spaceOfSeat } from '../../utils/snapshot';
import type { Beyond, Place } from './beyond';

/** One field of one space: what it holds there now, and whether it can become the new value. */
export interface Offer {
  name: FieldName;
  held: Value | undefined;
  value: Value;
  state: 'open' | 'same' | 'closed';
  /** The member wants it; of no meaning unless open. */
  ticked: Signal<boolean>;
}

/** How far a space has come. */
export type Stand =
  | { kind: 'reading' | 'connecting' | 'unconnected' }
  | { kind: 'unread'; problem: Problem }
  | { kind: 'listed' | 'saving'; at: Snapshot; offers: readonly Offer[] }
  | { kind: 'done'; at: Snapshot; outcome: Outcome };

export interface OtherSpace extends Place {
  stand: Signal<Stand>;
}

const unsigned = new Set<Problem['code']>(['signedOut', 'notConnected']);

export const offersOf = (values: Values, at: Snapshot): Offer[] =>
  entriesOf(values).map(([name, value]) => {
    const held = at.values[name];
    const isSame = held !== undefined && same(fieldOf(name), held, value);
    const state = held === undefined ? 'closed' : isSame ? 'same' : 'open';
    return { name, held, value, state, ticked: signal(state === 'open') };
  });

/** The save of one space: over the values that it held when the list was read. */
const editsOf = (offers: readonly Offer[]): Edits =>
  Object.fromEntries(
    offers.flatMap(({ name, held, value, state, ticked }) =>
      state === 'open' && held !== undefined && ticked.value ? [[name, { base: held, value }] as const] : [],
    ),
  );

/** Applies `values` to the member's spaces other than `here`: each is read, listed, and saved on its own. */
export function createOthers(values: Values, here: string, beyond: Beyond) {
  const spaces = signal<readonly OtherSpace[] | undefined>(undefined);

  async function list(): Promise<void> {
    const places = (await beyond.places()).filter(({ seat }) => spaceOfSeat(seat) !== here);
    const listed = places.map(place => ({
      ...place,
      stand: signal<Stand>({ kind: place.snapshot ? 'reading' : 'unconnected' }),
    }));
    spaces.value = listed;
    await Promise.all(listed.filter(({ stand }) => stand.peek().kind === 'reading').map(read));
  }

  async function read({ seat, stand }: OtherSpace): Promise<void> {
    stand.value = { kind: 'reading' };
    const found = await beyond.read(seat).catch(() => fail(problem('unreachable')));
    if (found.ok) stand.value = { kind: 'listed', at: found.value, offers: offersOf(values, found.value) };
    else if (unsigned.has(found.error.code)) stand.value = { kind: 'unconnected' };
    else stand.value = { kind: 'unread', problem: found.error };
  }

  async function connect(space: OtherSpace): Promise<void> {
    space.stand.value = { kind: 'connecting' };
    const came = await beyond.connect(spaceOfSeat(space.seat)).catch(() => fail(problem('unreachable')));
    if (came.ok) await read(space);
    else space.stand.value = { kind: 'unconnected' };
  }

  const chosen = computed(() =>
    (spaces.value ?? []).flatMap(({ stand: { value: stand }, stand: target }) => {
      const edits = stand.kind === 'listed' ? editsOf(stand.offers) : {};
      return stand.kind === 'listed' && Object.keys(edits).length > 0
        ? [{ target, at: stand.at, offers: stand.offers, edits }]
        : [];
    }),
  );

  /** One save per space, side by side: what one of them comes to is nothing to the others. */
  async function save(): Promise<void> {
    await Promise.all(
      chosen.peek().map(async ({ target, at, offers, edits }) => {
        target.value = { kind: 'saving', at, offers };
        target.value = { kind: 'done', at, outcome: await beyond.save(at, edits) };
      }),
    );
  }

  async function undo({ stand }: OtherSpace): Promise<void> {
    const { value } = stand;
    const back = value.kind === 'done' && value.outcome.undo;
    if (!back) return;
    stand.value = { kind: 'saving', at: value.at, offers: [] };
    stand.value = { kind: 'done', at: value.at, outcome: await beyond.save(value.at, back) };
  }

  return { spaces, chosen, list, read, connect, save, undo };
}

export type Others = ReturnType<typeof createOthers>;
