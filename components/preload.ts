const asked = new Map<string, Promise<unknown>>();

function link(file: string): Promise<unknown> {
  const isSheet = file.endsWith('.css');
  const element = document.createElement('link');
  element.rel = isSheet ? 'stylesheet' : 'modulepreload';
  element.href = `/${file}`;
  const there = isSheet
    ? new Promise(resolve => {
        element.onload = resolve;
        // Unstyled is better than never.
        element.onerror = resolve;
      })
    : Promise.resolve();
  document.head.append(element);
  return there;
}

/** Loads a chunk with what it needs: its sheets before it, its modules at the same time. In place of Vite's own, which weighs five times as much. */
export function __vitePreload<T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> {
  const sheets = files.map(file => {
    const there = asked.get(file) ?? link(file);
    asked.set(file, there);
    return there;
  });
  return Promise.all(sheets).then(load);
}
