// Theme, language and direction of the last time, before the first paint; `entrypoints/editor/look.ts` keeps them.
try {
  const { lang, dir, theme } = JSON.parse(localStorage.getItem('look'));
  Object.assign(document.documentElement, { lang, dir });
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
