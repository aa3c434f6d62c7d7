import en from '../../../locales/en';
import type { ProblemCode } from '../../../utils/problem';
import type { Surface } from '../../browsers/driver';
import type { Seen } from '../../engine/checks';

interface Shown {
  part: 'status' | 'summary' | 'conflict';
  text: string;
}

/** A sentence up to the first name that is put into it. */
const fixed = (sentence: string) => sentence.split('{')[0]?.trim() ?? '';

/** By what a member knows how a save ended: the words, and where they stand. */
function wordsOf(
  code: ProblemCode | undefined,
  { refusals = {}, otherRefusals = [], faults = {} }: Seen,
): Shown[] {
  const atFields = [...Object.values(refusals), ...otherRefusals.map(({ message }) => message)];
  if (code === undefined) return [{ part: 'status', text: 'Saved' }];
  if (code === 'changed') return [{ part: 'status', text: fixed(en.status_changed) }];
  if (code === 'conflict') return [{ part: 'conflict', text: en.conflict_title.one }];
  if (Object.keys(faults).length > 0)
    return [
      { part: 'status', text: en.status_stopped },
      { part: 'summary', text: fixed(en.summary_title.one) },
    ];
  if (code === 'refused' && atFields.length > 0)
    return [{ part: 'status', text: '' }, ...atFields.map(text => ({ part: 'summary', text }) as const)];
  return [{ part: 'status', text: fixed(en[`problem_${code}`]) }];
}

/** Waits until the popup says how the save ended, in the words of the row's problem. */
export async function expectSaid(popup: Surface, code: ProblemCode | undefined, seen: Seen): Promise<void> {
  for (const { part, text } of wordsOf(code, seen))
    await popup.waitFor(
      `the ${part} to say “${text}” (${code})`,
      (part, text) => {
        const said = document.querySelector(`[data-part=${part}]`)?.textContent ?? '';
        if (!said.includes(text)) throw new Error(`It says “${said}”`);
        return true;
      },
      part,
      text,
    );
}
