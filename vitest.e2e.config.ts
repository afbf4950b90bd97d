import { defineConfig } from 'vitest/config';

/** End to end: the production build in a real browser, one test at a time, each of them tried once. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/global-setup.ts'],
    fileParallelism: false,
    retry: 0,
    // Some texts come once a second, and later on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
