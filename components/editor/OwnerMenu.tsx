import '../../assets/css/menu.css';
import { problem } from '../../utils/problem';
import { emptyOutcome } from '../../utils/save-data';
import { type Seat, spaceOfSeat } from '../../utils/snapshot';
import { finding } from '../advice/finding';
import { useLoaded } from '../advice/use-loaded';
import { t } from '../words';
import type { Beyond, Place } from './beyond';
import type { Editor } from './create-editor';
import { nameOf } from './name-of';
import { useEscape } from './use-escape';

/** What goes beyond the fields: the member's other profiles, their other spaces, the list of all fields, the history, the options. */
export function OwnerMenu({ editor }: { editor: Editor }) {
  const beyond = useLoaded(async () => editor.actions.beyond?.());
  const places = useLoaded(async () => beyond?.places() ?? [], !!beyond);
  useEscape(() => document.getElementById('owner-menu')?.hidePopover(), true);
  const { seat, owner, profiles } = editor.snapshot.value;
  if (!beyond || !places) return null;
  return (
    <>
      {profiles.length > 1 && (
        <Group id="menu-profiles" title={t('menu_profiles')} note={t('menu_profiles_note')}>
          {profiles.map(({ id, name, company }) => (
            <Item
              key={id}
              action="profile"
              value={id}
              current={id === owner.profile}
              says={name}
              more={company === name ? '' : company}
              onChoose={() => void switchTo(id, beyond, editor)}
            />
          ))}
        </Group>
      )}
      {places.length > 1 && (
        <Group id="menu-spaces" title={t('owner_seat')}>
          {places.map(place => (
            <Item
              key={place.seat}
              action="seat"
              value={place.seat}
              current={place.seat === seat}
              {...saysOf(place)}
              onChoose={() => editor.actions.chooseSeat?.(place.seat)}
            />
          ))}
        </Group>
      )}
      <ul class="menu-group">
        <Item
          action="find"
          says={t('palette_title')}
          onChoose={() => {
            finding.value = true;
          }}
        />
        <Item
          action="history"
          says={t('menu_history')}
          onChoose={() => {
            editor.pane.value = 'history';
          }}
        />
        <Item action="options" says={t('menu_options')} onChoose={beyond.openOptions} />
      </ul>
    </>
  );
}

/** What stops a switch is said where a save's troubles are said. */
async function switchTo(profile: number, beyond: Beyond, editor: Editor): Promise<void> {
  const switched = await beyond
    .switchProfile(profile)
    .catch(() => ({ ok: false as const, error: problem('unreachable') }));
  if (!switched.ok)
    editor.settle({ ...emptyOutcome('switch', editor.actions.now()), problem: switched.error });
}

/** A space by its own name and who is signed in there; one without a session by its address. */
const saysOf = ({ seat, snapshot }: Place) =>
  snapshot ? nameOf(snapshot, seat) : { says: t('menu_unconnected', { space: spaceOfSeat(seat) }) };

interface GroupProps {
  id: string;
  title: string;
  note?: string;
  children: preact.ComponentChildren;
}

function Group({ id, title, note, children }: GroupProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="menu-title">
        {title}
      </h2>
      {note && <p class="menu-note">{note}</p>}
      <ul class="menu-group">{children}</ul>
    </section>
  );
}

interface ItemProps {
  action: 'profile' | 'seat' | 'find' | 'history' | 'options';
  value?: number | Seat;
  current?: boolean;
  says: string;
  more?: string;
  onChoose(): void;
}

/** Choosing closes the menu, and the focus goes back to its button. */
function Item({ action, value, current, says, more, onChoose }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        class="menu-item"
        data-action={action}
        data-value={value}
        aria-current={current || undefined}
        popovertarget="owner-menu"
        popovertargetaction="hide"
        onClick={() => {
          if (!current) onChoose();
        }}
      >
        <bdi class="cut">{says}</bdi>
        {more && <bdi class="cut menu-note">{more}</bdi>}
      </button>
    </li>
  );
}
