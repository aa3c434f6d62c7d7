import type { Advisor } from '../../components/advice/contract';
import type { Snapshot } from '../../utils/snapshot';
import { dismissedHintsItem } from '../../utils/stores';
import { send } from './send';

/** What advice asks of the background, and the little it remembers. */
export const createAdvisor = ({ seat, owner }: Snapshot): Advisor => ({
  suggestBio: () => send('suggestBio', { seat, owner }),
  suggestTags: () => send('suggestTags', { seat, owner }).catch(() => []),
  dismissedHints: async () => (await dismissedHintsItem.get()) ?? [],
  dismissHint: name =>
    void dismissedHintsItem
      .get()
      .then(names => dismissedHintsItem.set([...new Set([...(names ?? []), name])]))
      .catch(() => {}),
});
