import type { Signal } from '@preact/signals';
import type { Stage } from '../../components/frame/stage';
import { send } from '../../utils/messaging';
import { problem } from '../../utils/problem';

/** Has the portal opened, and shows what it came to; `open` shows the editor. */
export async function connect(stage: Signal<Stage>, space: string, open: () => Promise<void>): Promise<void> {
  const before = stage.peek();
  stage.value = { kind: 'connecting', space };
  const reply = await send('connect', { space }).catch(() => undefined);
  // Meanwhile the member gave up, or the portal showed its token to someone else first.
  if (stage.peek().kind !== 'connecting') return;
  if (reply?.ok) return open();
  const why = reply ? reply.error : problem('unreachable');
  stage.value =
    before.kind === 'not-connected'
      ? { ...before, problem: why }
      : { kind: 'not-connected', spaces: [space], seats: [], problem: why };
}
