import { dismissedHintsItem, newlyDismissedHintsItem } from '../../utils/stores';

/** Puts on disk which hints an editor waved away. Must be called in the worker's first turn. */
export const followHints = (): void => {
  newlyDismissedHintsItem.watch(names => {
    if (names) dismissedHintsItem.set(names).catch(() => {});
  });
};
