import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { assemblyScript } from './build/assemblyscript.ts';
import { loadingTogether } from './build/first-load.ts';
import { mnist } from './build/mnist.ts';
import { offline } from './build/offline.ts';
import { versionFile } from './build/version-file.ts';

export default defineConfig({
  base: './',
  assetsInclude: ['**/*.wasm', '**/mnist.bin'],
  plugins: [react(), assemblyScript(), mnist(), versionFile(), offline('src/offline/service-worker.ts')],
  worker: { format: 'es', plugins: () => [mnist()] },
  build: {
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: loadingTogether(import.meta.dirname, {
            first: 'src/app/main.tsx',
            behind: 'src/app/behind.ts',
          }),
        },
      },
    },
    // The kernel is fetched and compiled while it streams, so it stays a file.
    assetsInlineLimit: (file) => (file.endsWith('.wasm') ? false : undefined),
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/engines/**', 'test/bench/**'],
    globalSetup: ['./test/global-setup.ts'],
    // On a busy machine all is slower: no unit test is one of time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
