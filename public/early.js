try {
  const { lang, dir, theme } = JSON.parse(localStorage.look);
  const page = document.documentElement;
  Object.assign(page, { lang, dir });
  if (theme) page.dataset.theme = theme;
} catch {}
