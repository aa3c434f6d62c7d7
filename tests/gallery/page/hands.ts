/** Lets the page settle for so many milliseconds. */
export const later = (ms = 250) => new Promise<void>(resolve => setTimeout(resolve, ms));

/** The element, as soon as it is there. A state that never comes to have it fails the run: it would be a picture of another one. */
export async function found<T extends HTMLElement>(selector: string): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; await later(25)) {
    const element = document.querySelector<T>(selector);
    if (element) return element;
  }
  throw new Error(`There is no ${selector}.`);
}

/** Clicks on what has that action, and lets the page settle. */
export async function press(action: string): Promise<void> {
  (await found(`[data-action="${action}"]`)).click();
  await later();
}
