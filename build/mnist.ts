import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { readMnistFiles } from '../src/cli/mnist-files.ts';
import { packImages } from '../src/core/tasks/packed-images.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'node_modules/.cache/infoplane');
const file = join(folder, 'mnist.bin');
const stamp = join(folder, 'mnist.json');

/** What decides the asset's bytes, beside the idx files, whose hashes stand in one of these. */
const sources = ['build/mnist.ts', 'src/cli/mnist-files.ts', 'src/core/tasks/packed-images.ts'];

/** MNIST's packed images, gzipped, on this machine's disk. */
export interface MnistAsset {
  readonly file: string;
  /** Bytes. */
  readonly length: number;
  readonly sha256: string;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The asset: that of an earlier build if nothing has changed since, else made anew, which takes some 2 s. */
export async function mnistAsset(): Promise<MnistAsset> {
  const texts = await Promise.all(sources.map((path) => readFile(join(root, path))));
  const key = hashOf(Buffer.concat(texts));
  const kept = await keptAsset(key);
  if (kept) return kept;
  const bytes = await promisify(gzip)(packImages(readMnistFiles()), { level: 9 });
  const asset: MnistAsset = { file, length: bytes.length, sha256: hashOf(bytes) };
  await mkdir(folder, { recursive: true });
  await replaceFile(file, bytes);
  await replaceFile(stamp, JSON.stringify({ key, sha256: asset.sha256 }));
  return asset;
}

async function keptAsset(key: string): Promise<MnistAsset | null> {
  try {
    const [bytes, text] = await Promise.all([readFile(file), readFile(stamp, 'utf8')]);
    const sha256 = hashOf(bytes);
    return text === JSON.stringify({ key, sha256 }) ? { file, length: bytes.length, sha256 } : null;
  } catch {
    return null; // Not made yet.
  }
}

/** Another build at the same time sees the old file or the new one, never half of it. */
async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content);
  await rename(draft, path);
}

const name = 'virtual:mnist';

/** Gives the module `virtual:mnist`: where the asset lies beside the page, and its length and SHA-256. */
export function mnist(): Plugin {
  return {
    name: 'infoplane:mnist',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const { length, sha256 } = await mnistAsset();
      return [
        `export { default as url } from ${JSON.stringify(`${file}?url`)};`,
        `export const length = ${length};`,
        `export const sha256 = ${JSON.stringify(sha256)};`,
      ].join('\n');
    },
  };
}
