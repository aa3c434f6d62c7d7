import type { Problem } from '../../utils/problem';
import type { Seat } from '../../utils/snapshot';
import type { Editor } from '../editor/create-editor';

/** What the frame shows. */
export type Stage =
  | { kind: 'loading' }
  | {
      kind: 'not-connected';
      spaces: readonly string[];
      seats: readonly Seat[];
      /** The page under the popup, when it is no portal that is known. */
      under?: string | undefined;
      problem?: Problem;
    }
  | { kind: 'connecting'; space: string }
  | { kind: 'ready'; editor: Editor };

/** A portal on an address of its own: found on one click, bound on a second. */
export interface Sites {
  /** What a look-up found: the space, null for none, undefined when nobody answered. */
  lookUp(origin: string): Promise<string | null | undefined>;
  /** Called in the turn of the click, as the browser's question needs. True once the browser allowed it. */
  bind(origin: string, space: string): Promise<boolean>;
}

/** What the frame asks of the world around it, before there is an editor. */
export interface FrameActions {
  connect(space: string): void;
  /** Stops waiting for the portal; its tab stays as it is. */
  cancel(): void;
  chooseSeat(seat: Seat): void;
  sites(): Promise<Sites>;
}
