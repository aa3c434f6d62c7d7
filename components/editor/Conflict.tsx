import '../../assets/css/panes.css';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n';
import { entriesOf } from '../../utils/profile/diff';
import type { FieldName } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import type { Outcome } from '../../utils/save-data';
import { labelOf, t } from '../words';
import type { Editor } from './create-editor';
import { resolve } from './resolve';
import { sayValue } from './say-value';

type Conflicts = Outcome['conflicts'];

/** The words of a conflict: in what the member typed, or in a save that is taken back. */
const sentences = {
  draft: {
    title: 'conflict_title',
    intro: 'conflict_intro',
    theirs: 'conflict_theirs',
    mine: 'conflict_mine',
    was: 'conflict_was',
    save: 'conflict_save',
    later: 'conflict_later',
  },
  undo: {
    title: 'undo_title',
    intro: 'undo_intro',
    theirs: 'undo_theirs',
    mine: 'undo_mine',
    was: 'undo_was',
    save: 'undo_save',
    later: 'state_cancel',
  },
} as const satisfies Record<string, Record<string, MessageKey>>;

/** Both sides changed the same fields: each is decided by the member, and the portal's value stays until they pick. */
export function Conflict({ conflicts, editor }: { conflicts: Conflicts; editor: Editor }) {
  const title = useRef<HTMLHeadingElement>(null);
  const entries = entriesOf(conflicts);
  const back = editor.undoing.value;
  const says = sentences[back ? 'undo' : 'draft'];
  const rest = Object.keys(back ?? {}).length - entries.length;
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="scroller" data-part="conflict" aria-labelledby="conflict-title">
      <form
        class="pane"
        onSubmit={event => {
          event.preventDefault();
          const picked = new FormData(event.currentTarget);
          const mine = entries.map(([name]) => name).filter(name => picked.get(pickName(name)) === 'mine');
          void resolve(editor, new Set(mine));
        }}
      >
        <h2 id="conflict-title" ref={title} tabIndex={-1}>
          {t(says.title, { count: entries.length })}
        </h2>
        <p>
          {t(says.intro)} {rest > 0 && t('undo_rest', { count: rest })}
        </p>
        {entries.map(([name, { base, value, theirs }]) => {
          const say = (shown: Value) => sayValue(name, shown, editor.countries.value);
          return (
            <fieldset key={name} class="conflict" data-conflict={name}>
              <legend>{labelOf(name)}</legend>
              <Pick name={name} side="theirs" label={t(says.theirs)} text={say(theirs)} />
              <Pick name={name} side="mine" label={t(says.mine)} text={say(value)} />
              <p class="any">{t(says.was, { value: say(base) || t('blank') })}</p>
            </fieldset>
          );
        })}
        <div class="pane-actions">
          <button type="submit" class="button" data-look="primary" data-action="resolve">
            {t(says.save)}
          </button>
          <button
            type="button"
            class="button"
            data-look="quiet"
            data-action="later"
            onClick={() => {
              editor.outcome.value = undefined;
            }}
          >
            {t(says.later)}
          </button>
        </div>
      </form>
    </section>
  );
}

const pickName = (name: FieldName) => `conflict-${name}`;

interface PickProps {
  name: FieldName;
  side: 'theirs' | 'mine';
  label: string;
  text: string;
}

function Pick({ name, side, label, text }: PickProps) {
  return (
    <label class="pick">
      <input
        type="radio"
        name={pickName(name)}
        value={side}
        data-action={`keep-${side}`}
        defaultChecked={side === 'theirs'}
      />
      <span class="pick-label">{label}</span>
      {text ? <span class="any">{text}</span> : <span class="blank">{t('blank')}</span>}
    </label>
  );
}
