import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = 'src/kernel/assembly';
const output = 'src/kernel/build/kernel.wasm';
const stamp = 'src/kernel/build/kernel.sha256';

/** Of the sources and of this file: two builds at a time, or a clock set back, cannot pass an old kernel for new. */
async function hashOfSources(): Promise<string> {
  const names = (await readdir(join(root, sources))).sort();
  const paths = [...names.map((name) => join(root, sources, name)), fileURLToPath(import.meta.url)];
  const hash = createHash('sha256');
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest('hex');
}

async function isBuiltFrom(hash: string): Promise<boolean> {
  try {
    await access(join(root, output));
    return (await readFile(join(root, stamp), 'utf8')) === hash;
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
  const hash = await hashOfSources();
  if (await isBuiltFrom(hash)) return;
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
  await writeFile(join(root, stamp), hash);
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
