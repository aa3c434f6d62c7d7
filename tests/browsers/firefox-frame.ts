import type { Privileged } from './privileged';

declare const content: Privileged;
declare const Cu: Privileged;
declare const ChromeUtils: Privileged;
declare const addMessageListener: (name: string, listener: (message: Privileged) => void) => void;
declare const sendAsyncMessage: (name: string, data: Privileged) => void;

/**
 * Runs beside every document, in its process (a frame script): it evaluates and makes input there, as the browser itself would hand it
 * over. Sent as source, so it stands alone.
 */
export function frameScript(): void {
  const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs');
  const { keyData } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/KeyData.sys.mjs');
  let keyUp = Promise.resolve();
  const sandboxes = new WeakMap<object, Privileged>();

  /** A scope that sees the document as its own scripts do, and that no content security policy forbids to evaluate. */
  const scope = () => {
    const view = content;
    const known = sandboxes.get(view.document);
    if (known) return known;
    const made = new Cu.Sandbox(view, { sandboxPrototype: view, sameZoneAs: view, wantXrays: false });
    sandboxes.set(view.document, made);
    return made;
  };

  /** Promises must be able to settle between two events, as after real input. */
  const asInput = async (act: () => Privileged) => {
    const { windowUtils } = content;
    const level = windowUtils.microTaskLevel;
    windowUtils.microTaskLevel = 0;
    try {
      return await act();
    } finally {
      try {
        windowUtils.microTaskLevel = level;
      } catch {
        // The input has closed the document.
      }
    }
  };

  // Input that is on its way may close its own document: it has arrived all the same.
  let arriving = false;

  const jobs: Record<string, (job: Privileged) => Promise<Privileged>> = {
    evaluate({ source, args, api }) {
      const given = `${api ? 'globalThis.browser, ' : ''}...${args}`;
      // As text both ways: nothing of the document crosses into privileged code.
      const failed = "error => { throw error + '\\n' + (error?.stack ?? ''); }";
      return Cu.evalInSandbox(
        `(async () => JSON.stringify([await ${source}(${given})]))().catch(${failed})`,
        scope(),
        'latest',
        content.location.href,
        1,
      );
    },
    point: ({ x, y, button, hold }) =>
      asInput(async () => {
        const at = (type: string, more = {}) =>
          event.synthesizeMouseAtPoint(x, y, { type, button, ...more }, content);
        await at('mousemove', { button: 0 });
        if (button < 0) return;
        await at('mousedown', { buttons: button === 2 ? 2 : 1, clickCount: 1 });
        if (hold > 0) await new Promise(resolve => content.setTimeout(resolve, hold));
        arriving = true;
        await at('mouseup', { buttons: 0, clickCount: 1 });
        if (button === 2) await at('contextmenu');
      }),
    type: ({ text }) =>
      asInput(() => {
        for (const character of text) {
          const key = character === '\n' ? '\uE007' : character;
          event.sendSingleKey({ ...keyData.getData(key) }, content);
        }
      }),
    insert: ({ text }) =>
      asInput(() => {
        content.document.execCommand('insertText', false, text);
      }),
    async ready() {
      return content.document.readyState;
    },
    /** Before the parent process presses a key. */
    async listen(pressed: string) {
      keyUp = new Promise<void>(resolve => {
        // Shift goes up after its key: what is left of the chord before is not this key.
        const heard = ({ key }: KeyboardEvent) => {
          if (key === pressed || !['Shift', 'Control', 'Alt', 'Meta'].includes(key)) resolve();
        };
        // Where no page can keep the event for itself.
        content.addEventListener('keyup', heard, { capture: true, mozSystemGroup: true });
        // The browser may keep a key for itself; but on a busy machine a key that is not heard yet is only late.
        content.setTimeout(resolve, 3000);
      });
    },
    /** When the key has arrived. */
    heard: () => keyUp,
  };

  const reply = (id: number, outcome: object) => sendAsyncMessage('nametag:reply', { id, ...outcome });
  addMessageListener('nametag:job', ({ data: { id, name, job } }) => {
    const view = content;
    // What the document leaves unfinished when it goes away would else be waited for.
    arriving = false;
    const away = () => reply(id, arriving ? { value: null } : { error: 'The document went away.' });
    view.addEventListener('pagehide', away, { once: true });
    Promise.resolve()
      .then(() => jobs[name]!(job))
      .then(
        value => reply(id, { value: value ?? null }),
        error => reply(id, { error: String(error?.message ?? error) }),
      )
      .finally(() => {
        try {
          view.removeEventListener('pagehide', away);
        } catch {}
      });
  });
}
