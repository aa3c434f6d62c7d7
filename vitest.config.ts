import { defineConfig } from 'vitest/config';

/**
 * One file after the other, all in one process: loading the drivers and the portal anew for each file costs more than many a file's
 * tests. Nothing is left behind in a module: browser and portal belong to a file's own set-up.
 */
const oneBrowserAtATime = { fileParallelism: false, isolate: false } as const;

/**
 * `unit` runs in Node without a browser, `soak` the same for long; `e2e` and `threats` drive the production builds in the
 * browser named by BROWSER.
 */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // A failure's first line is what a cut log keeps: it says what there was, and not how many.
    chaiConfig: { truncateThreshold: 400 },
    // These end what hangs, and longer than a wait does (HANG_MS in tests/browsers/waiting.ts): so a test fails with its words.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.test.ts'],
          environment: 'node',
          testTimeout: 3 * 3_600_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'threats',
          include: ['tests/threats/**/*.test.ts'],
          setupFiles: ['tests/browsers/failed-tests.ts'],
          environment: 'node',
          ...oneBrowserAtATime,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          setupFiles: ['tests/browsers/failed-tests.ts'],
          environment: 'node',
          ...oneBrowserAtATime,
        },
      },
    ],
  },
});
