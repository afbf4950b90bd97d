import { describe, expect, test } from 'vitest';
import { taskOf } from '../../../src/cli/task-source.ts';
import { isByteInputs } from '../../../src/core/kernel.ts';
import { decodeMnist, MNIST, mnistTask } from '../../../src/core/tasks/mnist.ts';
import { packImages } from '../../../src/core/tasks/packed-images.ts';

const task = taskOf('mnist');
const { bytes, values } = isByteInputs(task.inputs) ? task.inputs : { bytes: null, values: null };

describe('the MNIST task', () => {
  test('has 70,000 images of 28 x 28 in 10 classes, the first 60,000 to train on', () => {
    expect(task).toMatchObject({ name: 'mnist', samples: 70_000, features: 784, classes: 10 });
    expect(task.image).toEqual({ height: 28, width: 28, channels: 1 });
    expect(task.ownTrainSamples).toBe(60_000);
  });

  test('begins with a five, a nought and a four, and its test set with a seven, a two and a one', () => {
    expect([...task.labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
    expect([...task.labels.subarray(60_000, 60_005)]).toEqual([7, 2, 1, 0, 4]);
  });

  test('has the published numbers of each digit', () => {
    const count = (labels: Uint8Array): number[] => {
      const counts = Array<number>(10).fill(0);
      for (const label of labels) counts[label]!++;
      return counts;
    };
    expect(count(task.labels.subarray(0, 60_000))).toEqual([
      5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949,
    ]);
    expect(count(task.labels.subarray(60_000))).toEqual([
      980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009,
    ]);
  });

  test('has pixels of float32(byte / 255), as a float32 division gives them, and 81% of them zero', () => {
    expect(values).toHaveLength(256);
    values?.forEach((value, byte) => expect(value).toBe(Math.fround(byte / 255)));
    let zeros = 0;
    for (const byte of bytes ?? []) if (byte === 0) zeros++;
    expect(zeros / (MNIST.samples * 784)).toBeCloseTo(0.809, 3);
  });

  test('is the same once packed and unpacked', () => {
    const { height, width, classes, trainSamples } = MNIST;
    const set = {
      height,
      width,
      classes,
      trainSamples,
      pixels: bytes ?? new Uint8Array(),
      labels: task.labels,
    };
    const again = decodeMnist(packImages(set));
    const inputs = isByteInputs(again.inputs) ? again.inputs : null;
    expect(Buffer.compare(inputs?.bytes ?? new Uint8Array(), bytes ?? new Uint8Array(1))).toBe(0);
    expect(Buffer.compare(again.labels, task.labels)).toBe(0);
    expect({ ...again, inputs: null, labels: null }).toEqual({ ...task, inputs: null, labels: null });
  });

  test('is refused where images are too few, or others', () => {
    expect(() => mnistTask(new Uint8Array(784), new Uint8Array(1))).toThrow(/784 pixels and 1 labels/);
    const other = { height: 1, width: 1, classes: 10, trainSamples: 1 };
    const bytesOfOther = packImages({ ...other, pixels: new Uint8Array(1), labels: new Uint8Array(1) });
    expect(() => decodeMnist(bytesOfOther)).toThrow(/1 1 10 1 in place of 28 28 10 60000/);
  });
});
