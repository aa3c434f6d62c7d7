import { api } from './api.js';
import { config, href } from './config.js';
import { h, initials } from './dom.js';
import { signIn } from './session.js';

/** The sign-in page. */
export function signInPage(onDone) {
  const problem = h('p', { class: 'form-status', role: 'alert' });
  const field = (name, label, type, autocomplete) =>
    h(
      'div',
      { class: 'field wide' },
      h('label', { for: name }, label),
      h('input', { id: name, name, type, autocomplete, required: true }),
    );

  async function submit(event) {
    event.preventDefault();
    const { username, password } = event.target.elements;
    try {
      await signIn(username.value, password.value);
      onDone();
    } catch (error) {
      problem.textContent = error.message;
      problem.dataset.mood = 'bad';
    }
  }

  return h(
    'main',
    { class: 'sign-in' },
    h(
      'form',
      { class: 'card', id: 'sign-in', onsubmit: submit },
      h('span', { class: 'brand-mark', 'aria-hidden': 'true' }, initials(config.name)),
      h('h1', {}, config.name),
      h('p', { class: 'intro' }, config.tagline),
      field('username', 'E-mail', 'email', 'username'),
      field('password', 'Password', 'password', 'current-password'),
      h('button', { type: 'submit', class: 'button primary' }, 'Sign in'),
      problem,
    ),
  );
}

const card = (title, ...body) => h('section', { class: 'card' }, h('h2', {}, title), body);
const item = (title, note) => h('li', {}, h('strong', {}, title), h('span', {}, note));

/** The neutral first page of a member. */
export async function homePage({ me, profile }) {
  const first = profile.NickName || profile.FullName || me.FullName;
  return h(
    'div',
    { class: 'home' },
    h(
      'section',
      { class: 'welcome' },
      h('h1', {}, `Good to see you, ${first}`),
      h('p', { class: 'intro' }, config.tagline),
    ),
    h(
      'div',
      { class: 'home-grid' },
      card(
        'Your bookings',
        h(
          'ul',
          { class: 'plain' },
          item('Quiet desk 14', 'Today, 09:00 – 17:00'),
          item('Meeting room Birch', 'Thursday, 14:00 – 15:00'),
        ),
      ),
      card(
        'What’s on',
        h(
          'ul',
          { class: 'plain' },
          item('Friday lunch', 'Kitchen, 12:30'),
          item('Show and tell', 'Studio 2, 18:00'),
        ),
      ),
      card(
        'Your card',
        h(
          'p',
          { class: 'member-card' },
          h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(profile.FullName)),
          h(
            'span',
            {},
            h('strong', {}, profile.FullName),
            h('span', { 'data-shows': 'Position' }, profile.Position ?? 'No job title yet'),
          ),
        ),
        h('a', { href: href('/user/profile/directory') }, 'Edit your profile'),
      ),
    ),
  );
}

/** The directory. */
export async function communityPage() {
  const { Records } = await api.directory();
  return h(
    'div',
    { class: 'home' },
    h('h1', {}, 'Community'),
    h(
      'div',
      { class: 'home-grid' },
      Records.map(({ FullName, Position, ProfileTags }) =>
        h(
          'section',
          { class: 'card' },
          h('h2', {}, FullName),
          h('p', {}, Position ?? ''),
          h('p', { class: 'intro' }, ProfileTags ?? ''),
        ),
      ),
    ),
  );
}

export const plainPage = title =>
  h('div', { class: 'home' }, h('h1', {}, title), h('p', { class: 'intro' }, 'There is nothing here yet.'));
