import { config } from './config.js';
import { refresh, signOut, token } from './session.js';

/** The member has to sign in again. */
export class SignedOut extends Error {}

const pause = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000));

/** One call of the API, on the space's own host, with the bearer. A read that is throttled waits its turn. */
async function call(method, path, body, again = true) {
  const bearer = token();
  const response = await fetch(config.api + path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.status === 401) {
    if (again && (await refresh(bearer))) return call(method, path, body, false);
    signOut();
    throw new SignedOut('Your session has ended.');
  }
  if ([409, 429].includes(response.status) && method === 'GET' && again) {
    await pause(Math.min(10, Number(response.headers.get('Retry-After')) || 2));
    return call(method, path, body, false);
  }
  const text = await response.text();
  try {
    return { status: response.status, json: text ? JSON.parse(text) : null };
  } catch {
    return { status: response.status, json: null };
  }
}

const get = async path => {
  const { status, json } = await call('GET', path);
  if (status >= 400) throw new Error(`The portal answered ${status}.`);
  return json;
};

const SHAPE =
  'User.Id,User.FullName,User.Email,DefaultBusiness.Id,DefaultBusiness.Name,Profiles.Id,Profiles.FullName,Profiles.Active,Profiles.IsDefaultProfile,Profiles.CoworkerType';

export const api = {
  business: () => get('/api/public/businesses/current'),
  me: async () => {
    const answer = await get('/login/me?');
    return answer.User ?? answer;
  },
  profile: () => get('/en/profile?_resource=Coworker'),
  profiles: () => get(`/api/public/coworkers/profiles?_shape=${SHAPE}`),
  directory: () => get('/api/public/coworkers/published?size=12'),
  countries: async () => (await (await fetch(`${config.api}/api/public/countries`)).json()).Countries,
  save: body => call('PATCH', '/api/public/coworker/profile', body),
  switchProfile: id => call('PUT', `/api/public/coworkers/profiles/current?coworkerId=${id}`),
};
