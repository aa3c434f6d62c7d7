import { until } from '../../browsers/waiting';

/** Lets the page settle: nothing in it has changed for so many milliseconds, however long a busy machine takes to come to that. */
export const settled = (still = 250) =>
  new Promise<void>(resolve => {
    const end = () => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(end, still);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, still);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });

/** The element, as soon as it is there. A state that never comes to have it fails the run: it would be a picture of another one. */
export const found = <T extends HTMLElement>(selector: string): Promise<T> =>
  until(selector, () => document.querySelector<T>(selector));

/** Clicks on what has that action, and lets the page settle. */
export async function press(action: string): Promise<void> {
  (await found(`[data-action="${action}"]`)).click();
  await settled();
}
