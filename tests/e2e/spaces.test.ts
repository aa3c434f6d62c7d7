import { beforeEach, describe, expect, test } from 'vitest';
import type { ExtensionApi, Json, Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { browserName, says, showSection, useStage } from './stage';

interface Picture {
  owner: { space: string; user: number; profile: number };
  profiles: { id: number; current: boolean }[];
}

/** Mira has a profile at acme, and two at the space that she is met in first. */
const home = 'atelier-nord';

describe(`spaces and profiles in ${browserName}`, () => {
  let pageOfOurs: Tab;
  let atHome: Tab;
  let atAcme: Tab;
  const stage = useStage({
    async begin() {
      atHome = await stage.signIn('mira', home);
      atAcme = await stage.signIn('mira', 'acme');
    },
  });
  beforeEach(async () => {
    pageOfOurs = await stage.browser.newTab(`${stage.browser.origin}/options.html`);
  });

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
    const before = await picture(home);
    const other = before?.profiles.find(({ current }) => !current);
    if (!before || !other) throw new Error('Mira has two profiles');
    const mark = stage.portal.log.mark();
    expect(await send('switchProfile', { seat: home, owner: before.owner, profile: other.id })).toMatchObject(
      {
        ok: true,
      },
    );
    expect((await picture(home))?.owner.profile).toBe(other.id);
    expect(stage.portal.currentProfile('mira', home)).toBe(other.id);
    const puts = stage.portal.log.since(mark).filter(({ method }) => method === 'PUT');
    expect(puts.map(({ path }) => path)).toEqual(['/api/public/coworkers/profiles/current']);
  });

  test('a profile that is not the member’s is not asked for', async () => {
    const before = await picture(home);
    const mark = await stage.portal.log.atRest();
    const reply = await send('switchProfile', { seat: home, owner: before?.owner ?? null, profile: 1 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'otherProfile' } });
    expect(stage.portal.log.since(mark)).toEqual([]);
  });

  test('the portal’s own switch is heard, and the picture follows (F65)', async () => {
    const before = (await picture(home))?.owner.profile;
    await atHome.reload();
    await atHome.click('#profileDropdown');
    await atHome.click('[data-profile]');
    await until('the picture of the other profile', async () => {
      const now = (await picture(home))?.owner.profile;
      return now !== before && now === stage.portal.currentProfile('mira', home);
    });
  });

  test('two spaces side by side: each picture is its own', async () => {
    const pictures = [await picture(home), await picture('acme')];
    expect(pictures.map(one => one?.owner.space)).toEqual([home, 'acme']);
    expect(pictures[0]?.owner.profile).not.toBe(pictures[1]?.owner.profile);
  });

  test('three profiles, both tabs open, tokens in between: every edit reaches only its own', async () => {
    const position = (profile: number) => stage.portal.record(profile).Position;
    const rounds = [
      { tab: atAcme, other: atHome, space: 'acme', value: 'Printer' },
      { tab: atHome, other: atAcme, space: home, value: 'Binder' },
      { tab: atAcme, other: atHome, space: 'acme', value: 'Typesetter' },
      { tab: atHome, other: atAcme, space: home, value: 'Publisher', switched: true },
    ];
    const mark = stage.portal.log.mark();
    const expected: { host: string; profile?: number; json: Json }[] = [];
    const last = new Map<number, string>();
    for (const { tab, other, space, value, switched } of rounds) {
      await tab.activate();
      const popup = await stage.openEditor('professional');
      if (switched) {
        const before = stage.portal.currentProfile('mira', space);
        await popup.click('[data-action=owner-menu]');
        await popup.click('[data-action=profile]:not([aria-current])');
        await until('the other profile', async () => (await picture(space))?.owner.profile !== before);
        await showSection(popup, 'professional');
      }
      await popup.fill('#field-Position', value);
      // A new token of the same space and one of the other come in the middle of the edit.
      await Promise.all([tab.reload(), other.reload()]);
      await popup.click('[data-action=save]');
      await says(popup, 'Saved');
      await popup.close();
      const profile = stage.portal.currentProfile('mira', space);
      last.set(profile, value);
      expected.push({ host: `${space}.spaces.nexudus.com`, profile, json: { Position: value } });
    }
    const patches = stage.portal.log.since(mark).filter(({ method }) => method === 'PATCH');
    expect(patches.map(({ host, profile, json }) => ({ host, profile, json }))).toEqual(expected);
    expect(last.size).toBe(3);
    for (const [profile, value] of last) expect(position(profile)).toBe(value);
  });

  test('forgetting a space leaves nothing of it, and the other one whole', async () => {
    await stage.browser.background.evaluate(api =>
      api.storage.session.set({
        'draft/acme/1/2/Position': { base: 'a', value: 'b', at: Date.now(), by: 'x' },
      }),
    );
    await pageOfOurs.click('[data-space=acme] [data-action=forget]');
    await pageOfOurs.click('[data-action=forget-yes]');
    await pageOfOurs.waitFor('the sentence', () =>
      document.querySelector('[data-part=status]')?.textContent?.includes('Forgot acme'),
    );
    expect((await keys()).filter(key => key.includes('acme'))).toEqual([]);
    expect(
      JSON.stringify(await stage.browser.background.evaluate(api => api.storage.local.get('spaces'))),
    ).not.toContain('acme');
    expect((await picture(home))?.owner.space).toBe(home);
  });
});
