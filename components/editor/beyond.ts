import type { Reply } from '../../utils/messages';
import type { Problem } from '../../utils/problem';
import type { Edits } from '../../utils/profile/diff';
import type { Values } from '../../utils/profile/record';
import type { Result } from '../../utils/result';
import type { Outcome } from '../../utils/save-data';
import type { Seat, Snapshot } from '../../utils/snapshot';

/** What stands over the panels: Review, History, or these values for the member's other spaces. */
export type Pane = 'review' | 'history' | { apply: Values };

/** A space that the member uses. Without a snapshot it is only known: nobody is signed in there. */
export interface Place {
  seat: Seat;
  snapshot?: Snapshot | undefined;
}

/** What is asked of the world for more than the owner in front. */
export interface Beyond {
  history(): Promise<Reply<'history'>>;
  openOptions(): void;
  /** Makes another profile current, for the portal too; the editor of that one then takes the place of this. */
  switchProfile(profile: number): Promise<Result<null, Problem>>;
  /** Every space of the member, the signed-in ones first, the one in front included. */
  places(): Promise<Place[]>;
  /** Reads a place from its portal. */
  read(seat: Seat): Promise<Result<Snapshot, Problem>>;
  connect(space: string): Promise<Result<null, Problem>>;
  /** A save of that owner, by the same protocol as any other. */
  save(at: Snapshot, edits: Edits): Promise<Outcome>;
}
