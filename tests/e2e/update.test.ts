import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { until, within } from '../browsers/waiting';
import { changedBuild } from '../threats/builds';
import { browserName, captured, says, showSection, signInOn, useStage } from './stage';

const host = 'members.example.com';

/** An update while the browser runs, with a draft, a bound domain and a history there. */
describe(`an update in ${browserName}`, () => {
  // The portal's own domain is granted by the manifest: only a display could answer the browser's question.
  const extension = changedBuild(manifest => ({
    ...manifest,
    host_permissions: [...manifest.host_permissions, `https://${host}/*`],
  }));
  const stage = useStage({
    launch: { extension, hosts: [host] },
    restarts: true,
    begin: () => stage.signIn('ada'),
  });

  const background = () => stage.browser.background;
  const version = () => background().evaluate(api => api.runtime.getManifest().version);
  const scripts = () =>
    background().evaluate(async api =>
      (await api.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
    );
  const addresses = async () => Promise.all((await stage.browser.tabs()).map(tab => tab.url()));
  const isWelcome = (url: string) => url.endsWith('/welcome.html');

  // One story: an update costs a browser, and nothing that it keeps is kept without it.
  test('is taken over without a welcome, and keeps the bound domain, the draft and the history', async () => {
    await background().evaluate(
      (api, origin) => api.storage.local.set({ domains: { [origin]: 'acme' } }),
      `https://${host}`,
    );
    // The next start finds the domain.
    await background().stop();
    await until('the domain to be bound', async () => (await scripts()).includes(`https://${host}/*`));
    const before = await stage.openEditor('personal');
    await before.fill('#field-NickName', 'Countess');
    await before.click('[data-action=save]');
    await says(before, 'Saved');
    await showSection(before, 'professional');
    await before.fill('#field-Position', 'Head of Engines');
    await before.close();

    expect((await addresses()).filter(isWelcome)).toHaveLength(1);
    const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
    writeFileSync(join(extension, 'manifest.json'), JSON.stringify({ ...manifest, version: '1.0.99' }));
    await stage.browser.update();
    // The one that is asked may end before it answers.
    const isNew = async () => (await within('an answer', version(), 2_000)) === '1.0.99';
    await until('the new version to run', isNew);
    // The one of the installation went with the version that it was of.
    expect((await addresses()).filter(isWelcome)).toEqual([]);
    expect(await background().evaluate(api => api.storage.local.get('shape'))).toEqual({ shape: 1 });

    // The bound domain: its shortcut is there, and its tokens count.
    await until('its script', async () => (await scripts()).join() === `https://${host}/*`);
    const tab = await stage.browser.newTab(`https://${host}/user/profile/personal`);
    await signInOn(tab, stage.portal, 'ada');
    await tab.waitFor('the shortcut', () => document.querySelector('[data-nametag]'));
    await captured(stage, 'acme');
    await tab.close();

    // The draft is there, and can be saved.
    let popup = await stage.openEditor('professional');
    const shown = () => (document.querySelector('#field-Position') as HTMLInputElement).value;
    expect(await popup.evaluate(shown)).toBe('Head of Engines');
    await popup.click('[data-action=save]');
    await says(popup, 'Saved');
    const held = () => {
      const { Position, NickName } = stage.portal.record(stage.portal.currentProfile('ada', 'acme'));
      return [Position, NickName];
    };
    expect(held()).toEqual(['Head of Engines', 'Countess']);
    await popup.close();

    // The history is there: what was saved before can be undone.
    popup = await stage.openEditor();
    await popup.click('[data-action=owner-menu]');
    await popup.click('[data-action=history]');
    await popup.click('[data-save=NickName] [data-action=undo-save]');
    await until('the portal to have the old name', () => held().join() === 'Head of Engines,Ada');
    await popup.close();
  });
});
