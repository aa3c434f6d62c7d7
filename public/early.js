// Before the first style: language, direction and theme as they were last.
const page = document.documentElement;
try {
  const { lang, dir, theme } = JSON.parse(localStorage.look);
  Object.assign(page, { lang, dir });
  if (theme) page.dataset.theme = theme;
} catch {}
// What every editor begins with (entrypoints/editor/read.ts), asked for while its code is on the way.
const { storage, tabs } = globalThis.browser ?? chrome;
if (page.dataset.surface)
  globalThis.early = [
    storage.session.get(['seats', 'wanted']),
    storage.local.get(['settings', 'spaces', 'domains']),
    tabs.query({ active: true, currentWindow: true }),
  ];
