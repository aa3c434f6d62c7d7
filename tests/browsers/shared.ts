import { afterAll, beforeAll, beforeEach, type TestContext } from 'vitest';

/** What is costly to open and serves all tests of a file, one after the other. */
export interface Shared {
  open(): Promise<void>;
  /** Puts it back to how it was when it was opened; false where that cannot be done. */
  reset(): Promise<boolean>;
  close(isSpoilt: boolean): Promise<void>;
}

/**
 * Opens something for the tests of a file and resets it before each of them, so that none depends on another. What a failed test leaves is
 * not trusted: the next test gets a new one.
 */
export function useShared({ open, reset, close }: Shared): void {
  let last: TestContext['task'] | undefined;
  const isSpoilt = () => last?.result?.state === 'fail';

  beforeAll(open);
  beforeEach(async ({ task }) => {
    const isFirst = !last;
    const wasSpoilt = isSpoilt();
    last = task;
    if (isFirst) return;
    if (!wasSpoilt && (await reset())) return;
    await close(wasSpoilt);
    await open();
  });
  afterAll(() => close(isSpoilt()));
}
