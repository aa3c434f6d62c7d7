import '../../assets/css/panes.css';
import { useEffect, useRef } from 'preact/hooks';
import { entriesOf } from '../../utils/profile/diff';
import type { FieldName } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import type { Outcome } from '../../utils/save-data';
import { labelOf, t } from '../words';
import type { Editor } from './create-editor';
import { sayValue } from './say-value';

type Conflicts = Outcome['conflicts'];

/** Both sides changed the same fields: each is decided by the member, and the portal's value stays until they pick. */
export function Conflict({ conflicts, editor }: { conflicts: Conflicts; editor: Editor }) {
  const title = useRef<HTMLHeadingElement>(null);
  const entries = entriesOf(conflicts);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="scroller" data-part="conflict" aria-labelledby="conflict-title">
      <form
        class="pane"
        onSubmit={event => {
          event.preventDefault();
          const picked = new FormData(event.currentTarget);
          const mine = entries.map(([name]) => name).filter(name => picked.get(pickName(name)) === 'mine');
          void editor.resolve(new Set(mine));
        }}
      >
        <h2 id="conflict-title" ref={title} tabIndex={-1}>
          {t('conflict_title', { count: entries.length })}
        </h2>
        <p>{t('conflict_intro')}</p>
        {entries.map(([name, { base, value, theirs }]) => {
          const say = (shown: Value) => sayValue(name, shown, editor.countries.value);
          return (
            <fieldset key={name} class="conflict" data-conflict={name}>
              <legend>{labelOf(name)}</legend>
              <Pick name={name} side="theirs" text={say(theirs)} />
              <Pick name={name} side="mine" text={say(value)} />
              <p class="any">{t('conflict_was', { value: say(base) })}</p>
            </fieldset>
          );
        })}
        <div class="pane-actions">
          <button type="submit" class="button" data-look="primary" data-action="resolve">
            {t('conflict_save')}
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
            {t('conflict_later')}
          </button>
        </div>
      </form>
    </section>
  );
}

const pickName = (name: FieldName) => `conflict-${name}`;

function Pick({ name, side, text }: { name: FieldName; side: 'theirs' | 'mine'; text: string }) {
  return (
    <label class="pick">
      <input
        type="radio"
        name={pickName(name)}
        value={side}
        data-action={`keep-${side}`}
        defaultChecked={side === 'theirs'}
      />
      <span class="pick-label">{t(`conflict_${side}`)}</span>
      {text ? <span class="any">{text}</span> : <span class="blank">{t('blank')}</span>}
    </label>
  );
}
