import { all, isOnPage, isShown, type Place, settle } from './dom';
import { labelIn } from './labels';
import { accountMenu, type Check, corner, type Finder, mayBringMenu, sectionMenu } from './places';
import { createShortcut, mark } from './shortcut';

export interface Around {
  alive(): boolean;
  /** As stored: nothing is known of its shape. */
  settings(): Promise<unknown>;
  open(): void;
}

/** The page may change as often as it likes: it is looked at this often at most, in milliseconds. */
const pause = 250;
/** How long the page may be without a menu before the corner is used, in milliseconds. */
const patience = 1500;

const inMenus: Record<string, Finder> = { menu: sectionMenu, account: accountMenu };

/**
 * Keeps a shortcut beside each menu of the portal that is there, and one in the corner where there is none. A menu that the page
 * draws has its shortcut in the frame that shows it first, so that nothing moves afterwards. Which section to open is read from
 * the address when the shortcut is used, so a client-side navigation needs no notice.
 */
export async function startShortcuts({ alive, settings, open }: Around): Promise<void> {
  if (document.contentType !== 'text/html') return;
  const { language, launcher } = ((await settings()) ?? {}) as { language?: unknown; launcher?: unknown };
  const label = labelIn(language);
  const hosts = new Map<string, HTMLElement>();
  const last = new Map<string, Place>();
  const waits = new Set<number>();
  let alone = performance.now();
  let moved = true;
  let frame = 0;

  const observer = new MutationObserver(changes => {
    look(pause);
    if (mayBringMenu(changes)) putInNextFrame();
  });

  function putInNextFrame(): void {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      guarded(() => putInMenus(isOnPage));
    });
  }

  function look(wait: number): void {
    if (waits.has(wait)) return;
    waits.add(wait);
    setTimeout(() => {
      waits.delete(wait);
      guarded(place);
    }, wait);
  }

  function guarded(work: () => void): void {
    try {
      if (alive()) work();
      else stop();
    } catch {
      stop();
    }
  }

  function stop(): void {
    observer.disconnect();
    for (const host of hosts.values()) host.remove();
  }

  /** Where it was, while that stands as it did: looking through a page costs as much as the page is long. */
  function findAgain(name: string, { find, stands }: Finder, fits: Check): Place | undefined {
    const before = last.get(name);
    if (before && stands(before, fits)) return before;
    const found = find(fits);
    if (found) last.set(name, found);
    else last.delete(name);
    moved = true;
    return found;
  }

  /** Whether there is a menu. To ask what is seen would style a page that is not painted yet; a menu that is not is left at the next look. */
  function putInMenus(fits: Check): boolean {
    const places = Object.entries(inMenus).map(
      ([name, finder]) => [name, findAgain(name, finder, fits)] as const,
    );
    for (const [name, found] of places) put(name, found);
    return places.some(([, found]) => found);
  }

  function place(): void {
    const now = performance.now();
    if (putInMenus(isShown)) alone = now;
    const lonely = launcher !== false && now - alone >= patience;
    put('corner', lonely ? corner() : undefined);
    if (launcher !== false && !lonely && alone !== now) look(patience);
    if (moved) sweep();
    moved = false;
  }

  function put(name: string, found: Place | undefined): void {
    const host = hosts.get(name);
    if (!found) {
      host?.remove();
      return;
    }
    const shortcut =
      host ?? createShortcut(name === 'corner' ? 'fixed' : 'inline', label, () => guarded(open));
    hosts.set(name, shortcut);
    settle(shortcut, found);
  }

  /** Takes away what is left of an earlier copy of this script, and empty copies of ours that the page made of its menus. */
  function sweep(): void {
    const ours = new Set<Element>(hosts.values());
    for (const node of all(`div[${mark}]:empty`)) if (!ours.has(node)) node.remove();
  }

  observer.observe(document, { childList: true, subtree: true });
  putInNextFrame();
  look(pause);
}
