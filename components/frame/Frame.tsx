import type { ReadonlySignal } from '@preact/signals';
import { Editor } from '../editor/Editor';
import { standingOf } from '../editor/standing';
import { lazy } from '../lazy';
import { Loading } from './Loading';
import type { FrameActions, Stage } from './stage';

const NotConnected = lazy(() => import('./Welcome').then(({ NotConnected }) => NotConnected));
const Connecting = lazy(() => import('./Welcome').then(({ Connecting }) => Connecting));

interface Props {
  stage: ReadonlySignal<Stage>;
  actions: FrameActions;
}

/** The root of every surface; `data-state` names what is shown. */
export function Frame({ stage, actions }: Props) {
  const shown = stage.value;
  const state = shown.kind === 'ready' ? standingOf(shown.editor) : shown.kind;
  return (
    <main class="frame" data-state={state} aria-busy={shown.kind === 'loading' || undefined}>
      {shown.kind === 'loading' && <Loading />}
      {shown.kind === 'connecting' && <Connecting space={shown.space} actions={actions} />}
      {shown.kind === 'not-connected' && <NotConnected {...shown} actions={actions} />}
      {/* A new key for every editor: nothing of one owner's is carried over into another's. */}
      {shown.kind === 'ready' && <Editor key={shown.editor} editor={shown.editor} />}
    </main>
  );
}
