import type { Tab } from '../browsers/driver';
import type { Stage } from '../e2e/stage';
import { called, callingPage, restart } from './stage';

/** What a page calls that has a token: an API of the space. */
export const api = 'https://acme.spaces.nexudus.com/api/public/configuration';
/** The look-up of an identity: made by us for every token that was captured, and by nobody else here. */
export const lookUp = '/api/public/coworkers/profiles';
/** Tokens that pages show, and what becomes of them. */
export function useTokens(stage: Stage) {
  async function open(host: string, html: string, path = '/threat'): Promise<Tab> {
    stage.portal.pages.set(host, path, html);
    return stage.browser.newTab(`https://${host}${path}`);
  }
  return {
    open,
    tokenFor: () => stage.portal.issueToken('ada', 'acme').access,
    /** The look-ups that were made with a token. */
    asked: (token: string) =>
      stage.portal.log.entries.filter(entry => entry.path === lookUp && entry.authorization?.endsWith(token)),
    stored: () =>
      stage.browser.background.evaluate(async api => JSON.stringify(await api.storage.session.get(null))),
    /**
     * A background that remembers nothing: no earlier token makes it wait. It runs again: which token is taken is the matter here, and a
     * page shows each only once, which Chromium may lose in the moment in which a worker ends.
     */
    async forgetAll() {
      await stage.browser.background.evaluate(api => api.storage.session.clear());
      await restart(stage);
      await stage.browser.background.evaluate(() => null);
    },
    /** A page of that host calls the API with the token. */
    async call(host: string, token: string, path?: string) {
      const tab = await open(host, callingPage([{ url: api, token }]), path);
      await called(tab);
      await tab.close();
    },
    /**
     * The portal's own page shows a token after all others. The background hears of requests in their order and asks about the first
     * token that it takes at once: so when this one is asked about, and no other was, none was taken.
     */
    async control() {
      const token = stage.portal.issueToken('ada', 'acme').access;
      const tab = await open('acme.nexudus.site', callingPage([{ url: api, token }]), '/control');
      await stage.portal.log.until(
        'the look-up of the portal’s own token',
        entry => entry.path === lookUp && Boolean(entry.authorization?.endsWith(token)),
      );
      await tab.close();
    },
    until: (token: string) =>
      stage.portal.log.until(
        'the call',
        entry => !!entry.authorization?.endsWith(token) && entry.method === 'GET',
      ),
  };
}
