import { browser } from 'wxt/browser';
import { patternOf, portalPatterns } from '../../utils/portal/patterns';
import type { FieldName } from '../../utils/profile/fields';
import { ownerKey } from '../../utils/profile/owner';
import type { Values } from '../../utils/profile/record';
import type { Outcome } from '../../utils/save-data';
import type { Seat, Snapshot } from '../../utils/snapshot';
import { domainsItem, knownSpacesItem } from '../../utils/stores';
import { type InFront, inFront, tabInFront } from './front';
import { drawMenu, noteTick } from './menu-drawing';
import { type Click, clickOf, type Front, menuEntries } from './menu-entries';
import { createQueue } from './queue';
import type { SaveRequest } from './save';
import { followWindows } from './windows';
import { labelsInForce } from './words';

export interface ClickedTab {
  id?: number;
  windowId?: number;
  url?: string;
}

/** What the menu asks of the rest of the background. */
export interface MenuWorld {
  save(request: SaveRequest): Promise<Outcome>;
  edit(tab: ClickedTab | undefined): void;
}

const reasonOf = ({ snapshot, signedIn }: InFront): Front['reason'] => {
  if (signedIn) return undefined;
  return snapshot ? 'menu_signedOut' : 'menu_notConnected';
};

/** The context menu: its ticks show what the portal holds for the space in front, and over it what was clicked and is on its way. */
export function createMenu(world: MenuWorld) {
  const inLine = createQueue();
  const wanted = new Map<string, boolean>();
  const slot = (seat: Seat, name: FieldName) => `${seat}|${name}`;
  let waiting: Promise<void> | undefined;

  /** Draws what is true now; calls made before it begins are the same drawing. */
  function draw(): Promise<void> {
    waiting ??= inLine('menu', () => {
      waiting = undefined;
      return paint();
    }).catch(() => {});
    return waiting;
  }

  async function paint(): Promise<void> {
    const [front, words, spaces, domains] = await Promise.all([
      tabInFront().then(inFront),
      labelsInForce(),
      knownSpacesItem.get(),
      domainsItem.get(),
    ]);
    const { seat, snapshot } = front;
    const entries = menuEntries(
      {
        seat,
        owner: snapshot?.owner,
        values: seat && snapshot ? overlaid(seat, snapshot.values) : {},
        locked: snapshot?.locked ?? [],
        reason: reasonOf(front),
        several: (spaces?.length ?? 0) > 1,
      },
      words,
    );
    await drawMenu(entries, [...portalPatterns, ...Object.keys(domains ?? {}).map(patternOf)]);
  }

  const overlaid = (seat: Seat, values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        wanted.get(slot(seat, name as FieldName)) ?? value,
      ]),
    );

  /** A click, as the browser tells it: `checked` is what the line shows since. */
  async function clicked(id: string, checked: boolean, tab: ClickedTab | undefined): Promise<void> {
    const click = clickOf(id);
    if (!click) return;
    if ('act' in click) return world.edit(tab);
    await inLine('menu', () => noteTick(id, checked));
    const { seat, snapshot } = await inFront(tab);
    if (seat === click.seat && snapshot && ownerKey(snapshot.owner) === click.owner)
      await flip(click, checked, snapshot);
    await draw();
  }

  async function flip({ seat, field }: Click & { field: FieldName }, value: boolean, { owner }: Snapshot) {
    const mine = slot(seat, field);
    wanted.set(mine, value);
    void draw();
    const saveId = crypto.randomUUID();
    try {
      await world.save({ seat, owner, saveId, edits: { [field]: { base: !value, value } } });
    } finally {
      if (wanted.get(mine) === value) wanted.delete(mine);
    }
  }

  return { draw, clicked };
}

/** Everything that can change what the menu should show. Must be called in the worker's first turn. */
export function followMenu({ draw, clicked }: ReturnType<typeof createMenu>): void {
  const redraw = () => void draw();
  browser.contextMenus.onClicked.addListener(({ menuItemId, checked }, tab) => {
    void clicked(String(menuItemId), checked === true, tab);
  });
  browser.runtime.onInstalled.addListener(redraw);
  browser.runtime.onStartup.addListener(redraw);
  browser.tabs.onActivated.addListener(redraw);
  followWindows(redraw);
  browser.tabs.onUpdated.addListener((_, { url, status }, { active }) => {
    // Without permission for a site its URL is not told; that it loads something is.
    if (active && (url || status === 'loading')) redraw();
  });
  browser.storage.session.onChanged.addListener(changes => {
    if (Object.keys(changes).some(key => /^(seats$|snapshot\/|token\/)/.test(key))) redraw();
  });
  browser.storage.local.onChanged.addListener(changes => {
    if (['settings', 'spaces', 'domains'].some(key => key in changes)) redraw();
  });
}
