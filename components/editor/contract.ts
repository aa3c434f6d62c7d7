import type { Reply } from '../../utils/messages';
import type { Generation } from '../../utils/portal/pages';
import type { Edit, Edits } from '../../utils/profile/diff';
import type { FieldName, PasswordName, SectionId } from '../../utils/profile/fields';
import type { Outcome, Progress } from '../../utils/save-data';
import type { Country, Seat, Snapshot } from '../../utils/snapshot';
import type { Advisor } from '../advice/contract';
import type { Beyond } from './beyond';

/** Where the editor is shown. A tab's inputs are written to the browser's session files, so they are told not to be filled. */
export type Surface = 'popup' | 'panel' | 'page';

/** What an editor of one owner begins with, all of it read from storage. */
export interface Start {
  surface: Surface;
  snapshot: Snapshot;
  countries: readonly Country[];
  /** Drafts found in storage. */
  edits: Edits;
  section: SectionId;
  generation: Generation;
  /** The last save of this owner, when no editor has shown yet how it ended. */
  progress?: Progress;
  /** The member uses other spaces too, so a change can be applied there. */
  others?: boolean;
}

export type PasswordWords = Record<PasswordName, string>;

/** What the editor asks of the world around it. */
export interface Actions {
  /** Keeps a drafted field, or forgets it, in the same tick. */
  keepDraft(name: FieldName, edit: Edit | undefined): void;
  save(edits: Edits): Promise<Outcome>;
  changePassword(typed: PasswordWords): Promise<Reply<'changePassword'>>;
  /** A save is near: let the background be awake. */
  wake(): void;
  /** Save is being pressed: let the background read the portal meanwhile. */
  startPreflight(): void;
  refresh(): void;
  /** Opens the portal so that the member can sign in. */
  connect(): void;
  /** Asks the browser for the portal's address again, after it was taken away. */
  allow(): void;
  /** An outcome was shown; the next editor need not show it again. */
  seen(progress: Progress): void;
  showSection(section: SectionId): void;
  chooseSeat?(seat: Seat): void;
  /** Reloads the portal page that shows the old values, where there is one. */
  reloadPortal?(): void;
  today(): string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** What goes beyond the form: suggestions and hints. */
  advice?(): Promise<Advisor>;
  /** What goes beyond this owner: their history, their other profiles and spaces. */
  beyond?(): Promise<Beyond>;
}

/** Something that arrived from storage, all of one moment. */
export interface News {
  snapshot?: Snapshot;
  countries?: readonly Country[];
  drafts?: readonly [FieldName, Edit | undefined][];
  progress?: Progress;
}
