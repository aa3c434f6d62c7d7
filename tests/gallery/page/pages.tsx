import { signal } from '@preact/signals';
import type { ComponentChild, ComponentProps } from 'preact';
import { Options } from '../../../components/options/Options';
import { WelcomePage } from '../../../components/welcome/WelcomePage';

interface Page {
  view(): ComponentChild;
  act?(): void;
}

type Props = ComponentProps<typeof Options>;

const settings: Props['state']['settings'] = signal({
  language: 'auto',
  theme: 'auto',
  surface: 'popup',
  launcher: true,
  history: false,
  draftDays: 7,
});

const options = () => {
  const state: Props['state'] = {
    settings,
    spaces: signal(['acme', 'the-old-warehouse-by-the-canal']),
    domains: signal({ 'https://members.example.com': 'acme' }),
    offered: signal(['portal.example.org']),
    keys: signal([
      { action: 'popup', keys: 'Alt+Shift+E' },
      { action: 'panel', keys: '' },
    ]),
    modifier: 'Ctrl',
    said: signal(''),
  };
  const actions: Props['actions'] = {
    set() {},
    open() {},
    forget() {},
    lookUp: async () => ({ kind: 'found', space: 'acme' }),
    bind: async () => true,
    unbind() {},
    changeKeys() {},
    exportOptions() {},
    importOptions() {},
    copyDiagnostics() {},
  };
  return <Options state={state} actions={actions} />;
};

const at = (group: string): Page => ({
  view: options,
  act: () => document.getElementById(`group-${group}`)?.scrollIntoView(),
});

/** The pages around the editor; the options from top to end. */
export const pages: Record<string, Page> = {
  options: { view: options },
  'options-spaces': at('spaces_title'),
  'options-keys': at('keys_title'),
  welcome: { view: () => <WelcomePage keys="Alt+Shift+E" onOptions={() => {}} /> },
};
