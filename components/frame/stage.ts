import type { Problem } from '../../utils/problem';
import type { Seat } from '../../utils/snapshot';
import type { Editor } from '../editor/create-editor';

/** What the frame shows. */
export type Stage =
  | { kind: 'loading' }
  | { kind: 'not-connected'; spaces: readonly string[]; seats: readonly Seat[]; problem?: Problem }
  | { kind: 'connecting'; space: string }
  | { kind: 'ready'; editor: Editor };

/** What the frame asks of the world around it, before there is an editor. */
export interface FrameActions {
  connect(space: string): void;
  /** Stops waiting for the portal; its tab stays as it is. */
  cancel(): void;
  chooseSeat(seat: Seat): void;
}
