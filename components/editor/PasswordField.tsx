import { useRef, useState } from 'preact/hooks';
import type { PasswordName } from '../../utils/profile/fields';
import { BadIcon } from '../icons';
import { t } from '../words';

const tokens: Record<PasswordName, string> = {
  OldPassword: 'current-password',
  NewPassword: 'new-password',
  RepeatNewPassword: 'new-password',
};

export function PasswordField({ name, problem }: { name: PasswordName; problem: string | undefined }) {
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const label = t(`field_${name}`);

  /** A shown password with `new-password` ends up in Chromium's session file; with `off`, set first, it does not. */
  function turn() {
    const element = input.current;
    if (!element) return;
    if (!shown) element.setAttribute('autocomplete', 'off');
    element.type = shown ? 'password' : 'text';
    if (shown) element.setAttribute('autocomplete', tokens[name]);
    setShown(!shown);
  }

  return (
    <div class="row" data-row={name} data-problem={problem ? '' : undefined}>
      <div class="row-head">
        <label class="row-label" for={`field-${name}`}>
          {label}
        </label>
      </div>
      <div class="shown">
        <input
          ref={input}
          class="input"
          id={`field-${name}`}
          name={name}
          type="password"
          autocomplete={tokens[name]}
          spellcheck={false}
          autocapitalize="off"
          dir="ltr"
          maxLength={1000}
          required
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? `problem-${name}` : undefined}
        />
        <button
          type="button"
          class="button"
          data-look="link"
          data-action="show-password"
          aria-label={t(shown ? 'password_hide_field' : 'password_show_field', { field: label })}
          onClick={turn}
        >
          {t(shown ? 'password_hide' : 'password_show')}
        </button>
      </div>
      {problem && (
        <p class="row-problem" id={`problem-${name}`}>
          <BadIcon />
          <span>{problem}</span>
        </p>
      )}
    </div>
  );
}
