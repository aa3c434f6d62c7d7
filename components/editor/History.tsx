import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../../utils/messages';
import { type Edit, entriesOf } from '../../utils/profile/diff';
import type { FieldName } from '../../utils/profile/fields';
import type { PastSave } from '../../utils/save-data';
import { labelOf, t, words } from '../words';
import type { Editor } from './create-editor';
import { FromTo } from './FromTo';
import { focusHeading, PaneFrame } from './PaneFrame';
import { backOf, hasMoved, isUndone, valuesOf } from './past';
import { sayValue } from './say-value';

type Past = Reply<'history'> | 'unread';

/** The last saves of this owner, each of which can be undone. */
export function History({ editor }: { editor: Editor }) {
  const [past, setPast] = useState<Past>();
  // Every save that ends is a line more.
  const outcome = editor.outcome.value;
  useEffect(() => {
    let here = true;
    const take = (next: Past | undefined) => here && setPast(next);
    editor.actions
      .beyond?.()
      .then(beyond => beyond.history())
      .then(take, () => take('unread'));
    return () => {
      here = false;
    };
  }, [outcome, editor]);
  return (
    <PaneFrame part="history" title={t('menu_history')} editor={editor}>
      {past && <Saves past={past} editor={editor} />}
    </PaneFrame>
  );
}

function Saves({ past, editor }: { past: Past; editor: Editor }) {
  if (past === 'unread') return <p>{t('history_unread')}</p>;
  if (!past.kept) return <TurnedOff editor={editor} />;
  if (past.saves.length === 0) return <p>{t('history_empty')}</p>;
  return (
    <>
      <p>{t('history_intro')}</p>
      <ol class="saves">
        {past.saves.map(save => (
          <Save key={save.saveId} save={save} editor={editor} />
        ))}
      </ol>
    </>
  );
}

function TurnedOff({ editor }: { editor: Editor }) {
  return (
    <>
      <p>{t('history_off')}</p>
      <div class="pane-actions">
        <button
          type="button"
          class="button"
          data-action="options"
          onClick={() => void editor.actions.beyond?.().then(beyond => beyond.openOptions())}
        >
          {t('history_options')}
        </button>
      </div>
    </>
  );
}

function Save({ save: { at, edits }, editor }: { save: PastSave; editor: Editor }) {
  const now = editor.actions.now();
  const { language } = words.value;
  const entries = entriesOf(edits);
  const undone = isUndone(edits, editor.snapshot.value.values);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  return (
    <li data-save={entries.map(([name]) => name).join(' ')} data-undone={undone || undefined}>
      <div class="save-head">
        <h3>
          <time dateTime={new Date(at).toISOString()}>{words.value.ago(at, now)}</time>
        </h3>
        <span class="save-when">{when}</span>
      </div>
      <ul class="changes">
        {entries.map(([name, { base, value }]) => (
          <li key={name} data-change={name}>
            <h4>{labelOf(name)}</h4>
            <FromTo name={name} from={base} to={value} editor={editor} />
            <Since name={name} edit={{ base, value }} editor={editor} />
          </li>
        ))}
      </ul>
      <div class="pane-actions">
        {undone ? (
          <p>{t('history_undone')}</p>
        ) : (
          <button
            type="button"
            class="button"
            data-action="undo-save"
            aria-label={`${t('history_undo')}, ${when}`}
            disabled={editor.saving.value}
            onClick={() => {
              focusHeading('history');
              void editor.undo(backOf(edits));
            }}
          >
            {t('history_undo')}
          </button>
        )}
        {editor.others && !undone && (
          <button
            type="button"
            class="button"
            data-look="quiet"
            data-action="other-spaces"
            onClick={() => {
              editor.pane.value = { apply: valuesOf(edits) };
            }}
          >
            {t('others_offer')}
          </button>
        )}
      </div>
    </li>
  );
}

/** A field that is neither what the save wrote nor what was there before: an undo asks about it. */
function Since({ name, edit, editor }: { name: FieldName; edit: Edit; editor: Editor }) {
  const held = editor.snapshot.value.values[name];
  if (held === undefined || !hasMoved(name, edit, held)) return null;
  const value = sayValue(name, held, editor.countries.value);
  return <p class="since any">{t(value ? 'history_now' : 'history_now_empty', { value })}</p>;
}
