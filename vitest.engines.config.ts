import { defineConfig } from 'vitest/config';

/** The production build in every engine that is here, one after the other: each has the machine to itself. */
export default defineConfig({
  test: {
    include: ['test/engines/**/*.test.ts'],
    globalSetup: ['test/e2e/global-setup.ts'],
    fileParallelism: false,
    retry: 0,
    hookTimeout: 120_000,
  },
});
