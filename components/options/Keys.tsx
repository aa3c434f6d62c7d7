import { p } from '../page-words';

export interface Key {
  action: 'popup' | 'panel';
  /** As the browser spells it; '' when none is set. */
  keys: string;
}

interface Props {
  keys: readonly Key[];
  /** `⌘` or `Ctrl`. */
  modifier: string;
  onChange(): void;
}

/** The browser's own commands, which can be changed there, and the editor's. */
export function Keys({ keys, modifier, onChange }: Props) {
  const rows: [string, string][] = [
    ...keys.map(({ action, keys }): [string, string] => [p(`keys_${action}`), keys || p('keys_none')]),
    [p('keys_save'), `${modifier}+S`],
    [p('keys_tabs'), 'Alt+1…5'],
    [p('keys_find'), `${modifier}+K`],
  ];
  return (
    <>
      <dl class="keys">
        {rows.map(([what, key]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <kbd dir="ltr">{key}</kbd>
            </dd>
          </div>
        ))}
        <div>
          <dt>{p('keys_omnibox')}</dt>
          <dd>{p('keys_omnibox_text')}</dd>
        </div>
      </dl>
      <button type="button" class="button" data-action="change-keys" onClick={onChange}>
        {p('keys_change')}
      </button>
    </>
  );
}
