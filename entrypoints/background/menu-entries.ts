import type { LabelKey, Labels } from '../../utils/labels';
import { type FieldName, fields, isFieldName } from '../../utils/profile/fields';
import { type Owner, ownerKey } from '../../utils/profile/owner';
import type { Values } from '../../utils/profile/record';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';

/** Where the menu is shown. They are two menus, because Firefox applies URL patterns to the toolbar's menu as well. */
export const places = ['action', 'page'] as const;
export type Place = (typeof places)[number];

/** What the menu shows of the space in front. `reason` says why nothing can be switched. */
export interface Front {
  seat?: Seat;
  owner?: Owner;
  values: Values;
  locked: readonly FieldName[];
  reason?: Extract<LabelKey, 'menu_signedOut' | 'menu_notConnected'>;
  /** With two or more known spaces the title says which one it is about. */
  several: boolean;
}

/** One line of the menu, as it is drawn. */
export interface Entry {
  id: string;
  place: Place;
  parent?: string;
  title: string;
  /** Set for a switch. */
  checked?: boolean;
  enabled: boolean;
  visible: boolean;
}

const switches = fields.filter(field => field.menu);

/** What a line does when it is clicked, and for whom it was drawn; both are in its id, so a click cannot be taken for another's. */
export type Click = { place: Place; owner: string; seat: Seat } & ({ field: FieldName } | { act: 'edit' });

const idOf = (place: Place, { seat = '', owner }: Front, act: string) =>
  [place, seat, owner ? ownerKey(owner) : '', act].join('|');

/** Reads a line's id back; undefined for the parent, and for ids of an earlier version. */
export function clickOf(id: string): Click | undefined {
  const [place, seat, owner, act, ...more] = id.split('|');
  if (act === undefined || seat === undefined || owner === undefined || more.length > 0) return undefined;
  const known = places.find(other => other === place);
  if (!known) return undefined;
  if (act === 'edit') return { place: known, seat, owner, act };
  return isFieldName(act) ? { place: known, seat, owner, field: act } : undefined;
}

/** The whole menu, top to bottom. Titles are words of ours and the slug of a space, never the portal's text (T31). */
export function menuEntries(front: Front, words: Labels): Entry[] {
  const { seat, several, reason, values, locked } = front;
  const about = several && seat ? ` · ${spaceOfSeat(seat)}` : '';
  const why = reason ? ` (${words[reason]})` : '';
  return places.flatMap(place => {
    const parent = idOf(place, front, 'switches');
    return [
      {
        id: parent,
        place,
        title: `${words.menu_notifications}${about}${why}`,
        enabled: !reason,
        visible: true,
      },
      ...switches.map(({ name }) => ({
        id: idOf(place, front, name),
        place,
        parent,
        title: words[`field_${name}`],
        checked: values[name] === true,
        enabled: !reason && values[name] !== undefined,
        // A switch that this portal does not offer has no line; before the first read all of them show, greyed.
        visible: values[name] !== undefined || locked.includes(name) || !front.owner,
      })),
      { id: idOf(place, front, 'edit'), place, title: words.menu_edit, enabled: true, visible: true },
    ];
  });
}
