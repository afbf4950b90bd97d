import { describe, expect, test } from 'vitest';
import { taskOf } from '../../../src/cli/task-source.ts';
import type { Experiment } from '../../../src/core/experiment/experiment.ts';
import { defaults } from '../../../src/core/experiment/fields.ts';
import { initialize, limitsOf, prepare } from '../../../src/core/experiment/prepare.ts';
import { SettingsError } from '../../../src/core/experiment/problems.ts';
import { Run, type KernelFactory, type Measurement } from '../../../src/core/experiment/run.ts';
import { totalEpochs } from '../../../src/core/experiment/schedule.ts';
import { finish } from '../../../src/core/finish.ts';
import { isByteInputs, parameterPlaces, type Kernel } from '../../../src/core/kernel.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { shuffle } from '../../../src/core/random/shuffle.ts';
import { Random } from '../../../src/core/random/random.ts';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';
import type { Task } from '../../../src/core/tasks/task.ts';
import { random } from '../network/small-network.ts';

const scalar: KernelFactory = (spec, samples) => new ScalarKernel(spec, samples);

/** Small pictures in place of MNIST's: some of them equal, with a split of their own. */
function pictures(samples: number, distinct: number): Task {
  const [height, width] = [9, 8];
  const features = height * width;
  const next = random(9);
  const kinds = Array.from({ length: distinct }, () =>
    Uint8Array.from({ length: features }, () => (next() < 0.7 ? 0 : Math.floor(256 * next()))),
  );
  const bytes = new Uint8Array(samples * features);
  for (let s = 0; s < samples; s++) bytes.set(kinds[s % distinct]!, s * features);
  return {
    name: 'pictures',
    samples,
    features,
    inputs: { bytes, values: Float32Array.from({ length: 256 }, (_, byte) => byte / 255) },
    labels: Uint8Array.from({ length: samples }, (_, s) => (s % distinct) % 3),
    classes: 3,
    image: { height, width, channels: 1 },
    ownTrainSamples: Math.floor(samples * 0.75),
  };
}

const onPictures: Experiment = {
  ...defaults,
  task: 'mnist',
  net: [{ filters: 2, size: 3 }, { pool: 2 }, 5],
  act: ['relu'],
  init: 'normal',
  lr: 0.01,
  batch: 16,
  epochs: 3,
  every: 1,
};

describe('the limits of images', () => {
  test('count equal images as one, by whole rows', () => {
    const { hx, hy } = limitsOf(pictures(64, 32));
    expect(hx).toBe(5);
    expect(hy).toBeCloseTo(1.585, 2);
    expect(limitsOf(pictures(64, 64)).hx).toBe(6);
  });

  test('of MNIST are 70,000 different images and ten classes of nearly equal size', () => {
    const { hx, hy } = limitsOf(taskOf('mnist'));
    expect(hx).toBeCloseTo(Math.log2(70_000), 12);
    // What the original program finds for a layer that keeps every image apart.
    expect(hy).toBeCloseTo(3.3198370254034124, 12);
  });

  test('take bytes that stand for one value as equal', () => {
    const task = pictures(64, 64);
    if (!isByteInputs(task.inputs)) throw new Error('the pictures are bytes');
    const inputs = { ...task.inputs, values: new Float32Array(256) };
    expect(limitsOf({ ...task, inputs }).hx).toBe(0);
  });

  test('are those of the same images as floats', () => {
    const task = pictures(50, 20);
    if (!isByteInputs(task.inputs)) throw new Error('the pictures are bytes');
    const { bytes, values } = task.inputs;
    expect(limitsOf({ ...task, inputs: Float32Array.from(bytes, (byte) => values[byte]!) })).toEqual(
      limitsOf(task),
    );
    expect(limitsOf(icosahedron()).hx).toBe(12);
  });
});

describe('an experiment on images', () => {
  test('has the split of the data, whatever `test` and `seed` say', () => {
    const { split, samples } = prepare({ ...onPictures, test: 50, seed: 7 }, pictures(40, 40));
    expect([...split.train]).toEqual(Array.from({ length: 30 }, (_, s) => s));
    expect([...split.test]).toEqual(Array.from({ length: 10 }, (_, s) => 30 + s));
    expect([...samples.isTest]).toEqual([...new Array<number>(30).fill(0), ...new Array<number>(10).fill(1)]);
  });

  test('keeps images as bytes, whose 256 values are quantized at 8 bits: nearly as they were', () => {
    const task = pictures(40, 40);
    const { samples } = prepare({ ...onPictures, bits: 4 }, task);
    if (!isByteInputs(samples.inputs) || !isByteInputs(task.inputs))
      throw new Error('the pictures are bytes');
    expect(samples.inputs.bytes).toBe(task.inputs.bytes);
    for (const [byte, value] of samples.inputs.values.entries()) expect(value).toBeCloseTo(byte / 255, 6);
    expect(prepare({ ...onPictures, bits: 'float' }, task).samples.inputs).toBe(task.inputs);
  });

  test('draws the kernel of a convolution with a fan-in of one field and as many units as filters', () => {
    const { spec, samples } = prepare({ ...onPictures, init: 'glorot' }, pictures(40, 40));
    const kernel = new ScalarKernel(spec, samples);
    initialize(kernel, { ...onPictures, init: 'glorot' });
    const [convolution, pooling] = parameterPlaces(spec.layers);
    expect(convolution).toEqual({ kernel: 0, bias: 18, end: 20 });
    expect(pooling).toEqual({ kernel: 20, bias: 20, end: 20 });
    const stream = new Random(1, 'weights', 0, 0);
    const limit = Math.fround(Math.sqrt(Math.fround(6 / 11)));
    const drawn = Array.from({ length: 18 }, () => Math.fround((2 * stream.unit() - 1) * limit));
    expect([...kernel.buffers.parameters.subarray(0, 18)]).toEqual(drawn);
    expect([...kernel.buffers.parameters.subarray(18, 20)]).toEqual([0, 0]);
  });

  test('runs, breaks no invariant and learns what the pictures show', () => {
    const measurements = [
      ...new Run({ ...onPictures, epochs: 40, every: 10 }, pictures(80, 12), scalar),
    ].filter((each): each is Measurement => typeof each !== 'number');
    expect(measurements.flatMap(({ violations }) => violations)).toEqual([]);
    const [first, last] = [measurements[0]!.columns, measurements.at(-1)!.columns];
    expect(last.ixt).toHaveLength(5);
    expect(last.testAccuracy[0]).toBeGreaterThan(first.testAccuracy[0]! + 0.2);
    // Pooling's codes are a function of the codes before them.
    expect(last.ixt[1]).toBeLessThanOrEqual(last.ixt[0]!);
  });

  test('is refused where its net fits not the images', () => {
    expect(() => prepare({ ...onPictures, net: [{ pool: 2 }, 3] }, pictures(40, 40))).toThrow(SettingsError);
  });
});

describe('a run whose ranges start from the data', () => {
  test('has them before the first step, as large as the activations of the training samples', () => {
    const experiment: Experiment = { ...onPictures, start: 'data' };
    const task = pictures(80, 80);
    const first = firstOf(new Run(experiment, task, scalar));
    const usual = firstOf(new Run({ ...experiment, start: [-6, 6] }, task, scalar));
    expect([...usual.columns.low.subarray(0, 3), ...usual.columns.high.subarray(0, 3)]).toEqual([
      ...[-6, -6, -6],
      ...[6, 6, 6],
    ]);
    expect([...first.columns.low.subarray(0, 3)]).toEqual([0, 0, 0]);
    for (const high of first.columns.high.subarray(0, 3)) expect(high).toBeGreaterThan(0);
    for (const [row, levels] of first.columns.levels.entries()) {
      if (row < 3) expect(levels).toBeGreaterThan(1.5 * usual.columns.levels[row]!);
    }
  });
});

function firstOf(run: Run): Measurement {
  for (const each of run) if (typeof each !== 'number') return each;
  throw new Error('a run has a measurement');
}

describe('epochs on shuffled labels', () => {
  test('carry weights, ranges, moments and the number of steps over to the true labels', () => {
    const experiment: Experiment = { ...onPictures, prefit: 2, epochs: 3, badfits: 'keep' };
    const task = pictures(40, 40);
    const run = new Run(experiment, task, scalar);
    for (const _ of run);

    const { spec, samples, split } = prepare(experiment, task);
    const kernel: Kernel = new ScalarKernel(spec, samples);
    initialize(kernel, experiment);
    const order = split.train.slice();
    const orders = new Random(1, 'shuffle', 0, 0);
    const labels = samples.labels.slice();
    const drawn = shuffle(
      Uint32Array.from(split.train, (sample) => samples.labels[sample]!),
      new Random(1, 'labels', 0, 0),
    );
    for (const [index, sample] of split.train.entries()) labels[sample] = drawn[index]!;
    for (let epoch = 0; epoch < totalEpochs(experiment); epoch++) {
      shuffle(order, orders);
      for (let from = 0; from < 30; from += 16) {
        finish(kernel.step(order, from, Math.min(30, from + 16), epoch < 2 ? labels : samples.labels));
      }
    }
    expect(run.kernel.steps).toBe(10);
    expect(run.kernel.buffers).toEqual(kernel.buffers);
  });
});
