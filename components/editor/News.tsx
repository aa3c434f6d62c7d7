import '../../assets/css/news.css';
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n';
import { BadIcon, GoodIcon } from '../icons';
import { t } from '../words';
import type { Editor } from './create-editor';
import {
  type Status,
  type StatusAction,
  statusOf,
  statusOfDiscard,
  statusOfKept,
  statusWhileSaving,
} from './status';
import { undiscard } from './undiscard';
import { useCountdown } from './use-countdown';
import { useFade } from './use-fade';
import { useKeptFocus } from './use-kept-focus';

/** How long "Saved · Undo" stays, in milliseconds. */
const stays = 10_000;

const labels: Record<StatusAction, MessageKey> = {
  undo: 'status_undo',
  undiscard: 'status_undo',
  connect: 'state_sign_in',
  allow: 'state_allow',
  refresh: 'state_try_again',
  'reload-portal': 'status_reload',
  'other-spaces': 'others_offer',
};

/** The news of the moment: what is being saved, what came of it, what was thrown away, what came back. */
function current(editor: Editor): { status?: Status; key?: unknown; end(): void } {
  const { outcome, progress, saving, discarded, kept } = editor;
  const end = () => {
    outcome.value = undefined;
    discarded.value = undefined;
  };
  if (saving.value) {
    const running = progress.value;
    const names = running?.names ?? editor.changedNames.value;
    return { status: statusWhileSaving({ phase: running?.phase ?? 'checking', names }), end };
  }
  if (outcome.value)
    return {
      status: statusOf(outcome.value, progress.value, editor.countries.value),
      key: outcome.value,
      end,
    };
  if (discarded.value) return { status: statusOfDiscard(discarded.value), key: discarded.value, end };
  const said = editor.changeCount.value > 0 ? kept.value : undefined;
  return { status: said && statusOfKept(said), end };
}

/** What was saved, as the portal keeps it now, offered to the member's other spaces. */
function applyElsewhere({ outcome, snapshot, pane }: Editor): void {
  const { values } = snapshot.peek();
  const saved = outcome.peek()?.saved ?? [];
  pane.value = { apply: Object.fromEntries(saved.map(name => [name, values[name]])) };
}

/** The words in the status line; it is announced because the line itself was there before. */
export function News({ editor }: { editor: Editor }) {
  const { status, key, end } = current(editor);
  const element = useFade(!!status?.fades, stays, end, key);
  useKeptFocus(editor.saving.value || !!editor.discarded.value, element);
  const seconds = useCountdown(editor.outcome.value?.problem?.retryAt, editor.actions.now);
  // Save waits with the countdown, and no longer than there is one.
  useEffect(() => {
    editor.waiting.value = seconds;
    return () => {
      editor.waiting.value = 0;
    };
  }, [seconds, editor]);
  const text = status?.text;
  // The bar grows and shrinks with its news: the field that the member is in stays in sight.
  useEffect(() => {
    const here = document.activeElement;
    if (text && here?.closest('.scroller')) here.scrollIntoView({ block: 'nearest' });
  }, [text]);
  const does: Record<StatusAction, (() => void) | undefined> = {
    undo: () => void editor.undo(),
    undiscard: () => undiscard(editor),
    connect: editor.actions.connect,
    allow: editor.actions.allow,
    refresh: editor.actions.refresh,
    'reload-portal': editor.actions.reloadPortal,
    'other-spaces': editor.others ? () => applyElsewhere(editor) : undefined,
  };
  const actions = status?.actions.filter(action => does[action]) ?? [];
  return (
    // Bad news can be long enough to scroll, which the keyboard must reach.
    <div ref={element} class="news" data-tone={status?.tone} tabIndex={status?.tone === 'bad' ? 0 : -1}>
      {status?.tone === 'good' && <GoodIcon />}
      {status?.tone === 'bad' && <BadIcon />}
      {status && (
        <p class="status-text">
          {status.text}
          {status.quote && <q class="any">{status.quote}</q>}
        </p>
      )}
      {actions.length > 0 && (
        <span class="status-actions">
          {actions.map(action => (
            <button
              key={action}
              type="button"
              class="button"
              data-look="link"
              data-action={action}
              onClick={() => does[action]?.()}
            >
              {t(labels[action])}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}
