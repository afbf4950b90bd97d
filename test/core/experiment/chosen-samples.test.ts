import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment/experiment.ts';
import { defaults } from '../../../src/core/experiment/fields.ts';
import { limitsOf } from '../../../src/core/experiment/prepare.ts';
import { Reestimator, type Checkpoint } from '../../../src/core/experiment/reestimate.ts';
import { Run, type KernelFactory } from '../../../src/core/experiment/run.ts';
import { finish } from '../../../src/core/finish.ts';
import {
  labelsOfSamples,
  rowsOfSamples,
  samplesOfPart,
  type SplitPart,
} from '../../../src/core/information/chosen-samples.ts';
import {
  nullBand,
  permutedInformation,
  permutedLabels,
} from '../../../src/core/information/label-permutations.ts';
import { partitionEntropy, partitionInParts } from '../../../src/core/information/partition.ts';
import type { Information } from '../../../src/core/information/mutual-information.ts';
import { isRuler, parseRuler } from '../../../src/core/information/ruler-text.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';
import type { Task } from '../../../src/core/tasks/task.ts';
import { makeTask } from '../../../src/core/tasks/make-task.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';

const module = loadKernel();
const wasm: KernelFactory = (spec, data) => new WasmKernel(module, spec, data, undefined, true);
const inParts: KernelFactory = (spec, data) => new WasmKernel(module, spec, data, 128, true);
const scalar: KernelFactory = (spec, data) => new ScalarKernel(spec, data);
const task: Task = icosahedron();

function checkpointsOf(experiment: Experiment, of: Task = task): Checkpoint[] {
  return [...new Run(experiment, of, wasm)].flatMap((event) =>
    typeof event === 'number' ? [] : [{ epoch: event.columns.epoch[0]!, values: event.checkpoint }],
  );
}

function laid(estimator: Reestimator, text: string, checkpoints: readonly Checkpoint[]): Information[][] {
  const ruler = parseRuler(text);
  if (!isRuler(ruler)) throw new Error(text);
  const found = new Map<number, readonly Information[]>();
  for (const event of estimator.estimate([ruler], checkpoints)) {
    if (event.kind === 'estimate') found.set(event.epoch, event.layers);
  }
  return checkpoints.map(({ epoch }) => [...(found.get(epoch) ?? [])]);
}

/** Plug-in entropy of a list of keys, by the textbook. */
function entropyOf(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return -[...counts.values()].reduce((sum, c) => sum + (c / keys.length) * Math.log2(c / keys.length), 0);
}

/** [I(X;T), I(T;Y)] of keys, one for each sample, over some samples. */
function slow(keys: readonly string[], chosen: Uint32Array): Information {
  const own = [...chosen].map((s) => keys[s]!);
  const classes = [...chosen].map((s) => String(task.labels[s]));
  const both = own.map((key, i) => `${key}:${classes[i]}`);
  return [entropyOf(own), entropyOf(own) + entropyOf(classes) - entropyOf(both)];
}

const short: Experiment = { ...defaults, epochs: 30, every: 'log' };
const parts: readonly SplitPart[] = ['train', 'test'];

describe('a ruler laid over a part of the samples', () => {
  it.each(['tanh', 'relu'] as const)('counts the codes of the whole pass over that part: %s', (act) => {
    const experiment: Experiment = { ...short, act: [act], bits: 4 };
    const checkpoints = checkpointsOf(experiment);
    const again = new Reestimator(experiment, task, wasm);
    const { isTest } = again.prepared.samples;
    for (const part of parts) {
      const chosen = samplesOfPart(isTest, part);
      const exact = laid(again, `exact-${part}`, checkpoints);
      for (const [m, checkpoint] of checkpoints.entries()) {
        const cells = again.partitions(checkpoint).toSpliced(-2, 1);
        for (const [layer, { cellOf }] of cells.entries()) {
          const [ixt, ity] = slow([...cellOf].map(String), chosen);
          expect(exact[m]![layer]![0]).toBeCloseTo(ixt, 9);
          expect(exact[m]![layer]![1]).toBeCloseTo(ity, 9);
        }
      }
    }
  });

  it('gives the same bits by either kernel, and where each part of the samples is measured by itself', () => {
    const some = makeTask('random-9-40-1')!;
    for (const bits of [2, 8, 'float'] as const) {
      const experiment: Experiment = { ...short, epochs: 3, act: ['relu'], bits, task: 'random-9-40-1' };
      const checkpoints = checkpointsOf(experiment, some);
      const [fast, cut, defining] = [wasm, inParts, scalar].map(
        (make) => new Reestimator(experiment, some, make),
      );
      for (const text of ['exact', 'grid', 'uniform-30-global', 'adaptive-20-layer-mean', 'exact-mean']) {
        for (const part of parts) {
          const expected = laid(defining!, `${text}-${part}`, checkpoints);
          expect(laid(fast!, `${text}-${part}`, checkpoints), text).toEqual(expected);
          expect(laid(cut!, `${text}-${part}`, checkpoints), text).toEqual(expected);
        }
      }
    }
  }, 60_000);

  it('makes its bins of all samples, so that T is the same variable', () => {
    const experiment: Experiment = { ...short, act: ['relu'], bits: 'float' };
    const checkpoints = checkpointsOf(experiment);
    const again = new Reestimator(experiment, task, wasm);
    const chosen = samplesOfPart(again.prepared.samples.isTest, 'test');
    const found = laid(again, 'uniform-30-layer-test', checkpoints);
    for (const [m, checkpoint] of checkpoints.entries()) {
      for (let layer = 0; layer < again.layers; layer++) {
        const { units, values } = again.outputs(checkpoint, layer);
        const low = values.reduce((a, b) => Math.min(a, b));
        const high = values.reduce((a, b) => Math.max(a, b));
        const edges = Array.from({ length: 31 }, (_, i) => low + ((high - low) * i) / 30);
        const keys = Array.from({ length: task.samples }, (_, s) =>
          [...values.subarray(s * units, (s + 1) * units)]
            .map((v) => edges.filter((edge) => edge <= v).length)
            .join(),
        );
        expect(found[m]![layer]![0]).toBeCloseTo(slow(keys, chosen)[0], 9);
        expect(found[m]![layer]![1]).toBeCloseTo(slow(keys, chosen)[1], 9);
      }
    }
  });

  it('compares only pairs of that part by kernel density', () => {
    const experiment: Experiment = { ...short, epochs: 2, act: ['tanh'] };
    const [, checkpoint] = checkpointsOf(experiment);
    const again = new Reestimator(experiment, task, wasm);
    const chosen = samplesOfPart(again.prepared.samples.isTest, 'test');
    const { units, values } = again.outputs(checkpoint!, 4);
    const [found] = laid(again, 'kde-upper-0.001-test', [checkpoint!]);
    const bound = (some: readonly number[]): number => {
      let sum = 0;
      for (const i of some) {
        let near = 0;
        for (const j of some) {
          let d2 = 0;
          for (let u = 0; u < units; u++) d2 += (values[i * units + u]! - values[j * units + u]!) ** 2;
          near += Math.exp(-d2 / 0.002);
        }
        sum -= Math.log2(near / some.length);
      }
      return sum / some.length;
    };
    const all = [...chosen];
    const within = [0, 1].map((c) => all.filter((s) => task.labels[s] === c));
    const ity = bound(all) - within.reduce((sum, some) => sum + (some.length / all.length) * bound(some), 0);
    expect(found![4]![0]).toBeCloseTo(bound(all), 9);
    expect(found![4]![1]).toBeCloseTo(ity, 9);
  });

  it('has the limits of that part', () => {
    const again = new Reestimator(short, task, wasm);
    const { isTest, labels } = again.prepared.samples;
    for (const part of parts) {
      const chosen = samplesOfPart(isTest, part);
      const { hx, hy } = again.limits(part);
      expect(hx).toBeCloseTo(Math.log2(part === 'test' ? 820 : 3276), 12);
      expect(hy).toBeCloseTo(entropyOf([...chosen].map((s) => String(labels[s]))), 12);
      expect(again.limits(part)).toEqual(limitsOf(task, chosen));
    }
    expect(again.limits('all')).toEqual(limitsOf(task));
  });

  it('splits as the run did that trained on shuffled labels first', () => {
    const experiment: Experiment = { ...short, prefit: 2 };
    expect(new Reestimator(experiment, task, wasm).prepared.split).toEqual(
      new Run(experiment, task, wasm).prepared.split,
    );
  });
});

describe('equal inputs', () => {
  it('count once in H(X) of a part', () => {
    const parity = makeTask('parity-3')!;
    const twice = { ...parity, inputs: (parity.inputs as Float32Array).map((v, i) => (i < 6 ? 0 : v)) };
    expect(limitsOf(twice, Uint32Array.of(0, 1, 6, 7)).hx).toBe(1.5);
  });
});

describe('the null of a ruler', () => {
  const bandsOf = (estimator: Reestimator, text: string, checkpoint: Checkpoint) => {
    const ruler = parseRuler(text);
    if (!isRuler(ruler)) throw new Error(text);
    for (const event of estimator.estimate([ruler], [checkpoint]))
      if (event.kind === 'estimate') return event;
    throw new Error('nothing was measured');
  };

  it('is that of the cells the ruler makes of its samples, with the mean where I(T;Y) stands', () => {
    const experiment: Experiment = { ...short, act: ['relu'], bits: 4 };
    const checkpoint = checkpointsOf(experiment).at(-1)!;
    const again = new Reestimator(experiment, task, wasm);
    const { samples } = again.prepared;
    const chosen = samplesOfPart(samples.isTest, 'test');
    const own = labelsOfSamples(samples, chosen);
    const permuted = permutedLabels(own.labels, experiment.seed);
    const { bands = [], layers } = bandsOf(again, 'exact-test-null', checkpoint);
    const cells = again.partitions(checkpoint).toSpliced(-2, 1);
    for (const [layer, { cellOf }] of cells.entries()) {
      const some = finish(partitionInParts(rowsOfSamples(cellOf, 1, chosen), 820, own.labels, 2));
      const expected = nullBand(finish(permutedInformation(some, own, permuted)));
      expect(bands[layer]).toMatchObject(expected);
      expect(layers[layer]![1]).toBe(expected.mean);
      expect(layers[layer]).toEqual([partitionEntropy(some), expected.mean]);
    }
  });

  it('is H(Y) for a saturated layer: its I(T;Y) says nothing', () => {
    const [checkpoint] = checkpointsOf({ ...short, epochs: 1 });
    const again = new Reestimator({ ...short, epochs: 1 }, task, wasm);
    const { bands = [] } = bandsOf(again, 'exact-null', checkpoint!);
    const { hy } = again.limits('all');
    expect(bands[0]!.low).toBeCloseTo(hy, 12);
    expect(bands[0]!.high).toBeCloseTo(hy, 12);
  });

  it('gives the same bits by either kernel', () => {
    const some = makeTask('random-9-40-1')!;
    const experiment: Experiment = { ...short, epochs: 1, act: ['relu'], task: 'random-9-40-1' };
    const [checkpoint] = checkpointsOf(experiment, some);
    const [fast, defining] = [wasm, scalar].map((make) => new Reestimator(experiment, some, make));
    for (const text of ['grid-null', 'uniform-30-layer-mean-null', 'exact-mean-train-null']) {
      expect(bandsOf(fast!, text, checkpoint!)).toEqual(bandsOf(defining!, text, checkpoint!));
    }
  });
});
