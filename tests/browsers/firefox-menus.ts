import type { MenuItem } from './driver';
import type { Privileged } from './privileged';

/** Native menus and questions of Firefox, asked in its own window as the functions of ./firefox-window are. */
declare const window: Privileged;
declare const nametag: Privileged;

/** Right-clicks the toolbar button. */
export async function openButtonMenu(): Promise<void> {
  const box = nametag.button().getBoundingClientRect();
  const right = { type: 'contextmenu', button: 2 };
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  await nametag.event.synthesizeMouseAtPoint(x, y, right, window);
}

/** The items that the labels lead to in the menu that is open; null while there is none or its submenu is not filled yet. */
export function menuItems(path: string[]): MenuItem[] | null {
  let level = [...window.document.querySelectorAll('#contentAreaContextMenu, #toolbar-context-menu')].find(
    (each: Privileged) => each.state === 'open',
  ) as Privileged;
  for (const label of path) {
    const menu =
      level && [...level.children].find((each: Privileged) => !each.hidden && each.label === label);
    if (!menu) return null;
    if (!menu.menupopup) throw new Error(`“${label}” has no submenu.`);
    if (menu.menupopup.state === 'closed') menu.openMenu(true);
    level = menu.menupopup.state === 'open' ? menu.menupopup : undefined;
  }
  if (!level) return null;
  return [...level.children]
    .filter((each: Privileged) => !each.hidden && each.localName !== 'menuseparator')
    .map((each: Privileged) => ({
      label: each.label,
      checked: each.getAttribute('checked') === 'true',
      disabled: each.hasAttribute('disabled') && each.getAttribute('disabled') !== 'false',
    }));
}

/** Clicks an item of the level that `menuItems` has opened, and waits for the menu to close: only then is a tick set. */
export async function chooseItem(path: string[], label: string): Promise<void> {
  const root = [...window.document.querySelectorAll('#contentAreaContextMenu, #toolbar-context-menu')].find(
    (each: Privileged) => each.state === 'open',
  ) as Privileged;
  const child = (level: Privileged, name: string) =>
    [...level.children].find((each: Privileged) => !each.hidden && each.label === name) as Privileged;
  const level = path.reduce((above, step) => child(above, step).menupopup, root);
  const hidden = new Promise<void>(resolve => {
    root.addEventListener('popuphidden', function closed(event: Privileged) {
      if (event.target !== root) return;
      root.removeEventListener('popuphidden', closed);
      resolve();
    });
  });
  level.activateItem(child(level, label));
  await hidden;
}

export async function closeMenus(): Promise<void> {
  for (const menu of window.document.querySelectorAll('#contentAreaContextMenu, #toolbar-context-menu')) {
    if (menu.state === 'closed') continue;
    const hidden = new Promise(resolve => menu.addEventListener('popuphidden', resolve));
    menu.hidePopup();
    await hidden;
  }
}

/** Clicks a button of the question that is shown; false while there is none. */
export async function answerQuestion(allow: boolean): Promise<boolean> {
  const question = window.document.querySelector('#notification-popup popupnotification');
  if (question?.closest('panel')?.state !== 'open') return false;
  (allow ? question.button : question.secondaryButton).click();
  return true;
}
