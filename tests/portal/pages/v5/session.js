import { config } from './config.js';

const KEY = `portal.session.${config.slug}`;
let kept = null;

/** Where the token rests between two page loads, if anywhere. */
const shelves = {
  memory: { read: () => kept, write: () => {} },
  sessionStorage: { read: () => sessionStorage.getItem(KEY), write: text => put(sessionStorage, text) },
  localStorage: { read: () => localStorage.getItem(KEY), write: text => put(localStorage, text) },
};
const put = (storage, text) => (text === null ? storage.removeItem(KEY) : storage.setItem(KEY, text));
const shelf = shelves[config.tokenIn];

const read = () => {
  kept ??= shelf.read();
  return kept ? JSON.parse(kept) : null;
};

export const token = () => read()?.access_token;

export function signOut() {
  kept = null;
  shelf.write(null);
}

async function grant(form) {
  const response = await fetch(`${config.api}/api/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error_description ?? 'Sign in again.');
  kept = JSON.stringify(answer);
  shelf.write(kept);
}

export const signIn = (username, password) => grant({ grant_type: 'password', username, password });

let refreshing = null;

/** Replaces a token that was refused, once for all the calls that met it; false when the session is over. */
export async function refresh(refused) {
  if (token() !== refused) return token() !== undefined;
  const refresh_token = read()?.refresh_token;
  if (!refresh_token) return false;
  refreshing ??= grant({ grant_type: 'refresh_token', refresh_token })
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}
