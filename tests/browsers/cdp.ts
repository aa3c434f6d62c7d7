import type { CDPSession } from 'playwright-core';
import type { Json } from './driver';
import { facts, modifiers, type Stroke } from './keys';
import type { Hands } from './surface';
import { pause } from './waiting';

/** A conversation with one target (a tab, a popup, a worker) over the Chrome DevTools Protocol. */
export interface Session {
  readonly targetId: string;
  readonly closed: boolean;
  send<T = unknown>(method: string, params?: object): Promise<T>;
  on(event: string, listener: (params: never) => void): void;
  detach(): Promise<void>;
}

export interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
  attached: boolean;
}

type Message = {
  id?: number;
  method?: string;
  params?: never;
  result?: unknown;
  error?: { message: string };
};

/** Targets of which Playwright makes nothing: it has no page for the toolbar popup and none for a side panel. */
export interface Targets {
  list(kind?: string): Promise<TargetInfo[]>;
  attach(targetId: string): Promise<Session>;
  /** Tells of each target when it appears, those that are there included. */
  onCreated(listener: (target: TargetInfo) => void): Promise<void>;
}

export function targets(browser: CDPSession): Targets {
  const sessions = new Map<string, { receive(message: Message): void; end(): void }>();
  browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) =>
    sessions.get(sessionId)?.receive(JSON.parse(message) as Message),
  );
  browser.on('Target.detachedFromTarget', ({ sessionId }) => sessions.get(sessionId)?.end());

  return {
    async list(kind) {
      const filter = kind ? [{ type: kind }, { exclude: true }] : undefined;
      return (await browser.send('Target.getTargets', filter ? { filter } : {})).targetInfos;
    },
    async onCreated(listener) {
      browser.on('Target.targetCreated', ({ targetInfo }) => listener(targetInfo));
      await browser.send('Target.setDiscoverTargets', { discover: true });
    },
    async attach(targetId) {
      // Not flat: Playwright keeps the flat sessions for itself and would drop the answers.
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
      const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
      const listeners = new Map<string, ((params: never) => void)[]>();
      let count = 0;
      let closed = false;
      sessions.set(sessionId, {
        receive({ id, method, params, result, error }) {
          if (id === undefined) {
            for (const tell of listeners.get(method ?? '') ?? []) tell(params as never);
            return;
          }
          const call = pending.get(id);
          pending.delete(id);
          if (error) call?.reject(new Error(error.message));
          else call?.resolve(result);
        },
        end() {
          closed = true;
          sessions.delete(sessionId);
          for (const { reject } of pending.values()) reject(new Error('It was closed.'));
          pending.clear();
        },
      });
      return {
        targetId,
        get closed() {
          return closed;
        },
        send<T>(method: string, params: object = {}) {
          if (closed) return Promise.reject(new Error('It is closed.'));
          return new Promise<T>((resolve, reject) => {
            const id = ++count;
            pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
            browser
              .send('Target.sendMessageToTarget', {
                sessionId,
                message: JSON.stringify({ id, method, params }),
              })
              .catch(reject);
          });
        },
        on(event, listener) {
          listeners.set(event, [...(listeners.get(event) ?? []), listener]);
        },
        async detach() {
          if (!closed) await browser.send('Target.detachFromTarget', { sessionId }).catch(() => {});
        },
      };
    },
  };
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string; value?: unknown } };
}

/** Runs `source` with `args`; `first` is an expression that comes before them (`chrome`, in a worker). */
export async function run(
  session: Pick<Session, 'send'>,
  source: string,
  args: Json[],
  first = '',
): Promise<unknown> {
  const given = [first, ...args.map(arg => JSON.stringify(arg) ?? 'undefined')].filter(Boolean).join(', ');
  const { result, exceptionDetails: failure } = await session.send<Evaluated>('Runtime.evaluate', {
    expression: `${source}(${given})`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (failure)
    throw new Error(failure.exception?.description ?? String(failure.exception?.value ?? failure.text));
  return result.value;
}

/** The hands of a Surface, through the browser's own input queue: its events are trusted. */
export function hands(session: Session, close: () => Promise<void>): Hands {
  const key = (type: string, name: string, held: number, text = '') => {
    const { key, code, keyCode, scan } = facts(name);
    return session.send('Input.dispatchKeyEvent', {
      type,
      key,
      code,
      windowsVirtualKeyCode: keyCode,
      ...(scan ? { nativeVirtualKeyCode: scan } : {}),
      modifiers: held,
      ...(text ? { text, unmodifiedText: text } : {}),
    });
  };
  const tap = (name: string, held = 0) => {
    // With Control, Alt or Meta a key is a command and types nothing.
    const text = held & ~modifiers.Shift.bit ? '' : facts(name).text;
    return Promise.all([key(text ? 'keyDown' : 'rawKeyDown', name, held, text), key('keyUp', name, held)]);
  };
  return {
    run: (source, args) => run(session, source, args),
    async point(x, y, button, hold) {
      const mouse = (type: string, buttons: number) =>
        session.send('Input.dispatchMouseEvent', {
          type,
          x,
          y,
          button: buttons || type !== 'mouseMoved' ? button : 'none',
          buttons,
          clickCount: type === 'mouseMoved' ? 0 : 1,
        });
      const bit = button === 'left' ? 1 : 2;
      await mouse('mouseMoved', 0);
      if (button === 'none') return;
      if (hold > 0) {
        await mouse('mousePressed', bit);
        await pause(hold);
        return void (await mouse('mouseReleased', 0));
      }
      // The press alone may close the document under the pointer (a Close button, a click that submits): then nothing is left to answer.
      await Promise.all([mouse('mousePressed', bit), mouse('mouseReleased', 0)]).catch(gone(session));
    },
    // Sent without waiting for each answer: the order is kept, and a hundred characters cost one round trip.
    keys: async text => {
      await Promise.all([...text.replace(/\n/g, '\r')].map(each => tap(each === '\r' ? 'Enter' : each)));
    },
    insert: async text => void (await session.send('Input.insertText', { text })),
    async stroke({ key: name, held }: Stroke) {
      const bits = held.map(each => modifiers[each].bit).reduce((all, bit) => all | bit, 0);
      await Promise.all([
        ...held.map(each => key('rawKeyDown', each, bits)),
        tap(name, bits),
        ...held.toReversed().map(each => key('keyUp', each, bits & ~modifiers[each].bit)),
      ]).catch(gone(session));
    },
    async capture() {
      const { data } = await session.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    close,
    closed: () => session.closed,
  };
}

const gone = (session: Session) => (error: Error) => {
  if (!session.closed) throw error;
};
