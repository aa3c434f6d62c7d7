import type { Edits } from '../../utils/profile/diff';
import type { FieldName } from '../../utils/profile/fields';
import type { Owner } from '../../utils/profile/owner';
import type { Progress } from '../../utils/save-data';
import type { Seat, Snapshot } from '../../utils/snapshot';
import type { JournalEntry, Table } from './database';
import type { PortalApi } from './portal-api';
import type { Shown } from './read-portal';

/** What a save needs of the world; tests give their own. */
export interface World {
  session(seat: Seat): Promise<{ token: string; user: number } | undefined>;
  snapshot(seat: Seat): Promise<Snapshot | undefined>;
  countries(space: string): Promise<ReadonlySet<number>>;
  api(space: string, token: string): PortalApi;
  /** Whether the browser lets us reach the space's API. */
  allowed(space: string): Promise<boolean>;
  /** False when the browser knows that it has no network; true says nothing. */
  online(): boolean;
  journal: Table<JournalEntry>;
  publish(owner: Owner, progress: Progress): Promise<void>;
  /** The progress that was published last. */
  published(owner: Owner): Promise<Progress | undefined>;
  /** The portal was read: `done` holds what was sent and is now there. Snapshot, drafts and history follow. */
  settle(seat: Seat, owner: Owner, shown: Shown, done: Edits, saveId: string): Promise<void>;
  /** After a recovery: the drafts whose value was the one sent, by its fingerprint. */
  drafted(owner: Owner, name: FieldName): Promise<Edits[FieldName]>;
  signedOut(seat: Seat, token: string): Promise<void>;
  /** The space was forgotten while the save was on its way: what the save wrote since goes too. */
  forget(owner: Owner, saveId: string): Promise<void>;
  /** Milliseconds since the epoch, for what is shown and stored. */
  now(): number;
  /** Milliseconds by a clock that nobody can set, for how long ago something was (F60). */
  monotonicNow(): number;
  today(): string;
}

/**
 * The world with its stores taken as they are: a failing one never stops a save. Without the journal a save only loses its
 * recovery (F57), without the progress its display, and drafts that could not be cleared are found to be on the portal
 * already when they are saved again.
 */
export function steady(world: World) {
  const quietly = (work: () => Promise<void>) => work().catch(() => {});
  return {
    ...world,
    note: (entry: JournalEntry) => quietly(() => world.journal.put(entry.saveId, entry)),
    strike: (saveId: string) => quietly(() => world.journal.delete(saveId)),
    left: () => world.journal.entries().catch(() => []),
    publish: (...what: Parameters<World['publish']>) => quietly(() => world.publish(...what)),
    published: (owner: Owner) => world.published(owner).catch(() => undefined),
    settle: (...what: Parameters<World['settle']>) => quietly(() => world.settle(...what)),
    signedOut: (...what: Parameters<World['signedOut']>) => quietly(() => world.signedOut(...what)),
    forget: (...what: Parameters<World['forget']>) => quietly(() => world.forget(...what)),
    drafted: (...what: Parameters<World['drafted']>) => world.drafted(...what).catch(() => undefined),
  };
}

export type SteadyWorld = ReturnType<typeof steady>;
