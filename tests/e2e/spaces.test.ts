import { describe, expect, test } from 'vitest';
import type { ExtensionApi, Json, Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { browserName, captured, portalPage, signInOn, useStage } from './stage';

interface Picture {
  owner: { space: string; user: number; profile: number };
  profiles: { id: number; current: boolean }[];
}

describe(`spaces and profiles in ${browserName}`, () => {
  const stage = useStage();
  let pageOfOurs: Tab;

  const picture = (space: string) =>
    stage.browser.background.evaluate(async (api, key) => {
      const found = await api.storage.session.get(key);
      return (found[key] ?? null) as never;
    }, `snapshot/${space}`) as Promise<Picture | null>;
  const keys = () =>
    stage.browser.background.evaluate(async api => [
      ...Object.keys(await api.storage.session.get(null)),
      ...Object.keys(await api.storage.local.get(null)),
    ]);
  /** Sends a message as a page of ours does. */
  const send = (name: string, request: Json) =>
    pageOfOurs.evaluate(
      async (name, request) => {
        const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
        return (browser ?? chrome)?.runtime.sendMessage({ name, request });
      },
      name,
      request,
    ) as Promise<{ ok: boolean; error?: { code: string } }>;

  test('a profile is switched by the documented call, for the portal too', async () => {
    await stage.signIn('ada');
    pageOfOurs = await stage.browser.newTab(`${stage.browser.origin}/options.html`);
    const before = await picture('acme');
    const other = before?.profiles.find(({ current }) => !current);
    if (!before || !other) throw new Error('Ada has two profiles');
    const mark = stage.portal.log.mark();
    expect(
      await send('switchProfile', { seat: 'acme', owner: before.owner, profile: other.id }),
    ).toMatchObject({
      ok: true,
    });
    expect((await picture('acme'))?.owner.profile).toBe(other.id);
    expect(stage.portal.currentProfile('ada', 'acme')).toBe(other.id);
    const puts = stage.portal.log.since(mark).filter(({ method }) => method === 'PUT');
    expect(puts.map(({ path }) => path)).toEqual(['/api/public/coworkers/profiles/current']);
  });

  test('a profile that is not the member’s is not asked for', async () => {
    const before = await picture('acme');
    const mark = stage.portal.log.mark();
    const reply = await send('switchProfile', { seat: 'acme', owner: before?.owner ?? null, profile: 1 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'otherProfile' } });
    expect(stage.portal.log.since(mark)).toEqual([]);
  });

  test('the portal’s own switch is heard, and the picture follows (F65)', async () => {
    const tab = await stage.browser.newTab(portalPage('acme'));
    const before = (await picture('acme'))?.owner.profile;
    await tab.click('#profileDropdown');
    await tab.click('[data-profile]');
    await until('the picture of the other profile', async () => {
      const now = (await picture('acme'))?.owner.profile;
      return now !== before && now === stage.portal.currentProfile('ada', 'acme');
    });
    await tab.close();
  });

  test('two spaces side by side: each picture is its own', async () => {
    const tab = await stage.browser.newTab(portalPage('kodama'));
    await signInOn(tab, stage.portal, 'haruka');
    await captured(stage, 'kodama');
    const [acme, kodama] = [await picture('acme'), await picture('kodama')];
    expect([acme?.owner.space, kodama?.owner.space]).toEqual(['acme', 'kodama']);
    expect(acme?.owner.profile).not.toBe(kodama?.owner.profile);
    const { menu } = await stage.browser.background.evaluate(
      async api => (await api.storage.session.get('menu')) as never,
    );
    expect(JSON.stringify(menu)).toContain('Email notifications · kodama');
    await tab.close();
  });

  test('forgetting a space leaves nothing of it, and the other one whole', async () => {
    await stage.browser.background.evaluate(api =>
      api.storage.session.set({
        'draft/kodama/1/2/Position': { base: 'a', value: 'b', at: Date.now(), by: 'x' },
      }),
    );
    await pageOfOurs.activate();
    await pageOfOurs.click('[data-space=kodama] [data-action=forget]');
    await pageOfOurs.click('[data-action=forget-yes]');
    await pageOfOurs.waitFor('the sentence', () =>
      document.querySelector('[data-part=status]')?.textContent?.includes('Forgot kodama'),
    );
    expect((await keys()).filter(key => key.includes('kodama'))).toEqual([]);
    expect(
      JSON.stringify(await stage.browser.background.evaluate(api => api.storage.local.get('spaces'))),
    ).not.toContain('kodama');
    expect((await picture('acme'))?.owner.space).toBe('acme');
  });
});
