import type { Browser, Surface } from '../browsers/driver';
import type { Picture } from '../browsers/screen';
import { elapse, until } from '../browsers/waiting';

/** How many pixels Chromium's question changes at least: the window behind it goes dark. A page that is still drawn changes fewer. */
const changedPixels = 300_000;

/** What the display shows before the browser asks: Chromium's question is found by what is different then. Firefox needs none. */
export const beforeQuestion = async (browser: Browser): Promise<Picture | undefined> =>
  browser.name === 'chromium' ? browser.hand().look() : undefined;

/** Answers the question for a permission that a click made the browser ask; `popup` is where the click was, if it was one. */
export async function answerQuestion(
  browser: Browser,
  how: 'allow' | 'deny',
  before: Picture | undefined,
  popup?: Surface,
): Promise<void> {
  if (!before) return browser.answer(how);
  const hand = browser.hand();
  // A popup goes away for it: what the display shows more than before is the question then.
  if (popup) await until('the popup to close', () => popup.closed);
  await until(
    'the question to be shown',
    async () => (await hand.look()).differsFrom(before) > changedPixels,
  );
  // Chromium takes no answer in the half second after a question is shown, lest somebody gives one who was typing.
  await elapse(1_000);
  // The question has the focus on its "Deny".
  await hand.press(...(how === 'allow' ? ['Tab', 'Return'] : ['Return']));
}
