// Before the first style: language, direction and theme as they were last.
const page = document.documentElement;
try {
  const { lang, dir, theme } = JSON.parse(localStorage.look);
  Object.assign(page, { lang, dir });
  if (theme) page.dataset.theme = theme;
} catch {}
// What every editor begins with, asked for while its code is on the way.
const { session, local } = (globalThis.browser ?? chrome).storage;
if (page.dataset.surface)
  globalThis.early = [session.get(['seats', 'wanted']), local.get(['settings', 'spaces', 'domains'])];
