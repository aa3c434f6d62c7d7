import { describe, expect } from 'vitest';
import { until } from '../browsers/waiting';
import type { Entry } from '../portal/log';
import { ask } from './ask';
import { count, plural, threat } from './report';
import { browserName, called, callingPage, useThreatStage } from './stage';
import { api, lookUp, useTokens } from './tokens';

describe(`tokens that come in numbers, apart and in private, in ${browserName}`, () => {
  const stage = useThreatStage();
  const { open, tokenFor, asked, stored, forgetAll, call, control } = useTokens(stage);

  threat('T08', 'a flood of tokens costs a look-up in five seconds, and the popup opens', async () => {
    await forgetAll();
    const first = tokenFor();
    await call('acme.nexudus.site', first);
    const lookUps = await stage.portal.log
      .until('the first look-up', entry => asked(first).includes(entry))
      .then(entry => [entry]);
    // Not what the popup's refresh asks, with the token that is good.
    const isOfFlood = ({ path, method, authorization }: Entry) =>
      path === lookUp && method === 'GET' && authorization?.startsWith('Bearer flood.');
    const many = count(200, 1_000);
    const tab = await open(
      'acme.nexudus.site',
      `<!doctype html><p>page</p><script>
globalThis.flood = (async () => {
  for (let n = 0; n < ${many}; n += 1) {
    fetch(${JSON.stringify(api)}, { headers: { authorization: 'Bearer flood.' + String(n).padStart(30, '0') } }).catch(() => {});
    if (n % 20 === 19) await new Promise(go => setTimeout(go, 200));
  }
  document.documentElement.dataset.called = 'yes';
})();
</script>`,
      '/flood',
    );
    // In the middle of it the popup opens and the background answers.
    const popup = await stage.browser.openPopup();
    // Refused at once, for that is no space.
    const reply = await ask(popup, 'connect', { space: 'no space' });
    expect(reply).toMatchObject({ ok: false });
    await popup.close();
    await tab.waitFor('the flood to be over', () => document.documentElement.dataset.called === 'yes');
    await stage.portal.log.until('a look-up of the flood', entry => Boolean(isOfFlood(entry)), 60_000);
    // One that was put off would come while nothing else does.
    await stage.portal.log.atRest(6_000);
    lookUps.push(...stage.portal.log.entries.filter(isOfFlood));
    const gaps = lookUps.slice(1).map(({ time }, at) => time - (lookUps[at]?.time ?? 0));
    const bytes = (await stored()).length;
    // The next look-up begins five seconds after the answer to the last one; clocks are read to the millisecond.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4_990);
    expect(bytes).toBeLessThan(65_536);
    await tab.close();
    return [
      plural(many, 'tokens'),
      `${lookUps.length} look-ups, each at least 5 s after the last, ${Math.round(bytes / 1024)} KB stored, the popup answered`,
    ];
  });

  threat('T42', 'private windows show no token', async () => {
    await forgetAll();
    const token = tokenFor();
    stage.portal.pages.set('acme.nexudus.site', '/private', callingPage([{ url: api, token }]));
    const tab = await stage.browser.newTab('https://acme.nexudus.site/private', { private: true });
    await called(tab);
    await control();
    expect(asked(token)).toEqual([]);
    expect(await tab.evaluate(() => document.querySelectorAll('[data-nametag]').length)).toBe(0);
    await tab.close();
    // The same page in an ordinary window.
    const same = await stage.browser.newTab('https://acme.nexudus.site/private');
    await stage.portal.log.until('our look-up', () => asked(token).length > 0);
    await same.close();
    return ['1 private window', '0 captures, 0 injections'];
  });

  threat('T43', 'two containers, two members: each has its own seat', async () => {
    // What the test before showed is looked after by now.
    await stage.portal.log.atRest();
    await forgetAll();
    const people = [
      ['ada', 1],
      ['grace', 2],
    ] as const;
    const seats: Record<string, string> = {};
    for (const [member, container] of people) {
      const token = stage.portal.issueToken(member, 'acme').access;
      stage.portal.pages.set('acme.nexudus.site', '/contained', callingPage([{ url: api, token }]));
      const tab = await stage.browser.newTab('https://acme.nexudus.site/contained', { container });
      await called(tab);
      seats[member] = `acme@firefox-container-${container}`;
    }
    const ownerIn = (seat = '') =>
      stage.browser.background.evaluate(async (api, key) => {
        const { [key]: kept } = await api.storage.session.get(key);
        return (kept as { owner: { user: number } } | undefined)?.owner.user ?? 0;
      }, `snapshot/${seat}`);
    for (const [member] of people) {
      await until(`${member} to be known in the container`, () => ownerIn(seats[member]));
      expect(await ownerIn(seats[member])).toBe(stage.portal.member(member).id);
    }
    expect(await ownerIn('acme')).toBe(0);
    // Each writes its own; a seat that is asked to write the other's refuses.
    const page = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
    const profile = (member: string) => stage.portal.currentProfile(member, 'acme');
    const save = (seat: string, member: string) =>
      ask(page, 'save', {
        seat: seats[seat] ?? '',
        owner: { space: 'acme', user: stage.portal.member(member).id, profile: profile(member) },
        saveId: `${seat} ${member}`,
        edits: {
          NickName: {
            base: String(stage.portal.record(profile(member)).NickName ?? ''),
            value: `Of ${seat} for ${member}`,
          },
        },
      });
    for (const member of ['ada', 'grace'])
      expect(await save(member, member)).toMatchObject({ saved: ['NickName'] });
    const mark = stage.portal.log.mark();
    expect(await save('ada', 'grace')).toMatchObject({ saved: [], problem: { code: 'otherProfile' } });
    expect(await save('grace', 'ada')).toMatchObject({ saved: [], problem: { code: 'otherProfile' } });
    expect(stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH')).toEqual([]);
    for (const member of ['ada', 'grace'])
      expect(stage.portal.record(profile(member)).NickName).toBe(`Of ${member} for ${member}`);
    await page.close();
    return ['2 containers, 2 members, 4 saves', '2 in their own profiles, 0 crossings'];
  });
});
