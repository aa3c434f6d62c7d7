import '../../assets/css/pages.css';
import '../../assets/css/welcome.css';
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Mark } from '../frame/Mark';
import type { Sites } from '../frame/stage';
import { type PageKey, p } from '../page-words';
import { Domains } from './Domains';
import { type Key, Keys } from './Keys';
import { SettingField } from './SettingField';
import { Spaces } from './Spaces';
import { type SettingName, type SettingValue, settingGroups } from './setting-rows';

export interface OptionsState {
  settings: ReadonlySignal<Readonly<Record<SettingName, SettingValue>>>;
  spaces: ReadonlySignal<readonly string[]>;
  domains: ReadonlySignal<Readonly<Record<string, string>>>;
  offered: ReadonlySignal<readonly string[]>;
  keys: ReadonlySignal<readonly Key[]>;
  modifier: string;
  /** What was just done, as a sentence. */
  said: ReadonlySignal<string>;
}

export interface OptionsActions extends Sites {
  set(name: SettingName, value: SettingValue): void;
  open(space: string): void;
  forget(space: string): void;
  unbind(origin: string): void;
  changeKeys(): void;
  exportOptions(): void;
  importOptions(file: File): void;
  copyDiagnostics(): void;
}

const Group = ({ title, children }: { title: PageKey; children: ComponentChildren }) => (
  <section class="card" aria-labelledby={`group-${title}`}>
    <h2 id={`group-${title}`}>{p(title)}</h2>
    {children}
  </section>
);

export function Options({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const settings = state.settings.value;
  return (
    <main class="page" data-state="ready">
      <header class="page-head">
        <Mark />
        <h1>{p('options_title')}</h1>
      </header>
      <p class="page-status" role="status" data-part="status">
        {state.said.value}
      </p>
      {settingGroups.map(({ title, rows }) => (
        <Group key={title} title={title}>
          {rows.map(row => (
            <SettingField
              key={row.name}
              row={row}
              value={settings[row.name]}
              onChange={value => actions.set(row.name, value)}
            />
          ))}
        </Group>
      ))}
      <Group title="spaces_title">
        <Spaces spaces={state.spaces.value} onOpen={actions.open} onForget={actions.forget} />
      </Group>
      <Group title="domains_title">
        <Domains
          bound={state.domains.value}
          offered={state.offered.value}
          onLookUp={actions.lookUp}
          onBind={actions.bind}
          onUnbind={actions.unbind}
        />
      </Group>
      <Group title="keys_title">
        <Keys keys={state.keys.value} modifier={state.modifier} onChange={actions.changeKeys} />
      </Group>
      <Group title="move_title">
        <p class="row-help">{p('move_text')}</p>
        <p class="choices">
          <button type="button" class="button" data-action="export" onClick={actions.exportOptions}>
            {p('move_export')}
          </button>
          <label class="button file">
            {p('move_import')}
            <input
              class="spoken"
              type="file"
              accept="application/json,.json"
              data-action="import"
              onChange={event => {
                const [file] = event.currentTarget.files ?? [];
                event.currentTarget.value = '';
                if (file) actions.importOptions(file);
              }}
            />
          </label>
        </p>
      </Group>
      <Group title="diagnostics_title">
        <p class="row-help">{p('diagnostics_text')}</p>
        <button type="button" class="button" data-action="diagnostics" onClick={actions.copyDiagnostics}>
          {p('diagnostics_copy')}
        </button>
      </Group>
    </main>
  );
}
