import { useRef, useState } from 'preact/hooks';
import type { Proposal } from '../../utils/proposal';
import type { Editor } from '../editor/create-editor';

/** Where a question to the portal's AI writer stands. */
export type Suggestion = { stage: 'idle' } | { stage: 'asking' } | { stage: 'answered'; proposal: Proposal };

const lost: Proposal = { ok: false, fault: 'unreachable' };

/** Asks for a bio, one question at a time; an answer that is no longer waited for is dropped. */
export function useSuggestion({ actions }: Editor) {
  const [suggestion, setSuggestion] = useState<Suggestion>({ stage: 'idle' });
  const turn = useRef(0);
  async function ask() {
    turn.current += 1;
    const mine = turn.current;
    setSuggestion({ stage: 'asking' });
    const asked = actions.advice?.().then(advisor => advisor.suggestBio());
    const proposal = (await asked?.catch(() => lost)) ?? lost;
    if (mine === turn.current) setSuggestion({ stage: 'answered', proposal });
  }
  function drop() {
    turn.current += 1;
    setSuggestion({ stage: 'idle' });
  }
  return { suggestion, ask, drop };
}
