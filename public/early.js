// What an editor begins with: entrypoints/editor/read.ts.
const page = document.documentElement;
const { storage, tabs } = globalThis.browser ?? chrome;
if (page.dataset.surface) {
  const { session, local } = storage;
  const changes = {};
  session.onChanged.addListener(news => Object.assign(changes, news));
  const shown = /^(seats|wanted|snapshot|countries|progress|view|draft)/;
  globalThis.early = {
    changes,
    session: session.getKeys?.().then(keys => session.get(keys.filter(key => shown.test(key)))),
    local: local.get(['settings', 'spaces', 'domains']),
    tabs: tabs.query({ active: true, currentWindow: true }),
  };
}
// Language and theme as they were last.
try {
  const { theme, ...look } = JSON.parse(localStorage.look);
  Object.assign(page, look);
  if (theme) page.dataset.theme = theme;
} catch {}
