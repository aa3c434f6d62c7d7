import { MenuIcon } from '../icons';
import { t } from '../words';

/** The bones of the editor at its size; they appear only when there is something to wait for. */
export function Loading() {
  return (
    <div class="shell">
      <p class="spoken" role="status">
        {t('state_loading')}
      </p>
      <div class="shell-head" aria-hidden="true">
        <i />
        <i />
        <MenuIcon />
      </div>
      <div class="shell-body">
        <div class="bones" aria-hidden="true">
          {[0, 1, 2, 3, 4].map(bone => (
            <div key={bone} class="bone" />
          ))}
        </div>
      </div>
      <div class="shell-foot" />
    </div>
  );
}
