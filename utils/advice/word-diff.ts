/** A text in pieces: what both versions share, and what one would replace with the other. Joined, the pieces are either text exactly. */
export type Piece = { kind: 'same'; text: string } | { kind: 'change'; id: number; old: string; new: string };

/** Compares two texts word by word, as the words are cut in `language`. */
export type WordDiff = (before: string, after: string, language: string) => Piece[];

/** The text with the accepted changes made and the others left. */
export const apply = (pieces: readonly Piece[], accepted: ReadonlySet<number>): string =>
  pieces
    .map(piece => (piece.kind === 'same' ? piece.text : accepted.has(piece.id) ? piece.new : piece.old))
    .join('');

/** Milliseconds after which two texts count as altogether different. */
const patience = 300;

/** What a person would not call common ground between two changed words: a space, a comma. */
const isGlue = (text: string) => /^[^\p{L}\p{N}\n]{0,3}$/u.test(text);

type Run = { text: string } | { old: string; new: string };

/** Changes that only a space or a comma parts become one, so that a sentence is not accepted in crumbs. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const [at, run] of runs.entries()) {
    const last = out.at(-1);
    if (last && 'old' in last) {
      if ('old' in run) {
        out[out.length - 1] = { old: last.old + run.old, new: last.new + run.new };
        continue;
      }
      const next = runs[at + 1];
      if (next && 'old' in next && isGlue(run.text)) {
        out[out.length - 1] = { old: last.old + run.text, new: last.new + run.text };
        continue;
      }
    }
    out.push(run);
  }
  return out;
}

/** The space that both versions of a change begin or end with is no part of it. */
function bare(run: Run): Run[] {
  if (!('old' in run)) return [run];
  const spaces = (pattern: RegExp, one: string, other: string) => {
    const space = pattern.exec(one)?.[0] ?? '';
    return pattern.exec(other)?.[0] === space ? space : '';
  };
  const lead = spaces(/^\s*/, run.old, run.new);
  const [before, after] = [run.old.slice(lead.length), run.new.slice(lead.length)];
  const tail = spaces(/\s*$/, before, after);
  const end = (text: string) => text.slice(0, text.length - tail.length);
  return [{ text: lead }, { old: end(before), new: end(after) }, { text: tail }];
}

export async function loadWordDiff(): Promise<WordDiff> {
  const { diffArrays } = await import('diff');
  return (before, after, language) => {
    const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    const cut = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
    const parts = diffArrays(cut(before), cut(after), { timeout: patience }) ?? [
      { removed: true, added: false, value: [before] },
      { removed: false, added: true, value: [after] },
    ];
    const runs = parts.map(({ added, removed, value }): Run => {
      const text = value.join('');
      if (added) return { old: '', new: text };
      return removed ? { old: text, new: '' } : { text };
    });
    let id = 0;
    return joined(runs)
      .flatMap(bare)
      .filter(run => ('old' in run ? run.old !== run.new : run.text !== ''))
      .map(run => ('old' in run ? { kind: 'change', id: id++, ...run } : { kind: 'same', text: run.text }));
  };
}
