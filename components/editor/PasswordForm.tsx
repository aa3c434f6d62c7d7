import '../../assets/css/panes.css';
import { useRef, useState } from 'preact/hooks';
import type { Reply } from '../../utils/messages';
import { pageOf } from '../../utils/portal/pages';
import { type PasswordName, passwordNames } from '../../utils/profile/fields';
import { t } from '../words';
import type { Editor } from './create-editor';
import { PasswordField } from './PasswordField';
import { type Answer, answerOf, clearedBy, faultsOf, passwordNamed, typedIn } from './password';

/**
 * The password, alone in its own form and request. The inputs are uncontrolled: what is typed lives in them and in the one
 * message, never in a signal, a draft, Review or a log.
 */
export function PasswordForm({ editor }: { editor: Editor }) {
  const form = useRef<HTMLFormElement>(null);
  const [answer, setAnswer] = useState<Answer>({ problems: {} });
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(0);
  const { member, owner } = editor.snapshot.value;
  const portalPage = pageOf(owner.space, 'password', editor.generation);

  const input = (name: PasswordName) => form.current?.elements.namedItem(name) as HTMLInputElement | null;
  function show(next: Answer) {
    setAnswer(next);
    const first = passwordNames.find(name => next.problems[name]);
    if (first) input(first)?.focus();
  }

  async function submit() {
    if (!form.current || busy) return;
    const typed = typedIn(new FormData(form.current));
    const faults = faultsOf(typed);
    if (faults) return show({ problems: faults });
    setBusy(true);
    setAnswer({ problems: {} });
    const reply: Reply<'changePassword'> = await editor.actions.changePassword(typed);
    for (const name of clearedBy(reply)) {
      const field = input(name);
      if (field) field.value = '';
    }
    setBusy(false);
    if (reply.refusals.some(({ field }) => passwordNamed(field) === 'OldPassword')) setWrong(wrong + 1);
    show(answerOf(reply));
  }

  return (
    <form
      ref={form}
      class="password"
      data-part="password"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{t('password_intro')}</p>
      {wrong >= 3 ? (
        <p>
          {t('password_reset')}{' '}
          <a href={portalPage} target="_blank" rel="noopener noreferrer">
            {t('password_portal')}
          </a>
        </p>
      ) : (
        <>
          {/* Tells a password manager whose password this is. */}
          <input
            hidden
            type="text"
            name="username"
            autocomplete={editor.surface === 'popup' ? 'username' : 'off'}
            value={member.email}
            readOnly
          />
          {passwordNames.map(name => (
            <PasswordField key={name} name={name} problem={answer.problems[name]} />
          ))}
          <div>
            <button
              type="submit"
              class="button"
              data-look="primary"
              data-action="change-password"
              disabled={busy}
            >
              {t(busy ? 'password_changing' : 'password_change')}
            </button>
          </div>
        </>
      )}
      <div role="status" data-part="password-status" data-tone={answer.tone}>
        {answer.text && <p>{answer.text}</p>}
        {answer.quote && <q class="any">{answer.quote}</q>}
      </div>
      <p class="row-help">{t('password_manager')}</p>
    </form>
  );
}
