import type { Advisor } from '../../components/advice/contract';
import type { Snapshot } from '../../utils/snapshot';
import { dismissedHintsItem, newlyDismissedHintsItem } from '../../utils/stores';
import { send } from './send';

/** What advice asks of the background, and the little it remembers. */
export const createAdvisor = ({ seat, owner }: Snapshot): Advisor => ({
  suggestBio: () => send('suggestBio', { seat, owner }),
  suggestTags: () => send('suggestTags', { seat, owner }).catch(() => []),
  dismissedHints: async () => (await newlyDismissedHintsItem.get()) ?? (await dismissedHintsItem.get()) ?? [],
  dismissHints: names => void newlyDismissedHintsItem.set([...names]).catch(() => {}),
});
