import { browser } from 'wxt/browser';

/**
 * Calls back when another window comes to the front. Chromium tells so, and starts the background for it, whenever a popup opens:
 * it is listened to only while there is a second window. Must be called in the worker's first turn.
 */
export function followWindows(onFront: () => void): void {
  const { windows } = browser;
  const look = async () => {
    // Where the browser does not tell, it stays listened to.
    const all = await windows.getAll().catch(() => undefined);
    if (!all || all.length > 1) windows.onFocusChanged.addListener(onFront);
    else windows.onFocusChanged.removeListener(onFront);
  };
  // Whatever started the background may have been this.
  windows.onFocusChanged.addListener(onFront);
  windows.onCreated.addListener(look);
  windows.onRemoved.addListener(look);
  void look();
}
