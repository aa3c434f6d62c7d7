import { api, SignedOut } from './api.js';
import { base, here, href, theme } from './config.js';
import { h } from './dom.js';
import { profileForm } from './form.js';
import { applyRestyle } from './restyle.js';
import { bookings, sectionAt } from './sections.js';
import { token } from './session.js';
import { profilePage, shell } from './shell.js';
import { communityPage, homePage, plainPage, signInPage } from './views.js';

const root = document.getElementById('root');
document.documentElement.dataset.theme = theme;

let countries;
/** Counts the pages: the answer for one that was left meanwhile is not shown. */
let visit = 0;

const load = async () => {
  const [business, me, profile, list] = await Promise.all([
    api.business(),
    api.me(),
    api.profile(),
    api.profiles(),
  ]);
  return { business, me, profile, list };
};

async function profileBody(section, session) {
  if (section === bookings) return plainPage('Nothing to set');
  if (section.fields.some(({ kind }) => kind === 'country')) countries ??= await api.countries();
  const both = { ...session.profile, ...session.me, FullName: session.profile.FullName };
  return profileForm(section, both, { countries }, () => {});
}

async function pageFor(path, session) {
  if (path === '/') return homePage(session);
  if (path === '/community') return communityPage();
  const section = path === bookings.path ? bookings : sectionAt(path);
  if (section) return profilePage(section, await profileBody(section, session));
  return plainPage(path.split('/').pop());
}

/** Shows a path without loading the document again; each visit reads the API anew. */
async function go(path, push = true) {
  const search = push ? '' : location.search;
  const target = path === '/user/profile/settings' ? bookings.path : path;
  if (push && target !== here()) history.pushState(null, '', href(target));
  else if (target !== path) history.replaceState(null, '', href(target) + search);
  await show();
}

async function show() {
  const mine = ++visit;
  const path = here();
  if (!token()) return paint([signInPage(() => go(path === '/login' ? '/' : path))]);
  if (path === '/login') return go('/');
  try {
    const session = await load();
    const page = await pageFor(path, session);
    if (mine === visit) paint(shell(session, page, go));
  } catch (error) {
    if (mine !== visit) return;
    if (error instanceof SignedOut) return paint([signInPage(() => go(path))]);
    paint([h('p', { class: 'broken' }, error.message)]);
  }
}

function paint(nodes) {
  root.replaceChildren(...nodes);
  root.dataset.ready = here();
  applyRestyle(root);
}

document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.origin !== location.origin || !link.pathname.startsWith(base)) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(link.pathname.slice(base.length).replace(/\/+$/, '') || '/');
});
addEventListener('popstate', () => go(here(), false));
go(here(), false);
