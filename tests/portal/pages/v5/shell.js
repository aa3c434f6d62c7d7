import { api } from './api.js';
import { config, here, href } from './config.js';
import { h, initials } from './dom.js';
import { bookings, sections } from './sections.js';
import { signOut } from './session.js';

const nav = [
  ['/', 'Home'],
  ['/bookings', 'Bookings'],
  ['/events', 'Events'],
  ['/community', 'Community'],
];

const current = path => (here() === path ? 'page' : undefined);

/** The frame of every page of a signed-in member: brand, navigation and the account menu. */
export function shell(session, content, go) {
  return [
    h(
      'header',
      { class: 'site-header' },
      h(
        'a',
        { class: 'brand', href: href('/') },
        h('span', { class: 'brand-mark', 'aria-hidden': 'true' }, initials(config.name)),
        config.name,
      ),
      h(
        'nav',
        { class: 'site-nav', 'aria-label': 'Main' },
        nav.map(([path, label]) => h('a', { href: href(path), 'aria-current': current(path) }, label)),
      ),
      accountMenu(session, go),
    ),
    h('main', { id: 'content', class: 'site-main' }, content),
    h('footer', { class: 'site-footer' }, `${config.name} · ${config.city}`),
  ];
}

function accountMenu({ me, profile, list }, go) {
  const others = list.Profiles.filter(({ Active, IsDefaultProfile }) => Active && !IsDefaultProfile);
  const switchTo = async id => {
    await api.switchProfile(id);
    go(here());
  };
  const leave = () => {
    signOut();
    go('/login');
  };
  const menu = h(
    'div',
    { class: 'dropdown-menu', 'aria-labelledby': 'profileDropdown', hidden: true },
    h('div', { class: 'dropdown-who' }, h('strong', {}, profile.FullName), h('span', {}, me.Email)),
    h('a', { class: 'dropdown-item', href: href('/user/profile/personal') }, 'My profile'),
    h('a', { class: 'dropdown-item', href: href('/user/profile/billing') }, 'Billing'),
    h('a', { class: 'dropdown-item', href: href('/user/profile/settings') }, 'Settings'),
    others.length > 0 && h('p', { class: 'dropdown-label' }, 'Switch profile'),
    others.map(({ Id, FullName }) =>
      h(
        'button',
        { class: 'dropdown-item', type: 'button', 'data-profile': Id, onclick: () => switchTo(Id) },
        FullName,
      ),
    ),
    h('button', { class: 'dropdown-item sign-out', type: 'button', onclick: leave }, 'Sign out'),
  );
  const button = h(
    'button',
    {
      id: 'profileDropdown',
      class: 'avatar',
      type: 'button',
      'aria-label': 'avatar',
      'aria-haspopup': 'true',
      'aria-expanded': 'false',
      onclick: () => toggle(menu.hidden),
    },
    initials(profile.FullName),
  );
  const toggle = open => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  return h('div', { class: 'account' }, button, menu);
}

/** A profile page: its own menu on the side and its form. */
export function profilePage(section, body) {
  const entries = [...sections.slice(0, 3), bookings, ...sections.slice(3)];
  return h(
    'div',
    { class: 'profile-page' },
    h(
      'nav',
      { class: 'section-menu', 'aria-label': 'Profile' },
      h(
        'ul',
        {},
        entries.map(({ path, title }) =>
          h(
            'li',
            {},
            h('a', { href: href(path), 'aria-current': section.path === path ? 'page' : undefined }, title),
          ),
        ),
      ),
    ),
    h(
      'section',
      { class: 'card profile-card' },
      h('h1', {}, section.title),
      h('p', { class: 'intro' }, section.intro ?? ''),
      body,
    ),
  );
}
