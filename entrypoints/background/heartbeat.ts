import { browser } from 'wxt/browser';

let open = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Keeps the background alive while a request is open and not a second longer: Firefox stops an event page in the middle
 * of a fetch, even with a reply pending, unless the extension's API is used meanwhile (D7).
 */
export async function heartbeat<T>(work: () => Promise<T>): Promise<T> {
  open += 1;
  timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), 1000);
  try {
    return await work();
  } finally {
    open -= 1;
    if (open === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }
}
