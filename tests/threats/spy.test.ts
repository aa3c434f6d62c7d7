import { describe, expect } from 'vitest';
import type { Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { listen } from '../e2e/heard';
import { names, requests } from './messages';
import { threat } from './report';
import { ask, spyExtension } from './spy/extension';
import { browserName, ours, useThreatStage } from './stage';

/** Asked for by the portal's page alone. */
const last = 'https://acme.spaces.nexudus.com/api/public/configuration?last';

interface Seen {
  url: string;
  tabId: number;
  from: string;
  bearer: string;
}

describe(`another extension, in ${browserName}`, () => {
  let tab: Tab;
  const stage = useThreatStage({
    launch: { others: [spyExtension()] },
    async begin() {
      tab = await stage.signIn('ada');
    },
  });
  const ourId = () =>
    browserName === 'chromium' ? new URL(stage.browser.origin).host : 'nametag@nametag.example';

  threat('T18', 'another extension is not answered', async () => {
    const messages = names.map(name => ({ name, request: requests[name] }));
    const mark = await stage.portal.log.atRest();
    const sent = await ask<string[]>(tab, 'send', { id: ourId(), messages });
    const connected = await ask<string[]>(tab, 'connect', { id: ourId(), messages });
    // By the browser, each of them: nobody is there who could answer.
    expect([...sent, ...connected]).toEqual([...messages, ...messages].map(() => 'refused'));
    expect(stage.portal.log.since(mark)).toEqual([]);
    // The spy can speak: to itself it gets an answer.
    expect(await ask<Seen[]>(tab, 'seen')).not.toEqual([]);
    return [`${messages.length} messages by sendMessage and connect`, '0 answers, 0 requests'];
  });

  threat('T19', 'what another extension with every site sees of our requests', async () => {
    const mark = stage.portal.log.mark();
    const before = (await ask<Seen[]>(tab, 'seen')).length;
    const popup = await stage.openEditor('professional');
    await popup.fill('#field-Position', 'Spied upon');
    await popup.click('[data-action=save]');
    await popup.waitFor('the save', () =>
      document.querySelector('[data-part=status]')?.textContent?.includes('Saved'),
    );
    await popup.close();
    // The spy sees requests in their order: what the page calls now is the last.
    await tab.evaluate(async url => void (await fetch(url).catch(() => {})), last);
    await until('the spy to see what the page called', async () =>
      (await ask<Seen[]>(tab, 'seen')).some(({ url }) => url === last),
    );
    const made = ours(stage, mark).filter(({ host }) => host.endsWith('.spaces.nexudus.com'));
    const seen = (await ask<Seen[]>(tab, 'seen')).slice(before);
    const ofOurs = seen.filter(({ tabId, url }) => tabId < 0 && url.includes('.spaces.nexudus.com'));
    expect(made.length).toBeGreaterThan(3);
    // The eye works: the portal's own requests are seen, with their token. That is not ours to prevent.
    const all = await ask<Seen[]>(tab, 'seen');
    expect(all.filter(({ bearer, tabId }) => bearer && tabId >= 0).length).toBeGreaterThan(0);
    const token = stage.portal.tokens({ member: 'ada' })[0]?.access ?? '-';
    expect(all.some(({ bearer }) => bearer.includes(token))).toBe(true);
    // Where a browser shows them, it is the same token that the spy has seen from the portal's page already.
    expect(
      ofOurs.every(
        ({ bearer }) =>
          bearer === '' || stage.portal.tokens({}).some(({ access }) => bearer.endsWith(access)),
      ),
    ).toBe(true);
    expect(ofOurs).toEqual([]);
    return [`${made.length} requests of ours, a spy with every site`, `${ofOurs.length} seen`];
  });

  threat('T20', 'shortcuts that another extension works on save nothing', async () => {
    await tab.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
    const [mark, tabs] = [stage.portal.log.mark(), (await stage.browser.tabs()).length];
    const heard = await listen(stage.browser);
    await tab.evaluate(() => void document.dispatchEvent(new CustomEvent('spy-tamper')));
    // A click by hand comes after all that the spy did, and is the first that is heard.
    const { x, y } = await tab.waitFor('the shortcut', () => {
      const host = [...document.querySelectorAll('[data-nametag]')].find(
        one => one.getBoundingClientRect().width > 0,
      );
      const box = host?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await tab.clickAt(x, y);
    await stage.browser.waitForPopup().then(popup => popup.close());
    expect(await heard()).toEqual(['openEditor']);
    const reached = await tab.evaluate(() => document.documentElement.dataset.spyReached ?? 'no');
    expect(stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH')).toEqual([]);
    expect((await stage.browser.tabs()).length).toBe(tabs);
    return [`clicks and rewrites (roots ${reached === 'yes' ? 'opened' : 'closed'})`, '0 PATCH, 0 editors'];
  });
});
