import { useState } from 'preact/hooks';
import { isSpace, spaceOf } from '../../utils/portal/space';
import { t } from '../words';

/** The space that a typed portal address means: `acme`, `acme.nexudus.site`, or a whole URL. */
export function spaceTyped(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  if (isSpace(typed)) return typed;
  const url = typed.includes('://') ? typed : `https://${typed}`;
  return URL.canParse(url) ? spaceOf(`${new URL(url).origin.replace(/^http:/, 'https:')}/`) : undefined;
}

/** With no space known yet: the member says where the portal is, and it opens. */
export function OpenPortal({ onOpen }: { onOpen(space: string): void }) {
  const [unknown, setUnknown] = useState(false);
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const space = spaceTyped(String(new FormData(event.currentTarget).get('address') ?? ''));
        setUnknown(!space);
        if (space) onOpen(space);
        else event.currentTarget.querySelector('input')?.focus();
      }}
    >
      <div class="row">
        <label class="row-label" for="portal-address">
          {t('state_open_label')}
        </label>
        <input
          class="input"
          id="portal-address"
          name="address"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="ltr"
          aria-invalid={unknown ? 'true' : undefined}
          aria-describedby="portal-address-help"
        />
        <p class={unknown ? 'row-problem' : 'row-help'} id="portal-address-help">
          {t(unknown ? 'state_open_unknown' : 'state_open_hint')}
        </p>
      </div>
      <button type="submit" class="button" data-look="primary" data-action="connect">
        {t('state_open')}
      </button>
    </form>
  );
}
