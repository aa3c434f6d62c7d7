import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Browser, BrowserName, Surface, Tab } from '../browsers/driver';
import { toolbarButton } from '../browsers/hand';
import { aim, choose, enter } from '../browsers/inside';
import { launch } from '../browsers/launch';
import { probeExtension, probeSite } from '../browsers/probe';
import { scratch } from '../browsers/scratch';
import { useShared } from '../browsers/shared';
import { leaveTraces } from '../browsers/traces';
import { until } from '../browsers/waiting';

const name = (process.env.BROWSER ?? 'chromium') as BrowserName;

describe(`the ${name} driver`, () => {
  let site: Awaited<ReturnType<typeof probeSite>>;
  let browser: Browser;
  let tab: Tab;
  const extension = probeExtension(name);
  const launchProbe = (more = {}) =>
    launch(name, { extension, port: site.port, authority: site.authority, ...more });

  const page = 'https://acme.nexudus.site/profile';
  useShared({
    async open() {
      site = await probeSite();
      browser = await launchProbe();
      tab = await browser.newTab(page);
    },
    async reset() {
      for (const surface of await browser.surfaces()) if (surface !== tab) await surface.close();
      await browser.setOffline(false);
      await browser.emulate({});
      await browser.background.evaluate(async api => {
        await api.storage.local.clear();
        await api.storage.session.clear();
      });
      await tab.goto(page);
      return true;
    },
    async close(isSpoilt) {
      await (isSpoilt ? browser?.kill() : browser?.close());
      site?.close();
    },
  });

  const ready = () => document.body.dataset.ready === 'yes';
  interface Heard {
    type: string;
    key: string;
    trusted: boolean;
    target: string;
    control: boolean;
  }
  const heard = (popup: Surface) =>
    popup.evaluate(() => JSON.parse(document.body.dataset.events ?? '[]') as Heard[]);

  it('reaches the portal by its production names, with its certificate trusted', async () => {
    await tab.waitFor('the page to fetch from the API', ready);
    expect(await tab.url()).toBe(page);
    expect(await tab.evaluate(() => document.documentElement.dataset.probe)).toBe('here');
  });

  it('refuses a certificate of another signer', async () => {
    await expect(browser.newTab('https://bad.nexudus.site/')).rejects.toThrow();
  });

  it('finds no other host', async () => {
    await expect(tab.evaluate(() => fetch('https://example.net/').then(() => 'reached'))).rejects.toThrow();
    await expect(
      tab.evaluate(() => fetch('http://example.org/', { mode: 'no-cors' }).then(() => 'reached')),
    ).rejects.toThrow();
  });

  it('evaluates with arguments, waits for promises and hands errors back', async () => {
    const sum = (a: number, b: { c: number[] }) => Promise.resolve(a + b.c.length);
    expect(await tab.evaluate(sum, 2, { c: [1, 2, 3] })).toBe(5);
    expect(await tab.evaluate(() => undefined)).toBeUndefined();
    await expect(
      tab.evaluate(() => {
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
  });

  it('clicks and types in a page with trusted events', async () => {
    await tab.click('#call');
    expect(await tab.text('#answer')).toBe('trusted click');
    await tab.fill('#field', 'Ada');
    expect(await tab.evaluate(() => document.querySelector<HTMLInputElement>('#field')?.value)).toBe('Ada');
  });

  it('opens the real popup and uses it as a person does', async () => {
    const popup = await browser.openPopup();
    await popup.click('#ok');
    expect(await popup.text('#said')).toBe('clicked');
    await popup.fill('#name', 'Zoë محمد 😀');
    await popup.type('!');
    await popup.fill('#bio', 'x');
    await popup.fill('#bio', 'two\nlines');
    await popup.select('#country', '2');
    expect(
      await popup.evaluate(() =>
        ['name', 'bio', 'country'].map(id => (document.getElementById(id) as HTMLInputElement).value),
      ),
    ).toEqual(['Zoë محمد 😀!', 'two\nlines', '2']);
    await popup.fill('#name', '');
    expect(await popup.evaluate(() => document.querySelector<HTMLInputElement>('#name')?.value)).toBe('');
    await popup.press('Control+s');
    expect(await popup.text('#said')).toBe('saved');

    const events = await heard(popup);
    expect(
      events.some(({ type, key, target }) => type === 'keydown' && key === 'Z' && target === 'name'),
    ).toBe(true);
    expect(events.filter(({ trusted, target }) => !trusted && target !== 'country')).toEqual([]);
    await popup.press('Tab');
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('bio');
    await popup.press('Shift+Tab');
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('name');
    await popup.close();
    expect(popup.closed).toBe(true);
  });

  it('fills ten thousand characters without ten thousand strokes', async () => {
    const popup = await browser.openPopup();
    const bio = 'Grüße, ".\n'.repeat(1000);
    await popup.fill('#bio', bio);
    expect(await popup.evaluate(() => (document.getElementById('bio') as HTMLTextAreaElement).value)).toBe(
      bio,
    );
    // The last character alone, so that the page hears of a key.
    const strokes = (await heard(popup)).filter(({ type, target }) => type === 'keydown' && target === 'bio');
    expect(strokes.map(({ key }) => key)).toEqual(['Enter']);
  });

  it('replaces a popup that is open, scrolls to what it clicks, and sees the popup close', async () => {
    const first = await browser.openPopup();
    const second = await browser.openPopup();
    expect(first.closed).toBe(true);
    await second.click('#far');
    expect((await heard(second)).at(-1)).toMatchObject({ type: 'click', target: 'far', trusted: true });
    await second.click('#close');
    await until('the popup to close itself', () => second.closed);
    await expect(second.evaluate(() => 1)).rejects.toThrow();
  });

  it('loses the popup to a click into the page', async () => {
    const popup = await browser.openPopup();
    await tab.click('#call');
    await until('the popup to close', () => popup.closed);
  });

  it('loses the popup to Escape', async () => {
    const popup = await browser.openPopup();
    await popup.press('Escape');
    await until('the popup to close', () => popup.closed);
  });

  it('knows why something cannot be clicked or filled', async () => {
    const popup = await browser.openPopup();
    expect(await popup.evaluate(aim, '#off')).toEqual({ not: 'it is disabled' });
    expect(await popup.evaluate(aim, '#none')).toEqual({ not: 'there is no such element' });
    expect(await popup.evaluate(enter, '#locked')).toBe('it is locked');
    expect(await popup.evaluate(choose, '#country', '3')).toBe('it offers only "1", "2"');
    await popup.close();
  });

  it('asks the background, stops it, and finds it started again by a request', async () => {
    const boot = () => browser.background.evaluate(() => (globalThis as { boot?: number }).boot);
    const first = await boot();
    expect(first).toBeGreaterThan(0);
    await browser.background.evaluate(api => api.storage.session.clear());
    await browser.background.stop();
    expect(await browser.background.running()).toBe(false);
    await tab.reload();
    await tab.waitFor('the page to fetch again', ready);
    await until('the background to run', () => browser.background.running());
    await until('the token to be captured', async () => {
      const { token } = await browser.background.evaluate(api => api.storage.session.get('token'));
      return token === 'Bearer abc';
    });
    expect(await boot()).not.toBe(first);
    await browser.background.stop();
    expect(await browser.background.evaluate((api, key) => api.runtime.id.length > 0 && key, 'woken')).toBe(
      'woken',
    );
  });

  it('opens pages of the extension in tabs, and knows its tabs', async () => {
    const before = (await browser.tabs()).length;
    const page = await browser.newTab(`${browser.origin}/popup.html`);
    expect(await page.evaluate(() => document.title)).toBe('Probe');
    expect((await browser.tabs()).length).toBe(before + 1);
    await page.fill('#name', 'In a tab');
    await tab.activate();
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
    await page.close();
    expect(page.closed).toBe(true);
    await expect(tab.goto('https://nobody.invalid/')).rejects.toThrow();
    await tab.goto('https://acme.nexudus.site/profile#there');
    expect(await tab.evaluate(() => location.hash)).toBe('#there');
  });

  it('takes the network away from pages and background, and tells the popup', async () => {
    const popup = await browser.openPopup();
    const online = () => navigator.onLine;
    const reached = () =>
      fetch('https://acme.spaces.nexudus.com/hello').then(
        () => true,
        () => false,
      );
    const everywhere = async () => [
      await tab.evaluate(online),
      await tab.evaluate(reached),
      await popup.evaluate(online),
      await browser.background.evaluate(online),
      await browser.background.evaluate(reached),
    ];
    await browser.setOffline(true);
    expect(await everywhere()).toEqual([false, false, false, false, false]);
    await browser.background.stop();
    expect(await browser.background.evaluate(reached)).toBe(false);
    await browser.setOffline(false);
    expect(await everywhere()).toEqual([true, true, true, true, true]);
    await popup.close();
  });

  it('shows the preferred theme and takes pictures', async () => {
    const dark = () => matchMedia('(prefers-color-scheme: dark)').matches;
    const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
    const forced = () => matchMedia('(forced-colors: active)').matches;
    await browser.emulate({ theme: 'dark', reducedMotion: true });
    const popup = await browser.openPopup();
    for (const place of [tab, popup]) {
      await place.waitFor('dark', dark);
      await place.waitFor('calm', calm);
    }
    const folder = scratch('pictures');
    await popup.screenshot(join(folder, 'deep', 'popup.png'));
    await tab.screenshot(join(folder, 'tab.png'));
    expect(readFileSync(join(folder, 'deep', 'popup.png')).length).toBeGreaterThan(1000);
    expect(readFileSync(join(folder, 'tab.png')).subarray(1, 4).toString()).toBe('PNG');
    await popup.close();
    // By themselves: forced colours decide over light and dark.
    await browser.emulate({ forcedColors: true });
    await tab.waitFor('forced colours', forced);
    await browser.emulate({ theme: 'light' });
    await tab.waitFor('light', () => matchMedia('(prefers-color-scheme: light)').matches);
    await browser.resize(700, 600);
    await tab.waitFor('a smaller window', () => window.outerWidth === 700);
  });

  it.runIf(name === 'firefox')('reads and clicks native menus, and answers questions', async () => {
    const ticked = () => browser.background.evaluate(api => api.storage.local.get());
    for (const [place, path] of [
      [{ tab, selector: 'h1' }, ['Yardstick']],
      ['button', []],
    ] as const) {
      const first = await browser.menu(place);
      expect(await first.items(...path)).toContainEqual({ label: 'Tick', checked: false, disabled: false });
      await first.choose(...path, 'Tick');
      const second = await browser.menu(place);
      expect(await second.items(...path)).toContainEqual({ label: 'Tick', checked: true, disabled: false });
      await second.close();
    }
    await until('both clicks to arrive', async () => Object.keys(await ticked()).length === 2);
    expect(await ticked()).toEqual({ 'page-tick': true, 'action-tick': true });

    const popup = await browser.openPopup();
    for (const [answer, result] of [
      ['deny', 'false'],
      ['allow', 'true'],
    ] as const) {
      await popup.click('#ask');
      await browser.answer(answer);
      await popup.waitFor(
        'the answer',
        wanted => document.getElementById('said')?.textContent === wanted,
        result,
      );
    }
    await popup.close();
  });

  it.runIf(name === 'chromium')('has a hand on a display: toolbar button and native menus', async () => {
    const shown = await launchProbe({ headed: 'apart' });
    const page = await shown.newTab('https://acme.nexudus.site/profile');
    await page.waitFor('the page', ready);
    const hand = shown.hand();
    const ticked = () => shown.background.evaluate(api => api.storage.local.get());
    await hand.click(...toolbarButton);
    const popup = await shown.waitForPopup();
    await hand.click(600, 600);
    await until('the popup to close', () => popup.closed);
    await hand.click(600, 600, 3);
    await hand.press('y', 'Right', 'Return');
    await until('the click in the menu', async () => (await ticked())['page-tick'] === true);
    await hand.click(...toolbarButton, 3);
    await hand.press('Down', 'Return');
    await until('the click in the button’s menu', async () => (await ticked())['action-tick'] === true);
    await shown.close();
  });

  it('leaves the traces of a failure: what every document showed and every context said', async () => {
    const popup = await browser.openPopup();
    const folder = await leaveTraces('driver traces', 'Error: as in a test that failed');
    await popup.close();
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    expect(read('result.txt')).toContain('as in a test that failed');
    expect(read('browser-1-surfaces.txt')).toContain('/popup.html');
    expect(readFileSync(join(folder, 'browser-1-1.png')).subarray(1, 4).toString()).toBe('PNG');
    expect(read('browser-1-console.txt')).toBe((await browser.console()).join('\n'));
    rmSync(dirname(folder), { recursive: true });
  });

  it('keeps what every context said', async () => {
    await tab.evaluate(() => {
      console.warn('from the page');
      setTimeout(() => {
        throw new Error('nobody catches this');
      });
    });
    await browser.background.evaluate(() => {
      console.error('from the background');
      setTimeout(() => {
        throw new Error('nor this');
      });
    });
    const popup = await browser.openPopup();
    await popup.evaluate(() => console.log('from the popup', 1));
    for (const text of [
      'from the page',
      'nobody catches this',
      'from the background',
      'nor this',
      'popup opened',
      'from the popup 1',
      'background started',
    ])
      await until(`“${text}” in the log`, async () =>
        (await browser.console()).some(line => line.includes(text)),
      );
    await popup.close();
  });

  it('keeps a profile through a restart and a kill', async () => {
    const profile = scratch('kept');
    let kept = await launchProbe({ profile, permanent: true, language: 'de' });
    const { origin } = kept;
    await kept.background.evaluate(api => api.storage.local.set({ kept: 'yes' }));
    expect(await kept.background.evaluate(api => api.i18n.getUILanguage())).toBe('de');
    await kept.close();
    expect(existsSync(profile)).toBe(true);
    for (const end of ['kill', 'close'] as const) {
      kept = await launchProbe({ profile, permanent: true });
      expect(kept.origin).toBe(origin);
      expect(await kept.background.evaluate(api => api.storage.local.get('kept'))).toEqual({ kept: 'yes' });
      await kept[end]();
    }
  });
});
