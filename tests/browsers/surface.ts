import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Json, Surface } from './driver';
import { aim, choose, enter, textOf, watch } from './inside';
import { type Stroke, stroke } from './keys';
import { until, within } from './waiting';

/** What a browser has to be able to do in one document; everything else of a Surface is made from it here, once for both browsers. */
export interface Hands {
  /** Evaluates the function expression `source` with `args` in the document. */
  run(source: string, args: Json[]): Promise<unknown>;
  /** Moves the pointer to the point (CSS pixels of the document's view), presses a button there and releases it after `hold` ms. */
  point(x: number, y: number, button: 'left' | 'right' | 'none', hold: number): Promise<void>;
  /** Types characters, each with its own key events. */
  keys(text: string): Promise<void>;
  /** Inserts text at the caret at once, as an input method does. */
  insert(text: string): Promise<void>;
  stroke(stroke: Stroke): Promise<void>;
  capture(): Promise<Buffer>;
  close(): Promise<void>;
  closed(): boolean;
}

/** Longer text goes in at once, all but the last character: ten thousand strokes would take minutes. */
const manyCharacters = 200;

export function surface(hands: Hands): Surface {
  const evaluate = async <A extends Json[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> =>
    (await within('a function to finish in the document', hands.run(sourceOf(fn), args))) as R;

  const type = async (text: string) => {
    const characters = [...text];
    if (characters.length <= manyCharacters) return hands.keys(text);
    await hands.insert(characters.slice(0, -1).join(''));
    await hands.keys(characters.at(-1) ?? '');
  };

  /** Waits in the document until `question`, an expression of a function, gives something truthy. */
  const ask = async (what: string, question: string, args: Json[]): Promise<unknown> => {
    const source = watching(question);
    const { answer } = await until(what, async () => {
      const seen = (await within(
        'a question to be answered in the document',
        hands.run(source, args),
      )) as Seen;
      if (seen.answer) return seen;
      if (seen.why) throw new Error(seen.why);
      return undefined;
    });
    return answer;
  };
  /** Repeats something in the document until it no longer answers a reason why not. */
  const insist = (what: string, attempt: (...args: never[]) => string, ...args: Json[]) =>
    ask(
      what,
      `(...args) => {
        const reason = ${sourceOf(attempt)}(...args);
        if (reason) throw new Error(reason);
        return true;
      }`,
      args,
    );
  const spotOf = async (selector: string) =>
    (await ask(`“${selector}” to be clickable`, stillSpot, [selector])) as { x: number; y: number };

  return {
    evaluate,
    type,
    async click(selector, button = 'left', hold = 0) {
      const { x, y } = await spotOf(selector);
      await hands.point(x, y, button, hold);
    },
    async hover(selector) {
      const { x, y } = await spotOf(selector);
      await hands.point(x, y, 'none', 0);
    },
    clickAt: (x, y, button = 'left') => hands.point(x, y, button, 0),
    async fill(selector, value) {
      await insist(`“${selector}” to take text`, enter, selector);
      if (value) await type(value);
      else await hands.stroke(stroke('Delete'));
    },
    press: chord => hands.stroke(stroke(chord)),
    select: async (selector, value) => {
      await insist(`“${selector}” to offer “${value}”`, choose, selector, value);
    },
    text: async selector =>
      ((await ask(`“${selector}” to exist`, sourceOf(textOf), [selector])) as { text: string }).text,
    waitFor: (what, fn, ...args) => ask(what, sourceOf(fn), args),
    async screenshot(path) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await within('a screenshot', hands.capture()));
    },
    close: () => hands.close(),
    get closed() {
      return hands.closed();
    },
  } as Surface;
}

/**
 * A function as an expression that stands alone. Some compilers (tsx does) wrap named inner functions in a helper `__name`, which the
 * document does not have.
 */
export const sourceOf = (fn: (...args: never[]) => unknown) => `((__name) => (${fn}))((it) => it)`;

/** What `watch` gives. */
export type Seen = Awaited<ReturnType<typeof watch>>;

/** An expression of a function that asks `question`, one too, over and over for a second: each time by the protocol costs four processes. */
export const watching = (question: string) => `((...args) => ${sourceOf(watch)}(${question}, args))`;

/** Where to click, once that is twice the same spot: what still moves (an opening panel, a list that loads) is not clicked. */
const stillSpot = `(() => {
  let last = {};
  return selector => {
    const spot = ${sourceOf(aim)}(selector);
    if ('not' in spot) throw new Error(spot.not);
    const { x, y } = last;
    last = spot;
    // Nothing moves in a tab behind others.
    if (document.hidden || (spot.x === x && spot.y === y)) return spot;
    throw new Error('it moves');
  };
})()`;
