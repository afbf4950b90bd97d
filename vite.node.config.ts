import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { assemblyScript } from './build/assemblyscript.ts';

/** The programs that run without a browser, by the name under which npm knows them. */
const programs = {
  infoplane: 'src/cli/infoplane.ts',
  golden: 'src/cli/golden.ts',
  agree: 'src/cli/agree.ts',
  'record-run': 'src/cli/record-run.ts',
  'lesson-search': 'src/cli/lesson-search.ts',
  bench: 'test/bench/bench.ts',
};

const input = Object.fromEntries(
  Object.entries(programs).filter(([, file]) => existsSync(join(import.meta.dirname, file))),
);

/** What begins with `#!` is a program, and may be run by its name. */
const executable: Plugin = {
  name: 'executable',
  writeBundle({ dir = '' }, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type === 'chunk' && output.code.startsWith('#!'))
        chmodSync(join(dir, output.fileName), 0o755);
    }
  },
};

export default defineConfig({
  assetsInclude: ['**/*.wasm'],
  plugins: [assemblyScript(), executable],
  publicDir: false,
  logLevel: 'warn',
  // Carried inside, so that a program runs wherever its bundle is.
  ssr: { noExternal: [/^(d3(-|$)|internmap|delaunator|robust-predicates)/] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-node',
    // A program that runs while another is built keeps its files.
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
