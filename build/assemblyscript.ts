import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = 'src/kernel/assembly';
const output = 'src/kernel/build/kernel.wasm';

async function newest(folder: string): Promise<number> {
  const names = await readdir(join(root, folder));
  const times = await Promise.all(names.map(async (name) => (await stat(join(root, folder, name))).mtimeMs));
  return Math.max(...times);
}

async function isFresh(): Promise<boolean> {
  try {
    const built = (await stat(join(root, output))).mtimeMs;
    return built > (await newest(sources)) && built > (await newest('build'));
  } catch {
    return false; // Not built yet.
  }
}

/**
 * Compiles the AssemblyScript kernel to WebAssembly with SIMD.
 *
 * The flags are part of the promise of equal bits: AssemblyScript's own maths (never `--use Math=JSMath`),
 * plain SIMD (never relaxed SIMD), no run-time assertions, no garbage collector.
 */
export async function compileKernel(): Promise<void> {
  if (await isFresh()) return;
  await mkdir(join(root, dirname(output)), { recursive: true });
  const stderr = asc.createMemoryStream();
  const { error } = await asc.main(
    [
      `${sources}/index.ts`,
      '--outFile',
      output,
      '--bindings',
      'raw',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--noAssert',
      '--optimizeLevel',
      '3',
      '--converge',
    ],
    { stderr },
  );
  if (error) throw new Error(`The kernel does not compile: ${error.message}\n${stderr.toString()}`);
}

/** Vite and Vitest: build the kernel before anything asks for it, and again when its source changes. */
export function assemblyScript(): Plugin {
  return {
    name: 'infoplane:assemblyscript',
    async buildStart() {
      await compileKernel();
    },
    async handleHotUpdate({ file, server }) {
      if (!file.includes(sources)) return;
      await compileKernel();
      server.ws.send({ type: 'full-reload' });
    },
  };
}
