import type { Session } from '../browsers/cdp';
import { portalPage, ready } from '../e2e/stage';
import { codeOn, devTools, heapOf } from './devtools';
import type { Figure } from './figures';
import { createGround, type Ground, quiet } from './ground';

const MB = 1_048_576;

/** Saves one field so many times, by the message that the editor sends. */
async function save({ browser }: Ground, times: number, from: number): Promise<void> {
  const tab = await browser.newTab(`${browser.origin}/text.html`);
  await tab.evaluate(
    async (times, from) => {
      const api = (
        globalThis as never as {
          chrome: {
            runtime: { sendMessage(message: unknown): Promise<{ saved: string[] }> };
            storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
          };
        }
      ).chrome;
      for (let at = from; at < from + times; at += 1) {
        const stored = await api.storage.session.get('snapshot/acme');
        const { seat, owner, values } = stored['snapshot/acme'] as {
          seat: string;
          owner: object;
          values: { Position: string };
        };
        const reply = await api.runtime.sendMessage({
          name: 'save',
          request: {
            seat,
            owner,
            saveId: crypto.randomUUID(),
            edits: { Position: { base: values.Position, value: `Engineer ${at}` } },
          },
        });
        if (reply.saved.length !== 1) throw new Error('A save failed');
      }
    },
    times,
    from,
  );
  await tab.close();
}

/** The portal's page makes so many requests with its token, as it does all day. */
async function request({ portal, portalTab }: Ground, times: number): Promise<void> {
  const token = portal.tokens({ member: 'ada', space: 'acme' })[0]?.access ?? '';
  await portalTab.evaluate(
    async (times, token) => {
      for (let at = 0; at < times; at += 20)
        await Promise.all(
          Array.from({ length: Math.min(20, times - at) }, () =>
            fetch('https://acme.spaces.nexudus.com/api/public/countries', {
              cache: 'no-store',
              headers: { authorization: `Bearer ${token}` },
            }).then(reply => reply.arrayBuffer()),
          ),
        );
    },
    times,
    token,
  );
}

const grown = (row: string, before: number, after: number, rounds: number): Figure => ({
  row,
  unit: 'kB',
  floor: before / 1024,
  figure: after / 1024,
  rounds,
  target: 'no growth beyond 10 %',
  reached: after <= before * 1.1,
});

/** What lives on a heap, swept, and how much of it is code that V8 compiled meanwhile, in bytes. */
const measure = async (session: Session) => ({ heap: await heapOf(session), code: await codeOn(session) });

const ofThat = (row: string, before: number, after: number): Figure => ({
  row: `${row}: of that, compiled code`,
  unit: 'kB',
  floor: before / 1024,
  figure: after / 1024,
});

export async function memory(): Promise<Figure[]> {
  const ground = await createGround('chromium');
  const { browser } = ground;
  const tools = await devTools(browser);
  try {
    const blankTab = await browser.newTab(`${browser.origin}/blank.html`);
    const blank = await measure(await tools.session('/blank.html'));
    await blankTab.close();
    const popupTab = await browser.newTab(`${browser.origin}/popup.html`);
    await ready(popupTab);
    await quiet(ground, 300);
    const popup = await measure(await tools.session('/popup.html'));
    await popupTab.close();

    const worker = await tools.session('/background.js');
    await save(ground, 1, 0);
    await quiet(ground, 300);
    const afterOne = await measure(worker);
    await save(ground, 99, 1);
    await quiet(ground, 300);
    const afterHundred = await measure(worker);
    await ground.portalTab.goto(portalPage('acme'));
    await request(ground, 1);
    await quiet(ground, 300);
    const afterRequest = await heapOf(worker);
    await request(ground, 999);
    await quiet(ground, 300);
    const afterThousand = await heapOf(worker);
    return [
      {
        row: 'popup: JS heap over a blank page',
        unit: 'kB',
        floor: blank.heap / 1024,
        figure: popup.heap / 1024,
        target: '≤ blank + 0.5 MB',
        reached: popup.heap - blank.heap <= 0.5 * MB,
      },
      ofThat('popup', blank.code, popup.code),
      grown('worker: JS heap after 100 saves, beside after 1', afterOne.heap, afterHundred.heap, 100),
      ofThat('worker', afterOne.code, afterHundred.code),
      grown(
        'worker: JS heap after 1,000 captured requests, beside after 1',
        afterRequest,
        afterThousand,
        1000,
      ),
    ];
  } finally {
    await tools.close();
    await ground.close();
  }
}
