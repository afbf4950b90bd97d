import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../../src/core/experiment/experiment.ts';
import { defaults } from '../../../src/core/experiment/fields.ts';
import { Fingerprint, fingerprintOfRepeats } from '../../../src/core/experiment/fingerprint.ts';
import { isDiscarded, mostAttempts, Repeat, type DiscardedFit } from '../../../src/core/experiment/repeat.ts';
import { Run, RunError, type KernelFactory } from '../../../src/core/experiment/run.ts';
import { measuredEpochs, totalEpochs } from '../../../src/core/experiment/schedule.ts';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';

const module = loadKernel();
const createKernel: KernelFactory = (spec, samples) => new WasmKernel(module, spec, samples);
const task = icosahedron();
const short: Experiment = { ...defaults, epochs: 6 };

interface Heard {
  readonly fingerprint: string;
  readonly epochs: number[];
  readonly discarded: DiscardedFit[];
}

function train(experiment: Experiment, repeat: number): Heard {
  let fingerprint = '';
  let epochs: number[] = [];
  const discarded: DiscardedFit[] = [];
  for (const event of new Repeat(experiment, task, createKernel, repeat)) {
    if (typeof event === 'number') continue;
    if (isDiscarded(event)) {
      discarded.push(event);
      epochs = [];
    } else {
      ({ fingerprint } = event);
      epochs.push(event.columns.epoch[0] ?? NaN);
    }
  }
  return { fingerprint, epochs, discarded };
}

describe('repeats', () => {
  test('the first of several is the run that stands alone', () => {
    expect(train({ ...short, repeats: 8 }, 1).fingerprint).toBe(train(short, 1).fingerprint);
  });

  test('each has its own start and order, and all have one split', () => {
    const several: Experiment = { ...short, repeats: 3 };
    const names = [1, 2, 3].map((repeat) => train(several, repeat).fingerprint);
    expect(new Set(names).size).toBe(3);
    const runs = [1, 2].map((repeat) => new Run(several, task, createKernel, { repeat, attempt: 1 }));
    expect(runs[0]?.prepared.split).toEqual(runs[1]?.prepared.split);
    expect(runs[0]?.kernel.buffers.parameters).not.toEqual(runs[1]?.kernel.buffers.parameters);
  });

  test('a bad fit is reported and begun again with other streams, until it is given up', () => {
    // A step size of nearly nothing never learns: the accuracy stays that of the start.
    const hopeless: Experiment = {
      ...defaults,
      net: [1],
      lr: 0.0000001,
      epochs: 1010,
      every: 500,
      repeats: 2,
      seed: 3,
    };
    const discarded: DiscardedFit[] = [];
    const repeat = new Repeat(hopeless, task, createKernel, 2);
    const starts: number[] = [];
    const begin = (): void => {
      starts.push(repeat.run.kernel.buffers.parameters[0] ?? NaN);
    };
    begin();
    let failure: unknown = null;
    try {
      for (const event of repeat) {
        if (typeof event === 'number' || !isDiscarded(event)) continue;
        discarded.push(event);
        if (discarded.length === 3) break;
      }
    } catch (error) {
      failure = error;
    }
    if (failure !== null) expect(failure).toBeInstanceOf(RunError);
    expect(discarded.length).toBeGreaterThan(0);
    expect(discarded[0]).toMatchObject({ kind: 'bad fit', seed: 3, repeat: 2, attempt: 1, epoch: 1001 });
    expect(discarded.every(({ accuracy }) => accuracy < 0.55)).toBe(true);
    expect(mostAttempts).toBe(20);
  });

  test('a run of one repeat, or one that keeps bad fits, is shown as it is', () => {
    const hopeless: Experiment = { ...defaults, net: [1], lr: 0.0000001, epochs: 1005, every: 500, seed: 3 };
    expect(train(hopeless, 1)).toMatchObject({ discarded: [], epochs: [0, 1, 501, 1001, 1005] });
    expect(train({ ...hopeless, repeats: 2, badfits: 'keep' }, 2).discarded).toEqual([]);
  });

  test('a number that is no repeat is refused', () => {
    expect(() => new Repeat(short, task, createKernel, 0)).toThrow(RangeError);
  });

  test('together they have a name made of theirs, in their order; alone it is the same', () => {
    const one = new Fingerprint(1).text();
    const other = new Fingerprint(2).text();
    expect(fingerprintOfRepeats(1, [one])).toBe(one);
    expect(fingerprintOfRepeats(1, [one, other])).not.toBe(fingerprintOfRepeats(1, [other, one]));
    expect(fingerprintOfRepeats(1, [one, other])).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
  });
});

describe('epochs on shuffled labels', () => {
  const prefit: Experiment = { ...defaults, prefit: 12, epochs: 11 };

  test('come first, count, and are measured like the others', () => {
    expect([...measuredEpochs(prefit)]).toEqual([0, 1, 6, 11, 12, 13, 18, 23]);
    expect(totalEpochs(prefit)).toBe(23);
    expect([...measuredEpochs({ ...prefit, prefit: 0 })]).toEqual([0, 1, 6, 11]);
  });

  test('change the weights: they are trained on, not only counted', () => {
    const weightsOf = (experiment: Experiment): Float32Array => {
      const run = new Run(experiment, task, createKernel);
      for (const _ of run);
      return run.kernel.buffers.parameters.slice();
    };
    expect(train(prefit, 1).epochs).toEqual([...measuredEpochs(prefit)]);
    expect(weightsOf(prefit)).not.toEqual(weightsOf({ ...prefit, prefit: 0, epochs: 23 }));
  });

  test('shuffle the labels of the training samples among themselves, and no others', () => {
    const seen: Uint8Array[] = [];
    const spy: KernelFactory = (spec, samples) => {
      const kernel = createKernel(spec, samples);
      const step = kernel.step.bind(kernel);
      kernel.step = (order, from, to, labels) => {
        if (from === 0) seen.push(labels ?? samples.labels);
        return step(order, from, to, labels);
      };
      return kernel;
    };
    const run = new Run(prefit, task, spy);
    for (const _ of run);
    const { labels, isTest } = run.prepared.samples;
    const [shuffled] = seen;
    expect(seen.slice(0, 12).every((each) => each === shuffled)).toBe(true);
    expect(seen.slice(12).every((each) => each === labels)).toBe(true);
    const ones = (of: Uint8Array, part: number): number =>
      of.reduce((sum, label, s) => sum + (isTest[s] === part ? label : 0), 0);
    expect(ones(shuffled!, 0)).toBe(ones(labels, 0));
    expect(shuffled!.some((label, s) => label !== labels[s])).toBe(true);
    expect(shuffled!.every((label, s) => !isTest[s] || label === labels[s])).toBe(true);
  });
});
