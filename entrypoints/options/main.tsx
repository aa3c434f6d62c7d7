import '../../assets/css/index.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { Key } from '../../components/options/Keys';
import { Options } from '../../components/options/Options';
import { p } from '../../components/page-words';
import { readManaged } from '../../utils/presets';
import { defaultSettings, domainsItem, type Item, knownSpacesItem, settingsItem } from '../../utils/stores';
import { createOptionsActions } from './actions';
import { readKeys } from './keys';
import { followPageLook } from './page-look';

/** A stored item as a signal that follows it. */
async function follow<T, S>(item: Item<T>, picture: (value: T | undefined) => S) {
  const shown = signal(picture(await item.get()));
  item.watch(value => {
    shown.value = picture(value);
  });
  return shown;
}

async function start(root: HTMLElement): Promise<void> {
  const said = signal('');
  const offered = signal<readonly string[]>([]);
  const keys = signal<readonly Key[]>([]);
  const [settings, spaces, domains] = await Promise.all([
    follow(settingsItem, value => value ?? defaultSettings),
    follow(knownSpacesItem, value => (value ?? []).map(({ space }) => space)),
    follow(domainsItem, value => value ?? {}),
    followPageLook(),
  ]);
  document.title = p('options_title');
  const state = {
    settings,
    spaces,
    domains,
    offered,
    keys,
    modifier: /Mac/.test(navigator.platform) ? '⌘' : 'Ctrl',
    said,
  };
  const actions = createOptionsActions((key, fill) => {
    said.value = p(key, fill);
  });
  root.replaceChildren();
  render(<Options state={state} actions={actions} />, root);

  const readOffers = async () => {
    const bound = Object.keys(domains.peek());
    offered.value = (await readManaged()).domains.filter(host => !bound.includes(`https://${host}`));
  };
  void readOffers();
  domainsItem.watch(() => void readOffers());
  // Keys are changed on a page of the browser's; they may be others when the member comes back.
  const lookAtKeys = async () => {
    keys.value = readKeys(await browser.commands.getAll());
  };
  await lookAtKeys();
  addEventListener('focus', () => void lookAtKeys());
}

const root = document.getElementById('root');
if (root) void start(root);
