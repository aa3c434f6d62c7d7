import { describe, expect } from 'vitest';
import type { ExtensionApi, Surface, Tab } from '../browsers/driver';
import { staysTrue } from '../browsers/waiting';
import { ready, showSection } from '../e2e/stage';
import { harm, nothing, showAll, watch } from './harm';
import { hostileReads, hostileRefusal } from './hostile';
import { badLinks, beacon, payloads } from './payloads';
import { count, plural, threat } from './report';
import { browserName, useThreatStage } from './stage';

const beaconHost = new URL(beacon).host;

describe(`a hostile API, in ${browserName}`, () => {
  const stage = useThreatStage({ begin: () => stage.signIn('ada').then(portal => portal.close()) });
  const seat = 'acme';

  const ask = (surface: Surface, name: string, request: Record<string, string>) =>
    surface.evaluate(
      async (name, request) => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
        return JSON.stringify((await (browser ?? chrome).runtime.sendMessage({ name, request })) ?? null);
      },
      name,
      request,
    );
  /** Requests for images that no site made: the page that shows what a payload can do is a site. */
  const imagesAsked = () =>
    stage.portal.log.entries.filter(
      ({ host, headers }) =>
        !headers.referer?.startsWith('https://') &&
        (host === beaconHost || headers['sec-fetch-dest'] === 'image'),
    );
  const open = (page: string): Promise<Tab> => stage.browser.newTab(`${stage.browser.origin}/${page}`);

  threat(
    'T25',
    'no text of the portal is ever run',
    async () => {
      expect([payloads.length, new Set(payloads).size]).toEqual([120, 120]);
      // The same payloads in a page without our policy and without Preact: most of them run. That is what the count can see.
      stage.portal.pages.set(
        'evil.nexudus.site',
        '/control',
        '<!doctype html><p>control</p><div id="into"></div>',
      );
      const control = await stage.browser.newTab('https://evil.nexudus.site/control');
      const ran = await control.evaluate(
        async payloads => {
          const kept = window as unknown as { hits: number };
          let ran = 0;
          for (const payload of payloads.slice(0, 80)) {
            kept.hits = 0;
            const frame = document.createElement('div');
            document.body.append(frame);
            frame.innerHTML = payload;
            for (const script of frame.querySelectorAll('script')) {
              const again = document.createElement('script');
              again.textContent = script.textContent;
              script.replaceWith(again);
            }
            // What a payload asks its site for is answered before what is asked for after it.
            for (let asked = 0; asked < 6 && !kept.hits; asked += 1)
              await fetch(location.href, { cache: 'no-store' });
            if (kept.hits) ran += 1;
            frame.remove();
          }
          return ran;
        },
        [...payloads],
      );
      expect(ran).toBeGreaterThan(40);
      await control.close();

      const surfaces: [name: string, surface: Surface][] = [
        ['editor', await open('editor.html')],
        ['side panel', await open('sidepanel.html')],
        ['options', await open('options.html')],
      ];
      for (const [name, surface] of surfaces) {
        if (name === 'options') continue;
        await ready(surface);
        await showAll(surface);
      }
      const rounds = count(3, payloads.length);
      const step = payloads.length / rounds;
      let shown = 0;
      let literal = 0;
      const places = new Set<string>();
      for (let round = 0; round < rounds; round += 1) {
        let turn = Math.floor(round * step);
        const expected: Record<string, string> = {};
        const given = new Map<string, string>();
        // The same at the same position all round: else every save would be a conflict.
        const make = (position: string) => {
          const payload = given.get(position) ?? payloads[turn++ % payloads.length] ?? '';
          given.set(position, payload);
          places.add(position.replace(/\[\d+\]/g, '[]'));
          if (position.startsWith('profile: ')) expected[position.slice(9)] = payload;
          return payload;
        };
        const reads = hostileReads(stage.portal, make);
        const popup = await stage.browser.openPopup();
        const all = [['popup', popup], ...surfaces] as [string, Surface][];
        for (const [, surface] of all) await watch(surface);
        await ask(popup, 'refresh', { seat });
        await popup.waitFor(
          'the hostile profile',
          wanted => (document.querySelector('#field-CityName') as HTMLInputElement | null)?.value === wanted,
          (expected.CityName ?? '').replace(/[\r\n]/g, ''),
        );
        await showAll(popup);
        // A refusal with hostile words at every field.
        hostileRefusal(stage.portal, make);
        await showSection(popup, 'personal');
        await popup.fill('#field-FullName', `Round ${round}`);
        await popup.press('Control+s');
        await popup.waitFor('the refusal', () =>
          document.querySelector('[data-part=status] [data-tone=bad]'),
        );
        await popup.click('[data-action=review]');
        await popup.waitFor('the review', () => document.querySelector('[data-part=review]'));
        for (const [name, surface] of all) {
          expect([name, payloads[Math.floor(round * step)], await harm(surface)]).toEqual([
            name,
            payloads[Math.floor(round * step)],
            nothing,
          ]);
          shown += places.size;
        }
        literal += await popup.evaluate(
          expected =>
            Object.entries(expected).filter(([name, payload]) => {
              const control = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(
                `#field-${name}`,
              );
              return control && control.tagName !== 'SELECT' && control.value === payload;
            }).length,
          expected,
        );
        reads.remove();
        stage.portal.faults.clear();
        await popup.evaluate(async () => {
          const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
          const { session } = (browser ?? chrome).storage;
          const drafts = Object.keys(await session.get(null)).filter(key => /^(draft|progress)\//.test(key));
          await session.remove(drafts);
        });
        await popup.close();
      }
      const menus = await stage.browser.background.evaluate(async api =>
        JSON.stringify(await api.storage.session.get('menu')),
      );
      expect(menus).not.toContain('hits');
      expect(literal).toBeGreaterThan(rounds * 12);
      expect(imagesAsked()).toEqual([]);
      return [
        `${payloads.length} payloads, ${places.size} positions, ${surfaces.length + 1} surfaces, ${rounds} rounds: ${plural(shown, 'checks')}`,
        `0 executions, 0 policy reports, ${literal} shown literally (${ran} of 80 run without our policy)`,
      ];
    },
    600_000,
  );

  threat('T30', 'no image is ever asked for', async () => {
    const images = payloads.filter(payload => payload.includes(beacon));
    const given = new Map<string, string>();
    const make = (position: string) => {
      const image = images[given.size % images.length] ?? '';
      given.set(position, image);
      return image;
    };
    const reads = hostileReads(stage.portal, make);
    const popup = await stage.browser.openPopup();
    await ask(popup, 'refresh', { seat });
    await popup.waitFor('the hostile profile', () =>
      document.querySelector<HTMLInputElement>('#field-CityName')?.value.includes('beacon.nexudus.site'),
    );
    await showAll(popup);
    await popup.close();
    reads.remove();
    // The eye works: a page that shows the same asks for them.
    stage.portal.pages.set('evil.nexudus.site', '/control', `<!doctype html>${images.join('')}`);
    const control = await stage.browser.newTab('https://evil.nexudus.site/control');
    const byControl = await stage.portal.log.until('the control’s image', ({ host }) => host === beaconHost);
    await control.close();
    expect(byControl.headers.referer).toContain('evil.nexudus.site');
    expect(imagesAsked()).toEqual([]);
    return [`image addresses at ${given.size} positions`, '0 image requests (the control page asks)'];
  });

  threat('T26', 'what is no text is locked, not rendered', async () => {
    const nodes: readonly unknown[] = [
      {
        type: 'img',
        props: { src: 'x', onerror: 'hits=1' },
        key: null,
        ref: null,
        __k: null,
        __: null,
        __b: 0,
        __v: 1,
      },
      { $$typeof: 'Symbol(react.element)', type: 'script', props: { children: 'hits=1' } },
      [{ type: 'b', props: { dangerouslySetInnerHTML: { __html: '<img src=x onerror=hits=1>' } } }],
      12,
      true,
      Object.fromEntries(['toString', 'toJSON', 'then', 'valueOf', 'constructor'].map(name => [name, 'x'])),
    ];
    let locked = 0;
    for (const node of nodes) {
      const reads = hostileReads(stage.portal, position => (position.includes('WebAddress') ? 'acme' : node));
      const popup = await stage.browser.openPopup();
      await watch(popup);
      await ask(popup, 'refresh', { seat });
      await popup.waitFor(
        'locked rows',
        () => document.querySelectorAll('[data-row][data-locked]').length > 5,
      );
      expect(await harm(popup)).toEqual(nothing);
      locked += await popup.evaluate(() => document.querySelectorAll('[data-row][data-locked]').length);
      await popup.close();
      reads.remove();
    }
    return [
      `${nodes.length} values that are no text × every position`,
      `0 rendered, 0 crashes, ${locked} rows locked`,
    ];
  });

  threat('T29', 'only web addresses become links', async () => {
    let links = 0;
    const popup = await stage.openEditor('professional');
    await watch(popup);
    const before = (await stage.browser.tabs()).length;
    for (const address of badLinks) {
      await popup.evaluate(async address => {
        for (const name of ['ProfileWebsite', 'Linkedin']) {
          const field = document.querySelector<HTMLInputElement>(`#field-${name}`);
          if (!field) continue;
          field.value = address;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }
        // What comes of it is drawn in the next frame.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      }, address);
      const found = await popup.evaluate(() => {
        const all = [
          ...document.querySelectorAll<HTMLAnchorElement>('[data-section=professional] a, [data-row] a'),
        ];
        const bad = all.filter(
          ({ href, rel }) => !/^https?:\/\//.test(href) || rel !== 'noopener noreferrer',
        );
        for (const link of all) if (!/^https?:\/\//.test(link.href)) link.click();
        return { all: all.length, bad: bad.map(({ href }) => href) };
      });
      links += found.all;
      expect([address, found.bad]).toEqual([address, []]);
    }
    expect(await harm(popup)).toEqual(nothing);
    expect((await stage.browser.tabs()).length).toBe(before);
    // A good one does become a link.
    await popup.fill('#field-ProfileWebsite', 'https://ada.example.com/');
    await popup.waitFor('the link', () => document.querySelector('a[href="https://ada.example.com/"]'));
    await popup.click('[data-action=discard]').catch(() => {});
    await popup.close();

    // The same in the bio, as links, images and bare addresses of Markdown.
    const profile = stage.portal.currentProfile('ada', 'acme');
    const { ProfileSummary: bio = null } = stage.portal.record(profile);
    const lines = badLinks.map(
      address => `- [a](${address}) [b](<${address}>) ![c](${address}) <${address}>`,
    );
    stage.portal.set(profile, {
      ProfileSummary: ['[good](https://ada.example.com/bio)', ...lines].join('\n\n'),
    });
    const page = await open('editor.html');
    await ready(page);
    await watch(page);
    await ask(page, 'refresh', { seat });
    await showAll(page);
    const inBio = await page.waitFor('the good link', () => {
      const all = [...document.querySelectorAll<HTMLAnchorElement>('[data-part=bio-preview] a')];
      return all.some(({ href }) => href === 'https://ada.example.com/bio') ? all.length : 0;
    });
    expect(await harm(page)).toEqual(nothing);
    stage.portal.set(profile, { ProfileSummary: bio });
    await page.close();
    return [
      `${badLinks.length} addresses × 2 fields, clicked, and × 4 ways in the bio`,
      `0 executions, 0 other schemes (${links + inBio} web links)`,
    ];
  });

  threat('T33', 'a bearer inside an answer goes nowhere', async () => {
    stage.portal.switches.leakToken = true;
    const mark = stage.portal.log.mark();
    const popup = await stage.openEditor();
    await ask(popup, 'refresh', { seat });
    const leaked = stage.portal.log
      .since(mark)
      .filter(({ path }) => path === '/api/public/coworkers/profiles');
    expect(leaked.length).toBeGreaterThan(0);
    const stored = await stage.browser.background.evaluate(async api => {
      const { 'token/acme': _, ...rest } = await api.storage.session.get(null);
      return JSON.stringify([rest, await api.storage.local.get(null)]);
    });
    const shown = await popup.evaluate(() => document.documentElement.outerHTML);
    for (const { access } of stage.portal.tokens({})) expect(stored + shown).not.toContain(access);
    stage.portal.switches.leakToken = false;
    await popup.close();
    return ['a bearer in User.AccessToken', '0 hits in storage and document'];
  });

  threat('T35b', 'another member’s data is not shown and not saved', async () => {
    const grace = stage.portal.currentProfile('grace', 'acme');
    const popup = await stage.openEditor('professional');
    const mark = stage.portal.log.mark();
    const mixUp = stage.portal.faults.add({
      match: { method: 'GET', path: '/en/profile' },
      times: Number.POSITIVE_INFINITY,
      change: json => ({ ...(json as object), Id: grace, FullName: 'Grace Hopper', CityName: 'Grace-City' }),
    });
    await ask(popup, 'refresh', { seat });
    await popup.fill('#field-Position', 'Mixed-up');
    await popup.press('Control+s');
    await popup.waitFor('the save to be refused', () =>
      document.querySelector('[data-part=status] [data-tone=bad]'),
    );
    const text = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value).join(' '),
    );
    expect(text).not.toContain('Grace-City');
    expect(text).toContain('Mixed-up');
    await staysTrue(
      'nothing is written',
      () => !stage.portal.log.since(mark).some(({ method }) => method === 'PATCH'),
    );
    mixUp.remove();
    await popup.close();
    return ['1 read with the Id of another', '0 shown, 0 PATCH, the draft is kept'];
  });
});
