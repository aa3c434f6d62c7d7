import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { item } from '../../utils/stores';
import { type Entry, places } from './menu-entries';

/** What is drawn, so that only what differs is drawn again. In memory: with the browser's session the menu is drawn anew. */
const Drawn = v.object({
  patterns: v.array(v.string()),
  entries: v.array(
    v.object({
      id: v.string(),
      place: v.picklist(places),
      parent: v.optional(v.string()),
      title: v.string(),
      checked: v.optional(v.boolean()),
      enabled: v.boolean(),
      visible: v.boolean(),
    }),
  ),
});
const drawnItem = item('session', 'menu', Drawn);

/** Whatever is right-clicked on a portal page. Frames are other pages. */
const onPages = ['page', 'selection', 'link', 'image', 'editable'] as const;

const propertiesOf = ({ place, parent, title, checked, enabled, visible }: Entry, patterns: string[]) => ({
  title,
  enabled,
  visible,
  contexts: place === 'action' ? (['action'] as ['action']) : ([...onPages] as [...typeof onPages]),
  ...(parent ? { parentId: parent } : {}),
  ...(checked === undefined ? {} : { type: 'checkbox' as const, checked }),
  ...(place === 'page' ? { documentUrlPatterns: patterns } : {}),
});

/** `create` reports by callback only, and an unread error would be logged. */
const create = (entry: Entry, patterns: string[]) =>
  new Promise<boolean>(resolve => {
    browser.contextMenus.create({ id: entry.id, ...propertiesOf(entry, patterns) }, () =>
      resolve(browser.runtime.lastError === undefined),
    );
  });

async function createAll(entries: readonly Entry[], patterns: string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const entry of entries) await create(entry, patterns);
}

const sameLines = (a: readonly Entry[], b: readonly Entry[]) =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);

const text = JSON.stringify;

/**
 * Draws the menu. Ticks and words are changed in place; for another space, member or set of sites every line is made new,
 * so that a click on an open menu of the old one names nothing that exists. What is missing is made again.
 */
export async function drawMenu(entries: readonly Entry[], patterns: string[]): Promise<void> {
  const drawn = await drawnItem.get();
  if (!drawn || !sameLines(drawn.entries, entries) || text(drawn.patterns) !== text(patterns)) {
    await createAll(entries, patterns);
  } else {
    const changed = entries.filter((entry, index) => text(entry) !== text(drawn.entries[index]));
    if (changed.length === 0) return;
    try {
      for (const { id, title, checked, enabled, visible } of changed)
        await browser.contextMenus.update(id, {
          title,
          enabled,
          visible,
          ...(checked === undefined ? {} : { checked }),
        });
    } catch {
      await createAll(entries, patterns);
    }
  }
  await drawnItem.set({ patterns, entries: [...entries] });
}

/** The browser ticks a line by itself when it is clicked. */
export async function noteTick(id: string, checked: boolean): Promise<void> {
  const drawn = await drawnItem.get();
  if (!drawn) return;
  const entries = drawn.entries.map(entry => (entry.id === id ? { ...entry, checked } : entry));
  await drawnItem.set({ ...drawn, entries });
}
