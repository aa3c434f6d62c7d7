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

/** What a look-up came to; `unasked` is the browser's or the member's no to sending the host's name. */
export type Found = { kind: 'found'; space: string } | { kind: 'unknown' | 'failed' | 'unasked' };

/** A portal on an address of its own: found on one click, bound on a second. */
export interface Sites {
  /** Called in the turn of the click, as the browser's question needs. */
  lookUp(origin: string): Promise<Found>;
  /** In the turn of its click, too. True once the browser allowed it. */
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
