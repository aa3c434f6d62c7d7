import { useState } from 'preact/hooks';
import { MenuIcon } from '../icons';
import { lazy } from '../lazy';
import { t, words } from '../words';
import type { Editor } from './create-editor';
import { initials } from './initials';

export const OwnerMenu = lazy(() => import('./OwnerMenu').then(({ OwnerMenu }) => OwnerMenu));

/** Who and where, always in sight: an edit must never go to someone else's profile unnoticed. */
export function Header({ editor }: { editor: Editor }) {
  const { member, spaceName, owner, profiles } = editor.snapshot.value;
  const [open, setOpen] = useState(false);
  const profile = profiles.find(({ id }) => id === owner.profile);
  const name = profile?.name || member.name || member.email;
  const space = spaceName || owner.space;
  // One profile of a person says nothing that the name does not.
  const more = profiles.length > 1 || profile?.type === 2 ? profile?.company : '';
  return (
    <header class="owner" data-part="owner">
      <span class="avatar" aria-hidden="true">
        {initials(name, words.value.language)}
      </span>
      <div class="owner-text">
        <div class="owner-line">
          <h1 class="owner-name cut" title={name}>
            <span class="spoken">{t('owner_who', { name: '' })}</span>
            <bdi>{name}</bdi>
          </h1>
          <bdi class="owner-more owner-space cut" title={space}>
            {space}
          </bdi>
        </div>
        <div class="owner-line owner-more">
          <bdi class="cut" title={member.email}>
            {member.email}
          </bdi>
          {more && (
            <bdi class="cut" title={more}>
              {more}
            </bdi>
          )}
        </div>
      </div>
      <button
        type="button"
        class="icon-button"
        data-action="owner-menu"
        aria-label={t('owner_menu')}
        title={t('owner_menu')}
        popovertarget="owner-menu"
      >
        <MenuIcon />
      </button>
      <div popover="auto" id="owner-menu" onBeforeToggle={event => setOpen(event.newState === 'open')}>
        {open && <OwnerMenu editor={editor} />}
      </div>
    </header>
  );
}
