import { describe, expect } from 'vitest';
import type { Tab } from '../browsers/driver';
import { elapse, staysTrue, until } from '../browsers/waiting';
import { listen } from '../e2e/heard';
import { portalPage, ready } from '../e2e/stage';
import { documents, menu } from './documents';
import { requests } from './messages';
import { count, isSoak, plural, threat } from './report';
import { type Sentinel, scanText } from './sentinels';
import { asContentScript, browserName, secretsOf, useThreatStage } from './stage';

const control = 'a control';
/** What a page would ask somebody to press: “jump”, “continue”, “save your game”. */
const keys = [' ', 'Enter', 'ArrowDown', ' ', 'Enter', 'Control+s'];

describe(`a malicious page on a portal host, in ${browserName}`, () => {
  const stage = useThreatStage({ begin: () => stage.signIn('ada').then(tab => tab.close()) });
  const errorsSince = async (mark: number) => (await stage.browser.console()).slice(mark);
  const stored = () =>
    stage.browser.background.evaluate(async api => {
      const session = await api.storage.session.get(null);
      delete session.menu;
      return JSON.stringify([session, await api.storage.local.get(null)]);
    });
  const shortcut = (tab: Tab) =>
    tab.waitFor('the shortcut', () => {
      const host = [...document.querySelectorAll('[data-nametag]')].find(
        one => one.getBoundingClientRect().width > 0,
      );
      const box = host?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
  /** The shortcut once it stands still, for longer than the script takes to look again at a page that changed. */
  const stillShortcut = async (tab: Tab) => {
    let [last, looks] = ['', 0];
    return until('the shortcut to stand still', async () => {
      const spot = await shortcut(tab);
      looks = JSON.stringify(spot) === last ? looks + 1 : 0;
      last = JSON.stringify(spot);
      return looks >= 12 ? spot : undefined;
    });
  };
  /** A message as a content script says it: heard after all that the script of this page said before. */
  const sayControl = (tab: Tab) =>
    asContentScript(
      stage,
      tab,
      control => {
        const { browser, chrome } = globalThis as unknown as Record<
          string,
          { runtime: { sendMessage(message: string): Promise<void> } }
        >;
        (browser ?? chrome)?.runtime.sendMessage(control).catch(() => {});
        return null;
      },
      control,
    );
  const patches = () => stage.portal.log.patches().length;
  /** Who is editing, where the click on the shortcut opened an editor. */
  const closeEditors = async (tab: Tab) => {
    await tab.activate();
    for (const each of await stage.browser.tabs())
      if ((await each.url()).startsWith(stage.browser.origin)) await each.close();
  };

  threat('T01', 'the page has nothing to say to the content script', async () => {
    const tab = await stage.browser.newTab(portalPage('acme'));
    await shortcut(tab);
    const heard = await listen(stage.browser);
    const [mark, before, many] = [await stage.portal.log.atRest(), await stored(), count(2_000, 10_000)];
    const sent = await tab.evaluate(
      async (many, requests) => {
        const names = Object.keys(requests);
        const channel = new BroadcastChannel('nametag');
        const host = document.querySelector('[data-nametag]');
        const ways: ((message: unknown, name: string) => void)[] = [
          message => postMessage(message, '*'),
          (message, name) => dispatchEvent(new CustomEvent(name, { detail: message })),
          (message, name) => document.dispatchEvent(new CustomEvent(name, { detail: message })),
          message => channel.postMessage(message),
          (message, name) =>
            document.documentElement.setAttribute(`data-${name.toLowerCase()}`, JSON.stringify(message)),
          (message, name) => localStorage.setItem(name, JSON.stringify(message)),
          (message, name) =>
            dispatchEvent(new StorageEvent('storage', { key: name, newValue: JSON.stringify(message) })),
          (message, name) =>
            host?.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true, composed: true })),
          (message, name) => history.replaceState(message, '', `#${name}`),
          message => {
            const { port1, port2 } = new MessageChannel();
            postMessage(message, '*', [port2]);
            port1.postMessage(message);
          },
        ];
        for (let n = 0; n < many; n += 1) {
          const name = names[n % names.length] ?? '';
          ways[n % ways.length]?.({ name, request: (requests as Record<string, unknown>)[name] }, name);
          if (n % 500 === 499) await new Promise(go => setTimeout(go));
        }
        history.replaceState(null, '', location.pathname);
        return ways.length;
      },
      many,
      requests,
    );
    // The ear works: what a content script says is heard, and it is the first.
    await sayControl(tab);
    await until('the control to be heard', async () => (await heard()).includes(control));
    await staysTrue('nothing else came of it', async () => {
      expect([await heard(), await stored(), stage.portal.log.since(mark)]).toEqual([[control], before, []]);
      return true;
    });
    await tab.close();
    return [
      `${plural(many, 'messages')} of ${sent} kinds`,
      '0 messages in the background, 0 writes, 0 requests',
    ];
  });

  threat('T02', 'made-up clicks and keys open nothing', async () => {
    const tab = await stage.browser.newTab(portalPage('acme'));
    const at = await shortcut(tab);
    const many = count(1_000, 1_000);
    const before = (await stage.browser.tabs()).length;
    const heard = await listen(stage.browser);
    await tab.evaluate(
      (many, { x, y }) => {
        const host = document.querySelector('[data-nametag]');
        const more = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y };
        for (let n = 0; n < many; n += 4) {
          (host as HTMLElement).click();
          host?.dispatchEvent(new MouseEvent('click', more));
          host?.dispatchEvent(new PointerEvent('pointerup', more));
          host?.dispatchEvent(new KeyboardEvent('keydown', { ...more, key: 'Enter' }));
        }
      },
      many,
      at,
    );
    // A hand's click does open it, and is the first that is heard.
    await tab.clickAt(at.x, at.y);
    const popup = await stage.browser.waitForPopup();
    await popup.close();
    expect([(await stage.browser.tabs()).length, await heard()]).toEqual([before, ['openEditor']]);
    await tab.close();
    return [plural(many, 'dispatched events'), '0 tabs, 0 messages; a real click opens the editor'];
  });

  threat('T03', 'a click that was led astray opens an editor at most', async () => {
    // The worst place: the popup was last on a switch, which the next key would turn.
    const last = await stage.openEditor('notifications');
    await last.evaluate(() => document.querySelector<HTMLElement>('#field-SignUpToNewsletter')?.focus());
    await last.close();
    const tab = await stage.browser.newTab(portalPage('acme', '/user/profile/settings/notifications'));
    const at = await shortcut(tab);
    const before = patches();
    // The host's own place and look are marked important inside, so each variant works on what is around it.
    const variants: Record<string, string> = {
      opacity: '[data-nametag] { opacity: 0 !important }',
      overlay:
        '#bait { position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; background: #fff }',
      popover:
        '#bait { position: fixed; inset: 0; margin: 0; width: 100vw; height: 100vh; pointer-events: none; background: #fff }',
      moved: `[data-nametag] { position: fixed !important; left: ${Math.round(at.x - 20)}px !important; top: ${Math.round(at.y - 10)}px !important }`,
      scaled: '[data-nametag] { transform: scale(20) !important }',
      blended: '[data-nametag] { mix-blend-mode: difference !important; filter: blur(20px) !important }',
    };
    let opened = 0;
    const heard = await listen(stage.browser);
    const tried = Object.entries(variants).filter((_, at) => isSoak || at % 2 === 0);
    for (const [name, css] of tried) {
      await tab.evaluate(
        (css, isPopover) => {
          document.querySelector('#bait')?.remove();
          document.querySelector('#lure')?.remove();
          const style = Object.assign(document.createElement('style'), { id: 'lure', textContent: css });
          const bait = Object.assign(document.createElement('div'), {
            id: 'bait',
            textContent: 'Win a prize',
          });
          document.head.append(style);
          document.body.append(bait);
          if (isPopover) {
            bait.popover = 'manual';
            bait.showPopover();
          }
        },
        css,
        name === 'popover',
      );
      const spot = await stillShortcut(tab);
      const { length } = await heard();
      await tab.clickAt(spot.x, spot.y);
      await sayControl(tab);
      const said = await until('the control to be heard', async () => {
        const said = (await heard()).slice(length);
        return said.includes(control) ? said : undefined;
      });
      // Where the click reached the shortcut, it was heard before.
      if (said[0] !== 'openEditor') continue;
      const popup = await stage.browser.waitForPopup();
      opened += 1;
      // The background opens at most one editor a second.
      const nextMayOpen = elapse(1_050);
      await ready(popup);
      // What the member goes on typing, for the page, goes to the popup.
      for (const key of keys) await popup.press(key);
      await staysTrue(`nothing is sent (${name})`, () => patches() === before, 200);
      await popup.close();
      await nextMayOpen;
    }
    expect(patches()).toBe(before);
    expect(opened).toBeGreaterThan(0);
    // The same key does turn the switch when the member is on it.
    const popup = await stage.openEditor('notifications');
    await popup.evaluate(() => document.querySelector<HTMLElement>('#field-SignUpToNewsletter')?.focus());
    await popup.press(' ');
    await stage.portal.log.until(
      'the switch',
      ({ method, state }) => method === 'PATCH' && state === 'completed',
    );
    await popup.close();
    await closeEditors(tab);
    await tab.close();
    return [
      `${tried.length} overlay variants, real clicks and ${keys.length} keys after each`,
      `${opened} editors, 0 PATCH`,
    ];
  });

  threat('T04', 'hostile documents break nothing', async () => {
    const tab = await stage.browser.newTab(portalPage('acme'));
    const mark = (await stage.browser.console()).length;
    // In the quick form every other one.
    const tried = documents.filter((_, at) => isSoak || at % 2 === 0);
    for (const [name, html, headers] of tried) {
      const path = `/document/${name.replace(/\W+/g, '-')}`;
      stage.portal.pages.set('acme.nexudus.site', path, html, headers);
      await tab.goto(`https://acme.nexudus.site${path}`);
      // Longer than the script takes to look at a page that changed.
      await staysTrue(
        `no more shortcuts are on it than belong there: ${name}`,
        () =>
          tab
            .evaluate(() => {
              const most = document.contentType === 'text/html' ? 3 : 0;
              return Document.prototype.querySelectorAll.call(document, '[data-nametag]').length <= most;
            })
            .catch(() => true),
        400,
      );
    }
    // The pages' own mistakes are theirs; nothing of ours is on the console.
    const said = (await errorsSince(mark)).filter(line => /portal\.js|-extension:|nametag/i.test(line));
    expect(said).toEqual([]);
    await tab.goto(portalPage('acme'));
    await shortcut(tab);
    await tab.close();
    return [`${tried.length} hostile documents`, '0 exceptions, 0 wrong insertions, the portal works'];
  });

  threat('T05', 'the page reads nothing of ours', async () => {
    // The page opens every shadow root that it can get hold of, before anything of ours runs.
    const opener = `<script>const attach = Element.prototype.attachShadow; globalThis.roots = [];
Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: 'open' }); roots.push(root); return root; };</script>`;
    stage.portal.pages.set(
      'acme.nexudus.site',
      '/opened',
      `<!doctype html><html><head>${opener}</head><body>${menu}<div id="own"></div><script>own.attachShadow({ mode: 'closed' }).innerHTML = 'own root';</script></body></html>`,
    );
    const tab = await stage.browser.newTab('https://acme.nexudus.site/opened');
    await shortcut(tab);
    const seen = await tab.evaluate(() => {
      const roots = (globalThis as unknown as { roots: ShadowRoot[] }).roots;
      const host = document.querySelector('[data-nametag]');
      return {
        html: document.documentElement.outerHTML + roots.map(root => root.innerHTML).join(''),
        open: host?.shadowRoot !== null && host?.shadowRoot !== undefined,
        resources: performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join(' '),
        own: roots.some(root => root.innerHTML === 'own root'),
      };
    });
    const { email, fullName } = stage.portal.member('ada');
    const personal: Sentinel[] = [
      ...secretsOf(stage),
      ...[email, fullName].map(value => ({ name: value, value })),
    ];
    const text = `${seen.html}${seen.resources}`;
    expect(seen.own).toBe(true);
    expect(seen.open).toBe(false);
    expect(scanText(personal, 'page', text)).toEqual([]);
    expect(text).not.toContain('-extension:');
    await tab.close();
    return ['1 DOM with roots forced open', '0 sentinels, 0 extension addresses'];
  });
});
