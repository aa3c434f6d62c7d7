import type { FieldName } from '../../utils/profile/fields';
import type { Proposal } from '../../utils/proposal';

/** What advice asks of the world around the editor. */
export interface Advisor {
  /** Asks the portal for a bio; it saves nothing. */
  suggestBio(): Promise<Proposal>;
  /** The tags that others in the space use, the most used first. */
  suggestTags(): Promise<readonly string[]>;
  /** Fields that the member does not want to be reminded of. */
  dismissedHints(): Promise<readonly FieldName[]>;
  /** All of them, with those of before; kept even if the page goes in the same moment. */
  dismissHints(names: readonly FieldName[]): void;
}
