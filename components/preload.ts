const asked = new Map<string, Promise<unknown>>();

function link(sheet: string): Promise<unknown> {
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.href = `/${sheet}`;
  document.head.append(element);
  return new Promise(resolve => {
    element.onload = resolve;
    // Unstyled is better than never.
    element.onerror = resolve;
  });
}

/** Loads a chunk once its sheets are there. In place of Vite's own, which weighs five times as much. */
export function __vitePreload<T>(load: () => Promise<T>, sheets: readonly string[] = []): Promise<T> {
  const there = sheets.map(sheet => {
    const loaded = asked.get(sheet) ?? link(sheet);
    asked.set(sheet, loaded);
    return loaded;
  });
  return Promise.all(there).then(load);
}
