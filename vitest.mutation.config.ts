import { defineConfig } from 'vitest/config';

/** The quick tests of what is mutated (stryker.config.json): each mutant is met by those of them that reach it. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: [
      'tests/unit/contract/*.test.ts',
      'tests/unit/messages/*.test.ts',
      'tests/unit/profile/merge.test.ts',
      'tests/unit/profile/kinds.test.ts',
      'tests/unit/background/outcome.test.ts',
      'tests/unit/background/password.test.ts',
      'tests/unit/background/read-portal.test.ts',
      'tests/unit/background/capture-token.test.ts',
      'tests/unit/engine/save*.test.ts',
      'tests/unit/engine/faults.test.ts',
      'tests/unit/threats/forgotten.test.ts',
    ],
    environment: 'node',
    // A mutant is found by what it does, not by a busy computer.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
