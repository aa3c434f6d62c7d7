import { isPageKey, p, pageWords } from '../page-words';
import type { SettingRow, SettingValue } from './setting-rows';

/** A language's name in itself; a number of days; else the words of the choice. */
function choiceText(name: string, choice: string | number): string {
  if (typeof choice === 'number') return p('set_draftDays_days', { count: choice });
  const key = `set_${name}_${choice}`;
  if (isPageKey(key)) return p(key);
  return new Intl.DisplayNames([choice], { type: 'language' }).of(choice) ?? choice;
}

interface Props {
  row: SettingRow;
  value: SettingValue;
  onChange(value: SettingValue): void;
}

export function SettingField({ row: { name, choices, help }, value, onChange }: Props) {
  const id = `set-${name}`;
  const described = help ? `${id}-help` : undefined;
  const label = p(`set_${name}`);
  return (
    <div class="option">
      <div class="option-text">
        <label for={id}>{label}</label>
        {help && (
          <p class="row-help" id={described}>
            {p(help)}
          </p>
        )}
      </div>
      {choices.length === 0 ? (
        <input
          id={id}
          class="switch"
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          aria-describedby={described}
          checked={value === true}
          onChange={event => onChange(event.currentTarget.checked)}
        />
      ) : (
        <select
          id={id}
          class="input"
          aria-describedby={described}
          value={String(value)}
          onChange={event => {
            const chosen = choices.find(choice => String(choice) === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {choices.map(choice => (
            <option
              key={choice}
              value={String(choice)}
              // Its own language, so that a screen reader says it right.
              lang={name === 'language' && choice !== 'auto' ? String(choice) : pageWords.value.language}
            >
              {choiceText(name, choice)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
