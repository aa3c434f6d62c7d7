/** What the server wrote into the shell: the space, its API, and how this portal is set up. */
export const config = JSON.parse(document.getElementById('config').textContent);

const asked = new URLSearchParams(location.search);
export const theme = asked.get('theme') ?? config.theme;
export const restyle = asked.get('restyle') ?? config.restyle;

/** The app lives under the space's name, and at the root of a custom domain. */
export const base = location.pathname.startsWith(`/${config.slug}`) ? `/${config.slug}` : config.base;
export const href = path => `${base}${path}`;
export const here = () => location.pathname.slice(base.length).replace(/\/+$/, '') || '/';
